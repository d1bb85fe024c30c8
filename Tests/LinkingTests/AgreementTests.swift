import Briefings
import Diagnostics
import Linking
import Markdown
import Testing

/// The survey and the renderer number alike, and places are right: each `⟦id⟧` in the text stands directly before
/// what has that identifier.
@Suite("Survey and render agree")
struct AgreementTests {
  private struct Spot: Equatable, CustomStringConvertible {
    let id: String
    let line: Int
    let column: Int
    var description: String { "\(id) at \(line):\(column)" }
  }

  /// In the order of the page: a note's content follows the block that refers to it.
  static let fixture = """
    ⟦mention-kyiv⟧Kyiv é 😀 and ⟦mention-kyiv-2⟧Kyiv’s [x](https://example.org/ "Kyiv"), `Kyiv` ⟦mention-zelenskiy⟧[[zelenskiy|he]][^late].

    > - quoted ⟦mention-kyiv-4⟧Kyiv
    lazy ⟦mention-kyiv-5⟧Kyiv, ⟦first⟧[a *claim* of ⟦mention-zelenskiy-2⟧Volodymyr
    >   Zelenskiy]{.claim #first} [@paper, p. 3]
    > 1. \\*⟦mention-kyiv-6⟧Kyiv\\* &amp; &eacute; ⟦mention-kyiv-7⟧Kyiv

    ## A heading of Kyiv

    [Kyiv]: https://example.org/definition "Kyiv"
    ⟦mention-kyiv-8⟧Kyiv after a definition, [Kyiv][], ⟦mention-zelenskiy-3⟧Zelenskiy\tsaid.

    | ⟦mention-kyiv-9⟧Kyiv | é ⟦mention-zelenskiy-4⟧Zelenskiy |
    |---|---|
    | 汉 ⟦mention-kyiv-10⟧Kyiv | b |

    ⟦said⟧::: {.quote #said speaker=zelenskiy}
    We in ⟦mention-kyiv-11⟧Kyiv agree [@paper].
    :::

    ⟦claim-1⟧[Twice]{.claim} [@paper] and ⟦claim-2⟧[thrice]{.claim} [@paper].^[Inline ⟦mention-kyiv-12⟧Kyiv
    *and ⟦mention-zelenskiy-5⟧Zelenskiy* too.] After ⟦mention-offer⟧[[offer]].

    [^late]: The note of ⟦mention-kyiv-3⟧Kyiv.
    """

  private func strip(_ marked: String) -> (text: String, spots: [Spot]) {
    var text = ""
    var spots: [Spot] = []
    var (line, column) = (1, 1)
    var id: String?
    for scalar in marked.unicodeScalars {
      if scalar == "⟦" {
        id = ""
      } else if scalar == "⟧" {
        spots.append(Spot(id: id ?? "", line: line, column: column))
        id = nil
      } else if id != nil {
        id?.unicodeScalars.append(scalar)
      } else {
        text.unicodeScalars.append(scalar)
        if scalar == "\n" { (line, column) = (line + 1, 1) } else if scalar != "\r" { column += 1 }
      }
    }
    return (text, spots)
  }

  /// Identifiers in the order of the HTML.
  private func ids(in html: [UInt8]) -> [String] {
    String(decoding: html, as: UTF8.self).components(between: " id=\"", and: "\"")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `the survey's places and the page's identifiers are the same, in order`(lineEnd: String) throws {
    let (body, spots) = strip(Self.fixture)
    let matter = "---\ntitle: Truce\npublished: 2025-03-05\nsummary: é 😀\n---\n"
    var site = TestSite()
    site.add(
      "briefings/truce",
      (matter + body).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd))
    site.addRecords()
    let linked = site.linked()
    #expect(linked.findings.filter { $0.severity == .error } == [])
    let page = try #require(linked.body("truce"))
    let source = SourceText(path: site.files[0].path, bytes: site.files[0].bytes)
    func spot(_ id: String, _ range: Range<Int>) -> Spot {
      let position = source.position(at: range.lowerBound)
      return Spot(id: id, line: position.line - 5, column: position.column)
    }
    let surveyed =
      page.mentions.map { spot($0.id, $0.source) } + page.statements.map { spot($0.id, $0.source) }
      + page.quotations.map { spot($0.id, $0.source) }
    let order = Dictionary(uniqueKeysWithValues: spots.enumerated().map { ($1.id, $0) })
    #expect(surveyed.sorted { (order[$0.id] ?? -1) < (order[$1.id] ?? -1) } == spots)

    let rewrites = linked.site.rewrites(for: .briefing("truce"))
    let html = Markdown.html(
      of: Body(
        path: site.files[0].path, bytes: site.files[0].bytes,
        start: matter.unicodeScalars.count { $0 == "\n" } * (lineEnd.utf8.count - 1) + matter.utf8.count),
      options: MarkdownOptions(), rewrites: rewrites)
    let known = Set(spots.map(\.id))
    let rendered = ids(in: html).filter { known.contains($0) }
    // A note's content is printed after its block: one written at the end comes up, an inline one goes down.
    var expected = spots.map(\.id)
    let late = expected.removeLast()
    let afterInline = expected.removeLast()
    expected.insert(afterInline, at: expected.count - 2)
    expected.insert(late, at: 3)
    #expect(rendered == expected)
    #expect(page.mentions.map(\.id) == expected.filter { $0.hasPrefix("mention-") })
    let headings = page.headings.map(\.id)
    #expect(ids(in: html).filter { headings.contains($0) } == headings)
    #expect(ids(in: html).filter { page.noteIDs.contains($0) } == page.noteIDs)
  }
}

extension String {
  /// Every stretch that begins after `start` and ends before the next `end`.
  fileprivate func components(between start: String, and end: String) -> [String] {
    var found: [String] = []
    var rest = Substring(self)
    while let open = rest.firstRange(of: start) {
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: end) else { break }
      found.append(String(rest[..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    return found
  }
}
