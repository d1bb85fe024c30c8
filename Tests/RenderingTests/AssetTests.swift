import Diagnostics
import Testing

@testable import Rendering

struct AssetTests {
  @Test func `an asset's name carries ten digits of its SHA-256`() {
    let assets = Assets([.text("assets/style.css", "abc")])
    #expect(assets.files.map(\.path.string) == ["assets/style.ba7816bf8f.css"])
    #expect(assets.addresses == ["style_css": "assets/style.ba7816bf8f.css"])
  }

  @Test(arguments: [
    ("url(icon.svg)", "url(icon.900150983c.svg)"), ("url( 'icon.svg' )", "url( 'icon.900150983c.svg' )"),
    ("URL(\"./icon.svg#a\")", "URL(\"./icon.900150983c.svg#a\")"), ("/* url(x.svg) */", "/* url(x.svg) */"),
    ("\"url(x.svg)\"", "\"url(x.svg)\""), ("url(data:x)", "url(data:x)"), ("url(#mark)", "url(#mark)"),
    ("my-url(x.svg)", "my-url(x.svg)"),
  ])
  func `a style sheet loads fingerprinted files`(before: String, after: String) {
    let assets = Assets([.text("assets/icon.svg", "abc"), .text("assets/style.css", before)])
    #expect(assets.findings == [])
    let sheet = assets.files.first { $0.path.string.hasSuffix(".css") }
    let expected = after.replacing("900150983c", with: "ba7816bf8f").replacing("./icon", with: "icon")
    #expect(sheet.map { String(decoding: $0.bytes, as: UTF8.self) } == expected)
  }

  @Test func `a style sheet's name follows what it imports`() {
    let names = ["a{}", "b{}"].map { text in
      Assets([.text("assets/base.css", text), .text("assets/style.css", "@import \"base.css\";")])
        .addresses["style_css"]
    }
    #expect(names[0] != names[1])
  }

  @Test func `a folder below assets is reached from another`() {
    let assets = Assets([.text("assets/css/a.css", "url(../img/x.svg)"), .text("assets/img/x.svg", "abc")])
    #expect(assets.findings == [])
    #expect(
      assets.files.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "url(../img/x.ba7816bf8f.svg)")
    #expect(assets.addresses["img_x_svg"] == "assets/img/x.ba7816bf8f.svg")
  }

  @Test(arguments: [
    ("url(⟦icno.svg⟧)", FindingCode.templateError), ("url(⟦../../x⟧)", .templateError),
    ("url(⟦https://example.org/f.woff⟧)", .remoteImage), ("@import '⟦//example.org/x⟧';", .remoteImage),
  ])
  func `what a style sheet cannot load is found at its place`(sheet: String, code: FindingCode) {
    let marked = Marked(sheet)
    let assets = Assets([.text("assets/icon.svg", "abc"), .text("assets/style.css", marked.text)])
    #expect(assets.findings.map(\.code) == [code])
    #expect(assets.findings.first?.place.range == marked.range)
  }

  @Test func `style sheets that import each other are found`() {
    let assets = Assets([
      .text("assets/a.css", "@import 'b.css';"), .text("assets/b.css", "@import 'a.css';"),
    ])
    #expect(!assets.findings.isEmpty)
  }

  @Test func `two assets of one name in templates are found`() {
    #expect(Assets([.text("assets/a-b.css", ""), .text("assets/a_b.css", "")]).findings.count == 1)
  }

  @Test func `an asset says from which of the site's files it is made`() {
    let theme = Theme(
      siteFiles: [.text("assets/mine.css", "")], builtIn: [.text("assets/theirs.css", "a {}")])
    #expect(theme.assets.files.map { $0.source?.string } == ["Templates/assets/mine.css", nil])
  }
}
