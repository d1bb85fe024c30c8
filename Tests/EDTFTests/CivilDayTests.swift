import EDTF
import Foundation
import Testing

struct `A civil day` {
  static let numbers: [Int] = {
    var sampler = Sampler(seed: 11)
    return (0..<300).map { _ in sampler.pick(-4_000_000...4_000_000) } + [-719_468, -719_469, -1, 0, 1]
  }()

  @Test(arguments: numbers)
  func `has a number that leads back to it`(_ number: Int) throws {
    let day = CivilDay(number: number)
    #expect(day.number == number)
    #expect(CivilDay(year: day.year, month: day.month, day: day.day) == day)
    #expect(day.adding(days: 1).number == number + 1)
    #expect(day < day.adding(days: 1))
    #expect(day.adding(days: 1).weekday.rawValue == day.weekday.rawValue % 7 + 1)
  }

  /// Foundation has the Gregorian calendar without the Julian one before it only from 1583 on.
  @Test(arguments: Sampler.samples(200, seed: 12) { String($0.pick(-140_000...400_000)) })
  func `is Foundation's day of the Gregorian calendar`(_ number: String) throws {
    let number = try #require(Int(number))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let date = Date(timeIntervalSince1970: Double(number) * 86_400)
    let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
    let day = CivilDay(number: number)
    #expect([day.year, day.month, day.day] == [parts.year, parts.month, parts.day])
    // Foundation counts from Sunday as 1.
    #expect(day.weekday.rawValue % 7 + 1 == parts.weekday)
  }

  @Test(arguments: [
    (2025, 3, 4, "2025-03-04", "4 March 2025"), (409, 12, 1, "0409-12-01", "1 December AD 409"),
    (-43, 3, 15, "-0043-03-15", "15 March 44 BC"), (0, 1, 1, "0000-01-01", "1 January 1 BC"),
    (12_345, 6, 7, "12345-06-07", "7 June the year 12,345"),
  ])
  func `is written as ISO text and in words`(
    _ year: Int, _ month: Int, _ day: Int, _ text: String, _ words: String
  ) throws {
    let day = try #require(CivilDay(year: year, month: month, day: day))
    #expect(day.isoText == text)
    #expect(day.description == text)
    #expect(day.words(language: "en") == words)
    #expect(day.words(language: "xx-YY") == words)
  }

  @Test
  func `stops at the first and the last day there is`() throws {
    let last = try #require(CivilDay(year: CivilDay.years.upperBound, month: 12, day: 31))
    let first = try #require(CivilDay(year: CivilDay.years.lowerBound, month: 1, day: 1))
    #expect(last.adding(days: 1) == last)
    #expect(first.adding(days: .min) == first)
    #expect(last.adding(days: .max) == last)
    #expect(CivilDay(number: last.number) == last)
    #expect(CivilDay(number: first.number) == first)
    #expect(CivilDay(year: CivilDay.years.upperBound + 1, month: 1, day: 1) == nil)
  }

  @Test(arguments: ["2025-03-04", "0000-02-29", "9999-12-31"])
  func `is read from plain text`(_ text: String) throws {
    #expect(try CivilDay(parsing: text).isoText == text)
    let day = try CivilDay(parsing: text)
    #expect(EDTFDate(day)?.text == text)
  }

  @Test(arguments: [
    ("2025-03", "a plain day is expected here, written YYYY-MM-DD", 1),
    ("2025-03-04~", "a plain day is expected here, written YYYY-MM-DD", 1),
    ("2025-03-XX", "a plain day is expected here, written YYYY-MM-DD", 1),
    ("-0044-03-15", "a plain day is expected here, written YYYY-MM-DD", 1),
    ("2025-03-04T12:00:00", "a plain day is expected here, written YYYY-MM-DD", 1),
    ("2025-03-04/2025-03-05", "a plain day is expected here, written YYYY-MM-DD", 1),
    ("2025-02-29", "February 2025 has 28 days", 9),
    ("2025-3-4", "a month has two digits; write '2025-03-04'", 6),
  ])
  func `is read from nothing else`(_ text: String, _ message: String, _ column: Int) {
    let error = #expect(throws: EDTFError.self) { try CivilDay(parsing: text) }
    #expect(error?.message == message)
    #expect(error?.column == column)
  }

  @Test
  func `an EDTF date of a day needs a year of four digits`() throws {
    #expect(EDTFDate(try #require(CivilDay(year: -44, month: 3, day: 15)))?.text == "-0044-03-15")
    #expect(EDTFDate(try #require(CivilDay(year: 10_000, month: 1, day: 1))) == nil)
  }
}
