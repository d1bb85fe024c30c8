import EDTF

/// What English calls days, months, seasons and numbers, in lower case.
enum EnglishCalendar {
  static let weekdays: [String: Weekday] = [
    "monday": .monday, "tuesday": .tuesday, "wednesday": .wednesday, "thursday": .thursday,
    "friday": .friday, "saturday": .saturday, "sunday": .sunday,
  ]

  static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
  ]

  /// The codes of EDTF.
  static let seasons: [String: Int] = [
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
  ]

  static let numbers: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
  ]

  static let ordinals: [String: Int] = ["first": 1, "second": 2, "third": 3, "fourth": 4]

  static let vagueNumbers: Set<String> = ["few", "several", "couple", "some", "many"]

  enum Unit { case hour, day, week, month, year }

  static let units: [String: Unit] = [
    "hour": .hour, "hours": .hour, "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month,
    "months": .month, "year": .year, "years": .year,
  ]

  /// What may stand before a month or a year that is meant as a date.
  static let prepositions: Set<String> = [
    "in", "since", "until", "till", "by", "from", "to", "during", "of", "before", "after", "through",
    "between", "and", "or", "early", "late", "mid", "on", "around", "about", "back", "for",
  ]

  static let parts: Set<String> = ["early", "late", "mid", "earlier", "later"]

  /// Names that hold a day of the week and are no date.
  static let namesBefore: Set<String> = ["black", "good", "bloody", "super", "holy", "ash", "cyber", "palm"]
  static let namesAfter: Set<String> = ["times", "telegraph", "mirror", "express", "mail", "post", "herald"]

  /// Verbs that speak of what is to come, and what follows `is` or `are` to the same end.
  static let ahead: Set<String> = ["will", "shall", "won"]
  static let planned: Set<String> = ["to", "due", "set", "expected", "scheduled", "planned", "going"]
}
