extension CivilDay {
  /// Reads exactly `YYYY-MM-DD`: ten ASCII characters, a day that exists, nothing before or after.
  ///
  /// - Throws: what is wrong and where, worded for the writer; for a longer EDTF form it says that a plain
  ///   day is expected here.
  public init(parsing text: String) throws(EDTFError) {
    let date = try EDTFDate(parsing: text)
    guard case .date(let calendarDate) = date.form, let day = calendarDate.plainDay, day.year >= 0 else {
      throw EDTFError(
        column: 1, message: "a plain day is expected here, written YYYY-MM-DD", kind: .malformed)
    }
    self = day
  }

  /// `2025-03-04`. A year before 0 has a minus sign; one beyond 9999 has more digits.
  public var isoText: String {
    var text: [UInt8] = []
    if year < 0 { text.append(.hyphen) }
    text.append(year.magnitude, width: 4)
    text.append(.hyphen)
    text.append(month.magnitude, width: 2)
    text.append(.hyphen)
    text.append(day.magnitude, width: 2)
    return String(decoding: text, as: UTF8.self)
  }
}

extension CivilDay: CustomStringConvertible {
  public var description: String { isoText }
}
