import Briefings
import Diagnostics
import Testing

@testable import Linking

struct BodyRuleTests {
  private func check(_ marked: Marked, _ code: FindingCode) {
    let site = TestSite.briefing(marked.body, matter: marked.matter)
    let found = site.found(site.linked().reported(with: []).filter { $0.code == code })
    #expect(found == site.expected)
  }

  @Test(arguments: [
    Marked("level 1", "# ‹heading-order|Terms›\n\nText."),
    Marked("with an identifier", "# ‹heading-order|Terms› {#terms}\n\nText."),
    Marked("what follows a wrong one is measured by what it will be", "# ‹heading-order|Terms›\n\n### Time"),
    Marked(
      "and below one that is too deep", "#### ‹heading-order|Terms›\n\n#### ‹heading-order|Time›\n\n### Where"
    ),
    Marked("level 1 with a line below it", "‹heading-order|Terms›\n=====\n\nText."),
    Marked("two levels down", "## Terms\n\n#### ‹heading-order|Time›\n\nText."),
    Marked("below the title", "### ‹heading-order|Terms›\n\n### Time\n\nText."),
    Marked("one level down and back", "## Terms\n\n### Time\n\n#### Hours\n\n## Place\n\n### Where\n\nText."),
  ])
  func `a heading that breaks the order is reported`(_ marked: Marked) { check(marked, .headingOrder) }

  @Test func `a heading is told how to begin`() throws {
    let linked = TestSite.briefing("## Terms\n\n#### Time\n").linked()
    #expect(linked.findings.first { $0.code == .headingOrder }?.message.contains("'###'") == true)
  }

  @Test(arguments: [
    Marked("nothing", "‹image-without-text|![](map.png)›"),
    Marked("blanks", "Text ‹image-without-text|![ ](map.png)›."),
    Marked("in a link", "[‹image-without-text|![](map.png)›](/claims/)"),
    Marked("a word", "![Map](map.png) and ![?](map.png)"),
  ])
  func `a picture without a text is reported`(_ marked: Marked) { check(marked, .imageWithoutText) }

  @Test(arguments: [
    Marked("here", "See ‹link-text|[here](/claims/)›."),
    Marked("in capitals, with a stop", "‹link-text|[Click  here.](/claims/)›"),
    Marked("read more", "‹link-text|[*Read* more…](https://example.org/)›"),
    Marked("this", "See ‹link-text|[this](/claims/)› and ‹link-text|[link](/claims/)›."),
    Marked("nothing", "See ‹link-text|[](/claims/)›."),
    Marked("a label", "See ‹link-text|[[kyiv|here]]›."),
    Marked("more words", "See [what is claimed here](/claims/), [[kyiv]] and [this report](/sources/)."),
    Marked("a picture", "[![A map](map.png)](/claims/)"),
  ])
  func `a link that does not say where it leads is reported`(_ marked: Marked) { check(marked, .linkText) }

  @Test(arguments: [
    ("title: Empty\n", "", true), ("title: Empty\n", "<!-- nothing yet -->\n", true),
    ("title: Empty\nsummary: Something.\n", "", false), ("title: Empty\n", "Words.\n", false),
    ("title: Empty\n", "![A map](map.png)\n", false),
  ])
  func `a page without text and summary is noted`(matter: String, body: String, isEmpty: Bool) {
    var site = TestSite.briefing("Text.")
    site.add("pages/empty", "---\n\(matter)---\n\(body)")
    site.add("briefings/empty-draft", "---\ndraft: true\n\(matter)---\n\(body)")
    let found = site.linked().reported(with: []).filter { $0.code == .emptyPage }
    #expect(found.map(\.severity) == (isEmpty ? [.note, .note] : []))
    #expect(
      found.map(\.place.path.string)
        == (isEmpty ? ["Content/briefings/empty-draft.md", "Content/pages/empty.md"] : []))
  }

  @Test func `a file that is broken is not said to be empty, or to lack what may stand in it`() {
    var site = TestSite.briefing("Text.")
    site.add("pages/empty", "---\ntitle: [\n---\n")
    #expect(!site.linked().reported(with: []).contains { $0.code == .emptyPage })
    site.configuration.baseURL = nil
    var registry = site.registry()
    let file = RelativePath(literal: "Content/site.yaml")
    registry.findings.append(Finding(.badYAML, "broken", at: Place(file)))
    let linked = site.linked(registry)
    #expect(!linked.reported(with: []).contains { $0.code == .noBaseURL })
  }

  @Test(arguments: [nil, "https://example.org/"])
  func `a site that does not know where it will stand is noted once`(baseURL: String?) {
    var site = TestSite.briefing("Text.")
    site.configuration.baseURL = baseURL
    let found = site.linked().reported(with: []).filter { $0.code == .noBaseURL }
    #expect(found.map(\.place.path.string) == (baseURL == nil ? ["Content/site.yaml"] : []))
    site.configuration.severities = [.noBaseURL: .off]
    #expect(!site.linked().reported(with: []).contains { $0.code == .noBaseURL })
  }
}
