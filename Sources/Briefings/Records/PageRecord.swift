extension Page {
  init(_ fields: Fields, file: ContentFile, slug: Slug, _ report: inout FileReport) {
    self.init(file: file, slug: slug)
    common = CommonMatter(fields, &report)
    title = fields.text("title", &report)?.value ?? ""
    summary = fields.text("summary", &report)?.value ?? ""
  }
}
