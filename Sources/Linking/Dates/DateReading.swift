import EDTF

/// Reads one sentence after the other for expressions of time, in the order of the text: "that year" is the year of
/// what was read before.
struct DateReading {
  let published: CivilDay
  let hemisphere: Hemisphere
  /// Names of events, folded to lower case, with their dates.
  let anchors: [(name: String, date: EDTFDate)]
  private(set) var found: [Found] = []
  /// The sentence at hand, and the text it stands in.
  private(set) var words: [DateWord] = []
  private var text: [UInt8] = []

  /// An expression: a range of the block's text, and what it means.
  struct Found {
    let range: Range<Int>
    let rule: DateProposal.Rule
    let date: EDTFDate?
    let reason: String
  }

  /// A match of words from the place that was asked for up to `end`.
  struct Match {
    /// Before where it was looked for, when words in front belong to it.
    var start: Int
    let end: Int
    let rule: DateProposal.Rule
    let date: EDTFDate?
    let reason: String
  }

  init(published: CivilDay, hemisphere: Hemisphere, anchors: [(name: String, date: EDTFDate)]) {
    self.published = published
    self.hemisphere = hemisphere
    self.anchors = anchors
  }

  /// The date that stands nearest before, of those that begin on some day.
  private(set) var nearest: EDTFDate?

  /// The expressions of a block's text.
  mutating func read(_ text: [UInt8]) -> ArraySlice<Found> {
    let start = found.count
    self.text = text
    for sentence in sentences(in: text) {
      words = DateWord.all(in: text, sentence)
      var index = 0
      while index < words.count {
        guard let match = match(at: index) else {
          index += 1
          continue
        }
        let range = words[match.start].range.lowerBound..<words[match.end - 1].range.upperBound
        found.append(Found(range: range, rule: match.rule, date: match.date, reason: match.reason))
        if let date = match.date, date.bounds(hemisphere: hemisphere).lower.day != nil { nearest = date }
        index = match.end
      }
    }
    return found[start...]
  }

  /// The longest first: what a short rule would take may be the beginning of more.
  private func match(at index: Int) -> Match? {
    anchored(at: index) ?? ago(at: index) ?? recent(at: index) ?? plainDate(at: index)
      ?? season(at: index) ?? thatPeriod(at: index) ?? period(at: index) ?? weekday(at: index)
      ?? month(at: index) ?? day(at: index)
  }

  // MARK: Words

  /// The word at `index`, empty outside of the sentence.
  func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

  /// As the writer has them.
  func written(_ range: Range<Int>) -> String {
    let bytes = text[words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether these words stand at `index`, with nothing but white space between them.
  func stands(_ texts: String..., at index: Int) -> Bool {
    texts.enumerated().allSatisfy { offset, text in
      word(index + offset) == text && (offset == 0 || words[index + offset].gap == .space)
    }
  }

  /// Whether the word at `index` follows the one before it without a mark.
  func follows(_ index: Int) -> Bool { words.indices.contains(index) && words[index].gap == .space }

  /// Whether what the words at `index` belong to is still to come: `will meet on …`, `is due on …`.
  func isAhead(_ index: Int) -> Bool {
    var place = index - 1
    while place >= max(0, index - 8) {
      if EnglishCalendar.ahead.contains(word(place)) { return true }
      if ["is", "are"].contains(word(place)), EnglishCalendar.planned.contains(word(place + 1)) {
        return true
      }
      if words[place + 1].gap == .other { return false }
      place -= 1
    }
    return false
  }

  // MARK: Dates

  func edtf(_ text: String) -> EDTFDate? { try? EDTFDate(parsing: text) }

  /// `2025-02` of a month counted from January of year 0.
  static func month(_ number: Int) -> String {
    let (year, month) = (number / 12, number % 12 + 1)
    return "\(year4(year))-\(month < 10 ? "0" : "")\(month)"
  }

  static func year4(_ year: Int) -> String { String(String(year + 10_000).dropFirst()) }

  /// The month of publication, counted from January of year 0.
  var publishedMonth: Int { published.year * 12 + published.month - 1 }

  /// "Tuesday, 4 March 2025".
  var publishedWords: String { spelled(published) }

  func spelled(_ day: CivilDay) -> String {
    "\(EnglishCalendar.weekdayNames[day.weekday.rawValue - 1]), \(day.words(language: "en"))"
  }
}
