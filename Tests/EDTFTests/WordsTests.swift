import Testing

@testable import EDTF

struct `Dates in words` {
  @Test(arguments: [
    ("2025-03-04", "4 March 2025"), ("2025-03", "March 2025"), ("2025", "2025"), ("0409", "AD 409"),
    ("0000", "1 BC"), ("-0043-03-15", "15 March 44 BC"), ("Y170000002", "the year 170,000,002"),
    ("Y-170000002", "170,000,003 BC"), ("Y17E7", "the year 170,000,000"),
    ("1953S2", "some year from 1900 to 1999, estimated 1953"),
    ("2024-22", "summer 2024"), ("2001-26", "northern summer 2001"), ("2001-30", "southern summer 2001"),
    ("2001-34", "second quarter 2001"), ("2001-38", "May to August 2001"), ("2001-41", "second half 2001"),
  ])
  func `single dates`(_ text: String, _ words: String) throws {
    #expect(try EDTFDate(parsing: text).words(language: "en") == words)
  }

  @Test(arguments: [
    ("156X", "the 1560s"), ("16XX", "the 1600s"), ("1XXX", "some year from 1000 to 1999"),
    ("XXXX", "an unknown year"), ("1X99", "some year from 1099 to 1999 (1X99)"),
    ("-20XX", "some year from 2100 BC to 2001 BC"), ("2004-XX", "a month in 2004"),
    ("1984-1X", "October, November or December 1984"),
    ("1984-0X", "a month from January to September 1984"), ("1984-X3", "March 1984"),
    ("1985-04-XX", "a day in April 1985"), ("1985-XX-XX", "a day in 1985"),
    ("1560-XX-25", "day 25 of a month in 1560"), ("156X-12-25", "25 December in the 1560s"),
    ("XXXX-12-XX", "a day in December in an unknown year"), ("XXXX-XX-XX", "an unknown day"),
    ("2004-02-1X", "a day from 10 to 19 February 2004"), ("1200-01-X4", "4, 14 or 24 January 1200"),
    ("1200-X1-X4", "day 4, 14 or 24 of January or November 1200"),
    ("1200-XX-1X", "a day from 10 to 19 of a month in 1200"), ("20XX-22", "summer in the 2000s"),
  ])
  func `unspecified digits`(_ text: String, _ words: String) throws {
    #expect(try EDTFDate(parsing: text).words(language: "en") == words)
  }

  @Test(arguments: [
    ("1984?", "possibly 1984"), ("1890~", "about 1890"), ("1984%", "possibly about 1984"),
    ("?1945-01", "January 1945 (year uncertain)"), ("2004-06~", "about June 2004"),
    ("2004-06-~11", "11 June 2004 (day approximate)"),
    ("2004?-~06-~04", "4 June 2004 (year uncertain; month approximate; day approximate)"),
    ("2001-~21", "spring 2001 (season approximate)"),
    ("2001-?09~-09", "9 September 2001 (year approximate; month uncertain and approximate)"),
    ("2004?-?06-?11", "possibly 11 June 2004"),
  ])
  func `marks`(_ text: String, _ words: String) throws {
    #expect(try EDTFDate(parsing: text).words(language: "en") == words)
  }

  @Test(arguments: [
    ("2024-06-04/2024-06-07", "from 4 to 7 June 2024"),
    ("2024-03-04/2024-04-07", "from 4 March to 7 April 2024"),
    ("2024-12-30/2025-01-02", "from 30 December 2024 to 2 January 2025"),
    ("2024-03/2024-06", "from March to June 2024"), ("2024/2026", "from 2024 to 2026"),
    ("2024/2024", "2024"), ("2024-03/2024-06-01", "from March 2024 to 1 June 2024"),
    ("2022/..", "from 2022 (ongoing)"), ("2022/", "from 2022, end unknown"), ("../2006", "until 2006"),
    ("/2006", "until 2006, start unknown"), ("../..", "without start or end"),
    ("/", "start and end unknown"), ("../", "without start, end unknown"), ("/..", "start unknown (ongoing)"),
    ("1984~/2004?", "from about 1984 to possibly 2004"),
    ("2024-03-04~/2024-03-07", "from about 4 March 2024 to 7 March 2024"),
  ])
  func `intervals`(_ text: String, _ words: String) throws {
    #expect(try EDTFDate(parsing: text).words(language: "en") == words)
  }

  @Test(arguments: [
    ("[2025-03-02,2025-03-03]", "2 or 3 March 2025"),
    ("{2025-03-02,2025-03-03,2025-03-05}", "2, 3 and 5 March 2025"),
    ("[2025-01,2025-03]", "January or March 2025"), ("[1667,1760-12]", "1667 or December 1760"),
    ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672"), ("[1670..1672]", "one of 1670 to 1672"),
    ("{2025-03-02..2025-03-05}", "all of 2 to 5 March 2025"), ("[..1984]", "1984 or earlier"),
    ("{..1984}", "1984 and earlier"), ("{1760..}", "1760 and later"),
    ("[1760-01,1760-12..]", "January 1760 or December 1760 or later"),
    ("[2025-03-02,2025-04-03]", "2 March or 3 April 2025"),
  ])
  func `sets`(_ text: String, _ words: String) throws {
    #expect(try EDTFDate(parsing: text).words(language: "en") == words)
  }

  @Test(arguments: [
    ("1985-04-12T23:20:30", "12 April 1985, 23:20:30"), ("1985-04-12T23:20:00Z", "12 April 1985, 23:20 UTC"),
    ("1985-04-12T23:20:30.5-04", "12 April 1985, 23:20:30.5 UTC-04:00"),
    ("1985-04-12T24:00:00", "12 April 1985, 24:00"),
  ])
  func `times`(_ text: String, _ words: String) throws {
    #expect(try EDTFDate(parsing: text).words(language: "en") == words)
  }

