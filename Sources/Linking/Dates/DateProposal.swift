package import EDTF

/// What an expression in a text means as a date, and why: for the writer to take or leave.
package struct DateProposal: Sendable, Equatable {
  /// How a date was concluded; the raw values are what is printed.
  package enum Rule: String, Sendable, CaseIterable {
    /// The past tense: the latest such day up to and including publication.
    case weekday
    /// Of what will be: the first such day from publication on.
    case weekdayAhead = "weekday-ahead"
    /// `last Friday`: strictly before publication.
    case lastWeekday = "last-weekday"
    /// `next Friday`: strictly after publication.
    case nextWeekday = "next-weekday"
    /// `this Friday`: in the week of publication, which begins on Monday.
    case thisWeekday = "this-weekday"
    /// `today`, `yesterday`, `last night`.
    case day
    /// `three days ago`.
    case ago
    /// `two days after X`.
    case anchored
    /// `two days later`, counted from the nearest earlier date.
    case later
    /// `August of that year`: the year of the nearest earlier date.
    case thatPeriod = "that-period"
    /// `in February`: the latest up to publication.
    case month
    /// `last month`, `this year`, `last weekend`.
    case period
    /// `in recent weeks`, `over the past week`.
    case recent
    /// `the summer of 2024`.
    case season
    /// A date that needs no other.
    case plain
  }

  /// The expression, as UTF-8 offsets in the file.
  package let source: Range<Int>
  package let words: String
  package let rule: Rule
  /// Nil where it hangs on something whose date is not known.
  package let date: EDTFDate?
  /// How the rule went, in a sentence without its period.
  package let reason: String
}
