import Diagnostics

extension Source {
  init(_ fields: Fields, file: ContentFile, slug: Slug, _ report: inout FileReport) {
    let publisher = fields.text("publisher", &report) ?? Located("", fields.opening)
    self.init(file: file, slug: slug, publisher: publisher)
    common = CommonMatter(fields, &report)
    title = fields.text("title", &report)?.value ?? ""
    type = fields.word("type", &report)?.value
    authors = fields.texts("authors", &report).map(\.value)
    published = fields.date("published", &report)
    language = common.language
    let url = fields.text("url", &report, near: { Suggestions.nearest(to: $0, among: ["unknown"]) }) {
      $0 == "unknown" || Written.isAddress($0)
    }
    address = url.map { $0.value == "unknown" ? .unknown : .url($0.value) } ?? .missing
    let access = fields.day("accessed", &report)
    (accessed, accessedSource) = (access?.value, access?.source)
    let archive = fields.text("archive-url", &report, where: Written.isAddress)
    archiveURL = archive?.value
    outward = [url, archive].compactMap { $0 }.filter { $0.value != "unknown" }
    archived = fields.day("archived", &report)?.value
    origin = fields.text("origin", &report)
    reliability = fields.word("reliability", &report)?.value
  }
}
