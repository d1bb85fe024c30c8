/// The words of one language for dates; a language joins by one more value in ``tables``.
///
/// A pattern names its slots in braces. A language that bends month names beside a day gives both lists;
/// one that wants another order moves the slots.
struct DateWords: Sendable {
  /// The primary subtag of BCP 47: `en`, `uk`.
  let language: String
  /// January first, as they stand alone.
  let months: [String]
  /// As they stand beside a day.
  let monthsOfDays: [String]
  /// Spring first.
  let seasons: [String]
  /// Between groups of three digits in years of five digits and more.
  let digitGroups: String

  // Years. {year}
  let beforeChrist: String
  /// Years 1 to 999, which would read as another number.
  let earlyYear: String
  let longYear: String
  /// `156X` and `15XX`, with the first year.
  let years: String
  let unknownYear: String
  /// {first} {last}
  let someYear: String
  /// {first} {last} {pattern}
  let someYearLike: String
  /// {first} {last} {year}
  let estimatedYear: String

  // Parts of a year. {date} is what stands before the year.
  /// {date} {year}, the year exact.
  let dateOfYear: String
  /// {date} {year}, the year or the date vague.
  let dateInYear: String
  /// {season}
  let northern: String
  /// {season}
  let southern: String
  let quarters: [String]
  let thirds: [String]
  let halves: [String]

  // Months and days.
  /// {day}: a day in figures.
  let dayNumber: String
  /// {day} {month}
  let dayOfMonth: String
  let someMonth: String
  /// {first} {last}
  let monthBetween: String
  let someDay: String
  let unknownDay: String
  /// {month}
  let someDayIn: String
  /// {first} {last}
  let dayBetween: String
  /// {days} {month}: a day of a vague month.
  let dayOfSomeMonth: String
  /// {days} {month}: days such as those of `dayBetween`.
  let daysOfSomeMonth: String

  // Times. {date} {time}
  let dateWithTime: String
  /// {time}
  let utc: String
  /// {time} {offset}
  let utcOffset: String

  // Marks. {date}
  let uncertain: String
  let approximate: String
  let uncertainAndApproximate: String
  /// {date} {remarks}
  let remarked: String
  /// {component} {remark}
  let remark: String
  /// Year, season, month, day.
  let components: [String]
  /// Uncertain, approximate, both.
  let remarks: [String]

  // Intervals. {start} {end}
  let fromTo: String
  let ongoing: String
  let fromUnknownEnd: String
  let until: String
  let untilUnknownStart: String
  let withoutStartOrEnd: String
  let startAndEndUnknown: String
  let onlyEndUnknown: String
  let onlyStartUnknown: String

  // Sets. {first} {last}; {date}; {list}
  let range: String
  let oneOf: String
  let allOf: String
  let orEarlier: String
  let orLater: String
  let andEarlier: String
  let andLater: String
  let comma: String
  let or: String
  let and: String
}

extension DateWords {
  static let tables: [DateWords] = [english]

  /// The table for a BCP 47 tag, by its primary subtag without regard to case; English where there is none.
  static func table(for language: String) -> DateWords {
    let primary = language.utf8.prefix { $0 != .hyphen }.map { $0 | 0x20 }
    return tables.first { $0.language.utf8.elementsEqual(primary) } ?? english
  }
}

/// The pattern with its slots filled; a slot without a value is left out.
func fill(_ pattern: String, _ values: KeyValuePairs<String, String>) -> String {
  var result = ""
  var rest = pattern.utf8[...]
  while let open = rest.firstIndex(of: UInt8(ascii: "{")),
    let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
  {
    result += String(rest[..<open]) ?? ""
    let name = rest[rest.index(after: open)..<close]
    result += values.first { $0.key.utf8.elementsEqual(name) }?.value ?? ""
    rest = rest[rest.index(after: close)...]
  }
  return result + (String(rest) ?? "")
}
