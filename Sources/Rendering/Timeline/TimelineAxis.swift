import EDTF

/// Where days stand between the left and the right of a drawing, and which of them are named.
struct TimelineAxis: Sendable {
  /// A place between the left, 0, and the right: parts of ten thousand, so that the same days give the same bytes.
  typealias Place = Int
  static let width: Place = 10_000

  let first: CivilDay
  let last: CivilDay

  /// From the first of some days to the end of the last; nil without any.
  init?(_ days: [CivilDay]) {
    guard let first = days.min(), let last = days.max() else { return nil }
    self.first = first
    self.last = last
  }

  private var dayCount: Int { last.number - first.number + 1 }

  func start(of day: CivilDay) -> Place { place(day.number - first.number) }
  func end(of day: CivilDay) -> Place { place(day.number - first.number + 1) }

  private func place(_ offset: Int) -> Place {
    // Years of 15 digits must not overflow: then ten thousandths are parts of days.
    let count = dayCount
    let offset = min(max(0, offset), count)
    return count < 1 << 40 ? offset * Self.width / count : offset / (count / Self.width)
  }

  // MARK: Names

  struct Tick {
    let place: Place
    let label: String
    /// Left out where there is little room.
    let isMinor: Bool
  }

  /// At most eight, which do not touch: years, months or days.
  func ticks(language: String) -> [Tick] {
    let (marks, label) = named(language)
    let places = marks.filter { start(of: $0) <= Self.width - 100 }
    let labels = places.enumerated().map { label($1, $0 == 0) }
    // On a narrow screen there is room for three short names or two long ones.
    let step = labels.contains { $0.utf8.count > 10 } ? 3 : 2
    return zip(places, labels).enumerated().map { index, mark in
      Tick(place: start(of: mark.0), label: mark.1, isMinor: index % step > 0)
    }
  }

  private func named(_ language: String) -> (days: [CivilDay], label: (CivilDay, Bool) -> String) {
    let months = (last.year - first.year) * 12 + last.month - first.month
    if dayCount <= 70 {
      let step = TimelineAxis.step(dayCount, [1, 2, 3, 7, 14])
      let days = stride(from: 0, to: dayCount, by: step).map { first.adding(days: $0) }
      return (days, { day, _ in day.wordsWithoutYear(language: language) })
    }
    if months <= 30 {
      let step = TimelineAxis.step(months + 1, [1, 2, 3, 6])
      return (
        starts(everyMonths: step),
        { day, isFirst in
          let month = day.monthWords(language: language)
          return first.year != last.year && (isFirst || day.month == 1) ? "\(month) \(day.year)" : month
        }
      )
    }
    return (
      starts(ofYears: TimelineAxis.yearStep(last.year - first.year + 1)), { day, _ in String(day.year) }
    )
  }

  /// The smallest step of which six are enough.
  private static func step(_ count: Int, _ steps: [Int]) -> Int {
    steps.first { (count + $0 - 1) / $0 <= 6 } ?? steps[steps.count - 1]
  }

  /// 1, 2, 5, 10, 20, 50…: eight are enough.
  static func yearStep(_ count: Int, limit: Int = 8) -> Int {
    var step = 1
    while (count + step - 1) / step > limit {
      let isTwo = String(step).utf8.first == UInt8(ascii: "2")
      step = isTwo ? step / 2 * 5 : step * 2
    }
    return step
  }

  /// First days of months within; the day it begins on counts where it is one.
  private func starts(everyMonths step: Int) -> [CivilDay] {
    let begin = first.year * 12 + first.month - 1
    let end = last.year * 12 + last.month - 1
    return (begin...end).filter { $0 % step == 0 }.compactMap { month in
      let year = month >= 0 ? month / 12 : (month - 11) / 12
      return CivilDay(year: year, month: month - year * 12 + 1, day: 1).flatMap { $0 >= first ? $0 : nil }
    }
  }

  private func starts(ofYears step: Int) -> [CivilDay] {
    let begin = (first.year + (first.year > 0 ? step - 1 : 0)) / step * step
    return stride(from: begin, through: last.year, by: step).compactMap { year in
      CivilDay(year: year, month: 1, day: 1).flatMap { $0 >= first ? $0 : nil }
    }
  }
}

extension TimelineAxis.Place {
  /// `12.34%`
  var percent: String {
    let (whole, rest) = (self / 100, self % 100)
    return rest == 0 ? "\(whole)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
