/// The canonical spelling: reading it gives the same form back.
extension DateForm {
  var text: String {
    var text: [UInt8] = []
    switch self {
    case .date(let date): date.write(to: &text)
    case .dateTime(let date, let time):
      date.write(to: &text)
      text.append(UInt8(ascii: "T"))
      time.write(to: &text)
    case .interval(let start, let end):
      start.write(to: &text)
      text.append(.slash)
      end.write(to: &text)
    case .set(let set): set.write(to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension IntervalEnd {
  fileprivate func write(to text: inout [UInt8]) {
    switch self {
    case .date(let date): date.write(to: &text)
    case .open: text.append(contentsOf: "..".utf8)
    case .unknown: break
    }
  }
}

extension DateSet {
  fileprivate func write(to text: inout [UInt8]) {
    text.append(UInt8(ascii: choice == .one ? "[" : "{"))
    for (place, member) in members.enumerated() {
      if place > 0 { text.append(.comma) }
      member.write(to: &text)
    }
    text.append(UInt8(ascii: choice == .one ? "]" : "}"))
  }
}

extension DateSet.Member {
  fileprivate func write(to text: inout [UInt8]) {
    switch self {
    case .date(let date): date.write(to: &text)
    case .range(let from, let to):
      from.write(to: &text)
      text.append(contentsOf: "..".utf8)
      to.write(to: &text)
    case .upTo(let date):
      text.append(contentsOf: "..".utf8)
      date.write(to: &text)
    case .from(let date):
      date.write(to: &text)
      text.append(contentsOf: "..".utf8)
    }
  }
}

extension CalendarDate {
  fileprivate func write(to text: inout [UInt8]) {
    year.write(to: &text) { year, text in year.write(to: &text) }
    if let part {
      text.append(.hyphen)
      part.write(to: &text) { part, text in
        switch part {
        case .month(let month): month.write(to: &text)
        case .season(let season): text.append(season.code.magnitude, width: 2)
        }
      }
    }
    if let day {
      text.append(.hyphen)
      day.write(to: &text) { day, text in day.write(to: &text) }
    }
  }
}

extension Marked {
  fileprivate func write(to text: inout [UInt8], value write: (Value, inout [UInt8]) -> Void) {
    if let before { text.append(before.byte) }
    write(value, &text)
    if let after { text.append(after.byte) }
  }
}

extension Year {
  /// As written.
  var text: String {
    var text: [UInt8] = []
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  fileprivate func write(to text: inout [UInt8]) {
    if notation != .fourDigits { text.append(UInt8(ascii: "Y")) }
    if isNegative { text.append(.hyphen) }
    if case .exponential(let mantissa, let exponent) = notation {
      text.append(mantissa.magnitude, width: 1)
      text.append(UInt8(ascii: "E"))
      text.append(exponent.magnitude, width: 1)
    } else {
      magnitude.write(to: &text)
    }
    if let significantDigits {
      text.append(UInt8(ascii: "S"))
      text.append(significantDigits.magnitude, width: 1)
    }
  }
}

extension MaskedNumber {
  func write(to text: inout [UInt8]) {
    var digits: [UInt8] = []
    digits.append(least.magnitude, width: width)
    for place in digits.indices where isUnspecified(digits.count - 1 - place) {
      digits[place] = .unspecifiedDigit
    }
    text.append(contentsOf: digits)
  }
}

extension TimeOfDay {
  func write(to text: inout [UInt8]) {
    writeClock(to: &text)
    writeOffset(to: &text)
  }

  /// Always with minutes, so `-04` becomes `-04:00`.
  func writeOffset(to text: inout [UInt8]) {
    switch offset {
    case .local: break
    case .utc: text.append(UInt8(ascii: "Z"))
    case .minutes(let minutes):
      text.append(UInt8(ascii: minutes < 0 ? "-" : "+"))
      text.append(minutes.magnitude / 60, width: 2)
      text.append(.colon)
      text.append(minutes.magnitude % 60, width: 2)
    }
  }

  /// `23:20:30`, with the fraction.
  func writeClock(to text: inout [UInt8]) {
    text.append(hour.magnitude, width: 2)
    text.append(.colon)
    text.append(minute.magnitude, width: 2)
    text.append(.colon)
    text.append(second.magnitude, width: 2)
    if !fraction.isEmpty {
      text.append(.dot)
      text.append(contentsOf: fraction)
    }
  }
}