  @Test(arguments: ["en", "EN-gb", "en-US", "xx", "", "-", "é"])
  func `a language without a table gets English`(_ language: String) throws {
    #expect(try EDTFDate(parsing: "2025-03").words(language: language) == "March 2025")
  }
}

/// A language joins by a table alone: this one bends its month names, puts a dot after days and the day
/// after the month.
struct `Words of another language` {
  static let table = DateWords(
    language: "zz",
    months: ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "M11", "M12"],
    monthsOfDays: ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11", "m12"],
    seasons: ["S1", "S2", "S3", "S4"], digitGroups: ".", beforeChrist: "{year} bc", earlyYear: "{year}",
    longYear: "Y {year}", years: "{year}er", unknownYear: "?", someYear: "{first}-{last}",
    someYearLike: "{pattern}", estimatedYear: "{year}±", dateOfYear: "{year} {date}",
    dateInYear: "{year}: {date}", northern: "N {season}", southern: "S {season}",
    quarters: ["Q1", "Q2", "Q3", "Q4"], thirds: ["T1", "T2", "T3"], halves: ["H1", "H2"],
    dayNumber: "{day}.", dayOfMonth: "{month} {day}", someMonth: "m?", monthBetween: "{first}-{last}",
    someDay: "d?", unknownDay: "??", someDayIn: "{month} d?", dayBetween: "{first}-{last}",
    dayOfSomeMonth: "{month} {days}", daysOfSomeMonth: "{month} {days}", dateWithTime: "{time} {date}",
    utc: "{time} Z", utcOffset: "{time}{offset}", uncertain: "{date}?", approximate: "~{date}",
    uncertainAndApproximate: "~{date}?", remarked: "{date} [{remarks}]", remark: "{component}:{remark}",
    components: ["y", "s", "m", "d"], remarks: ["u", "a", "ua"], fromTo: "{start} > {end}",
    ongoing: "{start} >", fromUnknownEnd: "{start} > ?", until: "> {end}", untilUnknownStart: "? > {end}",
    withoutStartOrEnd: ">", startAndEndUnknown: "? > ?", onlyEndUnknown: "> ?", onlyStartUnknown: "? >",
    range: "{first}-{last}", oneOf: "1/{list}", allOf: "*/{list}", orEarlier: "<={date}", orLater: ">={date}",
    andEarlier: "..{date}", andLater: "{date}..", comma: "; ", or: " | ", and: " & ")

  @Test(arguments: [
    ("2025-03-04", "2025 m3 4."), ("2025-03", "2025 M3"), ("0044", "44"), ("Y12345678", "Y 12.345.678"),
    ("2024-06-04/2024-06-07", "2024 m6 4. > 2024 m6 7."), ("[2025-03-02,2025-03-03]", "2025 m3 2. | 3."),
    ("{2025-03,2025-05,2025-06}", "2025 M3; M5 & M6"), ("1984-06%", "~1984 M6?"),
    ("2004?-06-11", "2004 m6 11. [y:u]"), ("1985-04-12T23:20:30Z", "23:20:30 Z 1985 m4 12."),
    ("156X", "1560er"), ("2024-30", "2024 S S2"),
  ])
  func `come from its table`(_ text: String, _ words: String) throws {
    #expect(Wording(Self.table).words(try EDTFDate(parsing: text).form) == words)
  }

  @Test(arguments: [
    ("2025-03-04", "de", "4. März 2025"), ("2025-03", "de-AT", "März 2025"), ("1890~", "de", "etwa 1890"),
    ("2024-22", "de", "Sommer 2024"), ("156X", "de", "die 1560er Jahre"),
    ("2024-06-04/2024-06-07", "de", "4. bis 7. Juni 2024"), ("2022/..", "de", "ab 2022 (andauernd)"),
    ("[2025-03-02,2025-03-03]", "de", "2. oder 3. März 2025"), ("-0043", "de", "44 v. Chr."),
    ("Y17E7", "de", "das Jahr 170.000.000"), ("2004-06-~11", "de", "11. Juni 2004 (Tag ungefähr)"),
    ("2025-03-04", "uk", "4 березня 2025"), ("2025-03", "UK", "березень 2025"),
    ("2024-24", "uk-UA", "зима 2024"), ("1890?", "uk", "можливо, 1890"),
    ("2022/", "uk", "початок: 2022, кінець невідомий"),
    ("2024-06-04/2024-06-07", "uk", "4 – 7 червня 2024"),
    ("{2025-01,2025-03}", "uk", "січень і березень 2025"),
  ])
  func `in other languages come from their own tables`(_ text: String, _ language: String, _ words: String)
    throws
  {
    #expect(try EDTFDate(parsing: text).words(language: language) == words)
  }

  @Test(arguments: [("en", "4 March", "March"), ("de", "4. März", "März"), ("uk", "4 березня", "березень")])
  func `of a day without its year`(_ language: String, _ day: String, _ month: String) throws {
    let date = try CivilDay(parsing: "2025-03-04")
    #expect(date.wordsWithoutYear(language: language) == day)
    #expect(date.monthWords(language: language) == month)
  }

  @Test(arguments: [
    ("{day}-{month}", "1-2"), ("{month}{day}", "21"), ("x{year}y", "xy"), ("", ""), ("é{day}é", "é1é"),
  ])
  func `fill the slots of a pattern`(_ pattern: String, _ words: String) {
    #expect(Pattern(stringLiteral: pattern).filled([.day: "1", .month: "2"]) == words)
  }
}
