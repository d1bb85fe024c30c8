import Testing

@testable import Rendering

/// Entries of lists are written without a template: what an author wrote is escaped in every place of them.
struct RowTests {
  /// A combining accent behind each character makes one grapheme of the two.
  private static let hostile = "a\"\u{301}b<\u{301}i>c'\u{301}d&\u{301}e"

  private static let link = LinkView(text: hostile, url: hostile, isEntity: true)
  private static let date = DateView(words: hostile, datetime: hostile, edtf: hostile)
  private static let chip = ChipView(text: hostile, cssClass: hostile, url: hostile)
  private static let line = SourceLineView(
    title: hostile, url: hostile, language: hostile, authors: hostile, publisher: link, published: date,
    grade: hostile, restingCount: hostile)

  private static let rows: [any Row] = [
    EventView(
      id: hostile, date: date, reported: date, text: hostile, url: hostile, entity: link, places: [link],
      who: [link], sources: [link], pages: [link], chip: chip),
    ClaimView(
      text: hostile, url: hostile, status: hostile, chip: chip, by: link, asOf: date, kind: hostile,
      credibility: hostile, page: link, sources: [link]),
    QuotationView(text: hostile, language: hostile, speaker: link, page: link, sources: [link, link]),
    MentionGroupView(
      page: link, date: date,
      sentences: [MentionView(before: hostile, marked: hostile, after: hostile, kinds: hostile, url: hostile)]
    ),
    SourceEntryView(anchor: hostile, number: 1, isCited: false, source: line), line,
    HeadingView(text: hostile, id: hostile, level: 3),
    TermView(term: hostile, lower: 1, upper: 5, isUsed: true),
  ]

  @Test(arguments: Self.rows.indices)
  func `an entry escapes all that an author wrote`(index: Int) {
    var markup = Rendering.Markup()
    Self.rows[index].write(to: &markup)
    let written = Array(markup.bytes)
    let escaped = Array("a&quot;\u{301}b&lt;\u{301}i&gt;c&#39;\u{301}d&amp;\u{301}e".utf8)
    #expect(holds(written, escaped))
    for raw in ["\"\u{301}", "<\u{301}", "'\u{301}", "&\u{301}"] {
      #expect(!holds(written, Array(raw.utf8)), "\(raw)")
    }
  }

  private func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: part) }
  }
}
