/// The words of one language for dates; a language joins by one more value in ``Wording``’s tables.
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
  let beforeChrist: Pattern
  /// Years 1 to 999, which would read as another number.
  let earlyYear: Pattern
  let longYear: Pattern
  /// `156X` and `15XX`, with the first year.
  let years: Pattern
  let unknownYear: String
  /// {first} {last}
  let someYear: Pattern
  /// {first} {last} {pattern}
  let someYearLike: Pattern
  /// {first} {last} {year}
  let estimatedYear: Pattern

  // Parts of a year. {date} is what stands before the year.
  /// {date} {year}, the year exact.
  let dateOfYear: Pattern
  /// {date} {year}, the year or the date vague.
  let dateInYear: Pattern
  /// {season}
  let northern: Pattern
  /// {season}
  let southern: Pattern
  let quarters: [String]
  let thirds: [String]
  let halves: [String]

  // Months and days.
  /// {day}: a day in figures.
  let dayNumber: Pattern
  /// {day} {month}
  let dayOfMonth: Pattern
  let someMonth: String
  /// {first} {last}
  let monthBetween: Pattern
  let someDay: String
  let unknownDay: String
  /// {month}
  let someDayIn: Pattern
  /// {first} {last}
  let dayBetween: Pattern
  /// {days} {month}: a day of a vague month.
  let dayOfSomeMonth: Pattern
  /// {days} {month}: days such as those of `dayBetween`.
  let daysOfSomeMonth: Pattern

  // Times. {date} {time}
  let dateWithTime: Pattern
  /// {time}
  let utc: Pattern
  /// {time} {offset}
  let utcOffset: Pattern

  // Marks. {date}
  let uncertain: Pattern
  let approximate: Pattern
  let uncertainAndApproximate: Pattern
  /// {date} {remarks}
  let remarked: Pattern
  /// {component} {remark}
  let remark: Pattern
  /// Year, season, month, day.
  let components: [String]
  /// Uncertain, approximate, both.
  let remarks: [String]

  // Intervals. {start} {end}
  let fromTo: Pattern
  let ongoing: Pattern
  let fromUnknownEnd: Pattern
  let until: Pattern
  let untilUnknownStart: Pattern
  let withoutStartOrEnd: String
  let startAndEndUnknown: String
  let onlyEndUnknown: String
  let onlyStartUnknown: String

  // Sets. {first} {last}; {date}; {list}
  let range: Pattern
  let oneOf: Pattern
  let allOf: Pattern
  let orEarlier: Pattern
  let orLater: Pattern
  let andEarlier: Pattern
  let andLater: Pattern
  let comma: String
  let or: String
  let and: String
}
