import EDTF
import Testing

struct `An EDTF date` {
  /// Examples of the specification and of what joins its features.
  @Test(arguments: [
    ("1985-04-12", 0), ("1985", 0), ("1985-04-12T23:20:30-04:00", 0), ("1964/2008", 0), ("-1985", 1),
    ("Y170000002", 1), ("2001-21", 1), ("1984?", 1), ("2004-06-11%", 1), ("201X", 1), ("20XX", 1),
    ("2004-XX", 1), ("1985-04-XX", 1), ("1985-XX-XX", 1), ("1985/..", 1), ("/1985", 1), ("2001-21/2003", 1),
    ("1984~/2004-06", 1), ("-2001-21", 1), ("-20XX", 1), ("Y-50000/-4000", 1), ("Y-17E7", 2), ("1950S2", 2),
    ("2001-34", 2), ("[1667,1668]", 2), ("{..1984}", 2), ("2004-06~-11", 2), ("?2004", 2), ("156X-12-25", 2),
    ("1XXX-XX", 2), ("XXXX-12-XX", 2), ("1984-1X", 2), ("2004-06-XX/2004-07-03", 2), ("2001-21~", 2),
    ("156X~", 2), ("20XX-21", 2), ("Y17E7~", 2), ("2004-XX-12", 2), ("2004-?06/2005", 2),
  ])
  func `has the lowest level that accepts it`(_ text: String, _ level: Int) throws {
    #expect(try EDTFDate(parsing: text).level == level)
  }

  @Test(arguments: [
    ("2025", "2025"), ("0001", "0001"), ("2025-03", "2025-03"), ("2025-03-04", "2025-03-04"),
    ("Y12345", "12345"), ("2025-03-04T10:20:30", "2025-03-04T10:20:30"),
    ("2025-03-04T10:20:30Z", "2025-03-04T10:20:30Z"),
    ("2025-03-04T10:20:30.123456+02", "2025-03-04T10:20:30.123+02:00"),
    ("Y17E3", "17000"),
  ])
  func `has a value for HTML's time element`(_ text: String, _ value: String) throws {
    #expect(try EDTFDate(parsing: text).htmlDateTime == value)
  }

  @Test(arguments: [
    "0000", "-0044", "-0044-03-15", "2024-22", "2025~", "2025?-03", "202X", "2025-XX", "1950S2", "2024/2025",
    "../2024", "[2024,2025]", "{2024,2025}", "2025-03-04T24:00:00", "0000-01-01T10:00:00",
  ])
  func `has no value for HTML where HTML has no form`(_ text: String) throws {
    #expect(try EDTFDate(parsing: text).htmlDateTime == nil)
  }

  @Test(arguments: [
    ("2004-06-11", Precision.day), ("2004-06", .month), ("2004-21", .season), ("2004", .year),
    ("2004-06-11T10:00:00", .second), ("2004/2005-03", .year), ("2004-03/2005-03-01", .month),
    ("{2004-03-01,2004-04}", .month), ("../2004-03-01", .day),
  ])
  func `knows how finely it is given`(_ text: String, _ precision: Precision) throws {
    #expect(try EDTFDate(parsing: text).precision == precision)
  }

  @Test
  func `gives its interval's ends and its time`() throws {
    let interval = try EDTFDate(parsing: "2004-06?/..")
    #expect(interval.isInterval && interval.time == nil)
    #expect(interval.start?.date?.month?.least == 6)
    #expect(interval.start?.date?.partQualifier == .uncertain)
    #expect(interval.end == .open)
    #expect(try EDTFDate(parsing: "2004/").end == .unknown)
    let timed = try EDTFDate(parsing: "2004-06-11T10:20:30+02:30")
    #expect(!timed.isInterval && timed.start == nil && timed.end == nil)
    #expect(timed.time?.hour == 10 && timed.time?.minute == 20 && timed.time?.second == 30)
    #expect(timed.time?.offset == .minutes(150))
    #expect(try EDTFDate(parsing: "/").precision == nil)
  }

  @Test(arguments: [
    ("2004-06-11?", [Qualifier.uncertain, .uncertain, .uncertain]),
    ("2004~-06-11", [.approximate, nil, nil]),
    ("2004-06~-11", [.approximate, .approximate, nil]), ("2004-?06-11", [nil, .uncertain, nil]),
    ("2001-?09~-09", [.approximate, .uncertainAndApproximate, nil]),
    ("?2004-06-~11", [.uncertain, nil, .approximate]), ("%2004", [.uncertainAndApproximate]),
    ("2004-21~", [.approximate, .approximate]),
  ])
  func `applies a mark to its component or to all left of it`(_ text: String, _ marks: [Qualifier?]) throws {
    guard case .date(let date) = try EDTFDate(parsing: text).form else {
      Issue.record("not a single date"); return
    }
    #expect(date.qualifiers == marks)
    #expect(date.qualifier == (Set(marks).count == 1 ? marks[0] : nil))
  }

  @Test(arguments: [
    ("2004", false, false), ("2004?", true, false), ("2004-06~", false, true), ("2004/2005%", true, true),
    ("[2004?,2005~]", true, true),
  ])
  func `is uncertain or approximate when any part is`(
    _ text: String, _ isUncertain: Bool, _ isApproximate: Bool
  ) throws {
    let date = try EDTFDate(parsing: text)
    #expect(date.isUncertain == isUncertain)
    #expect(date.isApproximate == isApproximate)
  }

  @Test(arguments: [
    ("2004-06-11~", "2004-06-10", "2004-06-12"), ("2004-06~", "2004-05-01", "2004-07-31"),
    ("2004-06~-11", "2004-05-11", "2004-07-11"), ("2004-02-29?", "2004-02-29", "2004-02-29"),
    ("~2004-02-29", "2003-02-28", "2005-02-28"), ("2011-23~", "2011-06-01", "2012-02-29"),
    ("196X~", "1950-01-01", "1979-12-31"), ("2004-01-31~", "2004-01-30", "2004-02-01"),
    ("2004-~01-31", "2003-12-31", "2004-02-29"), ("1984~/2004", "1983-01-01", "2004-12-31"),
    ("[1984~,2004]", "1983-01-01", "2004-12-31"),
  ])
  func `is drawn one unit wider where it is approximate`(_ text: String, _ lower: String, _ upper: String)
    throws
  {
    let bounds = try EDTFDate(parsing: text).drawnBounds(hemisphere: .north)
    #expect(bounds.lower.day?.isoText == lower)
    #expect(bounds.upper.day?.isoText == upper)
  }

  @Test
  func `is equal to another with the same canonical text`() throws {
    let short = try EDTFDate(parsing: "2004-01-01T10:00:00-04")
    let long = try EDTFDate(parsing: "2004-01-01T10:00:00-04:00")
    #expect(short == long && short.hashValue == long.hashValue)
    #expect(short.text == "2004-01-01T10:00:00-04:00")
    #expect(short.form == long.form)
    #expect(MemoryLayout<EDTFDate>.size <= 32)
  }
}
