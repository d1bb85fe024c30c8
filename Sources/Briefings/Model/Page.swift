/// `Content/pages/<slug>.md`; the slug `index` introduces the home page.
package struct Page: Sendable {
  package var file: ContentFile
  package var slug: Slug
  package var common = CommonMatter()
  package var title = ""
  package var summary = ""

  package init(file: ContentFile, slug: Slug) {
    self.file = file
    self.slug = slug
  }
}
