extension EDTFDate {
  /// The value for the `datetime` attribute of HTML's `time` element, or nil when HTML has none for it.
  ///
  /// HTML (WHATWG, "Dates and times") takes a year, a month, a day, or a day with a time, after year 0.
  /// A date with marks or unspecified digits, a season, an interval and a set have none; nor has
  /// `24:00:00`. A fraction is cut to the milliseconds HTML allows.
  public var htmlDateTime: String? {
    switch form {
    case .date(let date): date.htmlDate
    case .dateTime(let date, let time):
      if let day = date.htmlDate, let clock = time.htmlTime { day + clock } else { nil }
    case .interval, .set: nil
    }
  }
}

extension CalendarDate {
  fileprivate var htmlDate: String? {
    guard isPlain, season == nil, earliest.year > 0 else { return nil }
    var text: [UInt8] = []
    text.append(earliest.year.magnitude, width: 4)
    if precision >= .month {
      text.append(.hyphen)
      text.append(earliest.month.magnitude, width: 2)
    }
    if precision == .day {
      text.append(.hyphen)
      text.append(earliest.day.magnitude, width: 2)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension TimeOfDay {
  fileprivate var htmlTime: String? {
    guard hour < 24 else { return nil }
    var text = [UInt8(ascii: "T")]
    TimeOfDay(
      hour: hour, minute: minute, second: second, fraction: Array(fraction.prefix(3)), offset: offset
    ).write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
