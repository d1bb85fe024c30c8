import EDTF

/// A date as far as reference managers know dates: a day, month, year or season, or two with all between them.
///
/// Digits that nobody knows are left away, so that it never says more than the record. What is left out of the parts
/// (how sure the date is, a set, an open end) the two formats say each in its own way.
struct CitedDate: Equatable {
  /// Year, month and day, as many as are known.
  struct Parts: Equatable {
    let numbers: [Int]
    /// 1 for spring to 4 for winter; then there is no month.
    let season: Int?
  }

  let date: EDTFDate
  let first: Parts
  /// Of an interval.
  let last: Parts?

  /// Nil for sets, open or unknown ends, unknown years, and years outside 1 to 9999.
  init?(_ date: EDTFDate) {
    self.date = date
    switch date.form {
    case .date(let day), .dateTime(let day, _):
      guard let parts = Parts(day) else { return nil }
      (first, last) = (parts, nil)
    case .interval(.date(let start), .date(let end)):
      guard let start = Parts(start), let end = Parts(end), start.season == nil, end.season == nil else {
        return nil
      }
      (first, last) = (start, end)
    case .interval, .set: return nil
    }
  }

  /// Whether the parts say all that the date says.
  var isWhole: Bool { [first, last].compactMap { $0?.isoText }.joined(separator: "/") == date.text }
}

extension CitedDate.Parts {
  init?(_ date: CalendarDate) {
    guard date.year.value.isExact, let year = date.year.value.written, (1...9999).contains(year) else {
      return nil
    }
    guard let part = date.part?.value else {
      self.init(numbers: [year], season: nil)
      return
    }
    switch part {
    case .season(let season):
      // Quarters, thirds and halves have no name that a style could print.
      guard season.code <= 32 else { return nil }
      self.init(numbers: [year], season: (season.code - 21) % 4 + 1)
    case .month(let month):
      guard month.isKnown else {
        self.init(numbers: [year], season: nil)
        return
      }
      let day = date.day?.value
      let known = day.flatMap { $0.isKnown ? $0.least : nil }
      self.init(numbers: [year, month.least] + [known].compactMap { $0 }, season: nil)
    }
  }

  /// `2024`, `2024-03`, `2024-03-04`, `2024-21`.
  var isoText: String {
    let year = String(numbers[0])
    let rest = numbers.dropFirst() + [season.map { $0 + 20 }].compactMap { $0 }
    return
      ([String(repeating: "0", count: 4 - year.utf8.count) + year]
      + rest.map { $0 < 10 ? "0\($0)" : "\($0)" }).joined(separator: "-")
  }
}
