import Diagnostics
import Foundation
import Testing

@testable import Rendering

struct EmbeddedThemeTests {
  /// The repository's `Templates/`.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Templates").resolvingSymlinksInPath()

  @Test func `the binary carries every file of the theme byte for byte`() throws {
    let files = try ThemeFolder.files(in: Self.folder)
    #expect(!files.isEmpty)
    #expect(EmbeddedTheme.files.map(\.path.string) == files.map(\.path.string))
    for (embedded, file) in zip(EmbeddedTheme.files, files) where embedded != file {
      Issue.record("\(file.path) differs")
    }
  }

  @Test func `a folder that is not there has no files`() throws {
    #expect(try ThemeFolder.files(in: Self.folder.appending(path: "nothing")) == [])
  }
}

struct BuiltInThemeTests {
  let theme = Theme(siteFiles: [])

  @Test func `the built-in theme has no finding`() {
    #expect(theme.findings == [])
  }

  @Test(arguments: PageKind.allCases)
  func `there is a template for every kind of page`(kind: PageKind) {
    #expect(theme.templates.contains(kind.template))
  }

  @Test(arguments: PageKind.allCases)
  func `a name that a kind of page does not offer is found in a site's own template`(kind: PageKind) {
    let theme = Theme(siteFiles: [
      .text("\(kind.template).mustache", "{{home}}{{assets.style_css}}{{site.titel}}")
    ])
    #expect(theme.findings.map(\.code) == [.templateUnknownName])
    #expect(theme.findings.first?.suggestions == ["title"])
  }

  @Test func `an asset that is not there is found`() {
    let theme = Theme(siteFiles: [.text("partials/foot.mustache", "{{assets.stlye_css}}")])
    #expect(Set(theme.findings.map(\.suggestions)) == [["style_css"]])
  }
}
