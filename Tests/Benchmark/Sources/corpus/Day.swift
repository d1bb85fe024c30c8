/// A civil day, counted from 2005-01-01, the first day of the corpus.
struct Day {
  let number: Int
  let year: Int
  let month: Int
  let day: Int

  /// The corpus spans twenty years, so that a month holds some hundred events at 10,000 briefings.
  static let count = 20 * 365

  init(_ number: Int) {
    self.number = number
    // Days to civil by 400-year eras that begin on 1 March; 732,252 days lie between 0000-03-01 and 2005-01-01.
    let days = number + 732_252
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `2005-01-01`.
  var iso: String { "\(year)-\(padded(month))-\(padded(day))" }

  /// `1 January 2005`.
  var inWords: String { "\(day) \(Day.months[month - 1]) \(year)" }

  /// An EDTF date that holds the day and does not begin after it; seven in ten are the day itself.
  func edtf(_ dice: inout Dice) -> String {
    switch dice.below(14) {
    case 0: return "\(year)-\(padded(month))"
    case 1: return "\(year)-\(padded(month))-XX"
    case 2: return "\(year)~"
    case 3: return "\(iso)/\(Day(number + 1 + dice.below(20)).iso)"
    case 4 where (3...11).contains(month): return "\(year)-\(20 + month / 3)"
    case 5: return "\(iso)?"
    default: return iso
    }
  }

  private func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}
