import EDTF
import Testing

/// What went wrong with a string that must not be read.
private func refusal(of text: String) -> EDTFError? {
  do {
    _ = try EDTFDate(parsing: text)
    return nil
  } catch {
    return error
  }
}

struct `What is refused` {
  /// The caret marks the character that the error lies on.
  @Test(arguments: [
    ("199u", "   ^", "199X"),
    ("199x", "   ^", "199X"),
    ("1999-uu", "     ^", "1999-XX"),
    ("unknown/2004", "^", "/2004"),
    ("2004/unknown", "     ^", "2004/"),
    ("2004/open", "     ^", "2004/.."),
    ("open/2004-uu", "^", "../2004-XX"),
    ("y170000002", "^", "Y170000002"),
    ("Y17e7", "   ^", "Y17E7"),
    ("y17e7p1", "^", "Y17E7S1"),
    ("1950p2", "    ^", "1950S2"),
    ("1984?~", "     ^", "1984%"),
    ("1984~?", "     ^", "1984%"),
  ])
  func `forms of the drafts get today's spelling`(_ text: String, _ caret: String, _ suggestion: String)
    throws
  {
    let error = try #require(refusal(of: text))
    #expect(error.kind == .draftForm)
    #expect(error.column == caret.count)
    #expect(error.suggestion == suggestion)
    #expect(error.message.hasSuffix("; write '\(suggestion)'"))
  }

  @Test(arguments: [
    ("(2011)-06-04~", "^"),
    ("2001-21^southernHemisphere", "       ^"),
  ])
  func `forms of the drafts without a sure translation are explained`(_ text: String, _ caret: String) throws
  {
    let error = try #require(refusal(of: text))
    #expect(error.kind == .draftForm)
    #expect(error.column == caret.count)
    #expect(error.suggestion == nil)
  }

  @Test(arguments: [
    ("20040611", "    ^", "2004-06-11"),
    ("2004-6-1", "     ^", "2004-06-01"),
    ("2004/06/11", "     ^", "2004-06-11"),
    ("2025-03-04/05", "           ^", "2025-03-04/2025-03-05"),
    ("12345", "    ^", "Y12345"),
    ("Y1985", "^", "1985"),
    ("2004-06-11 ", "          ^", "2004-06-11"),
    (" 2004", "^", "2004"),
    ("2004–06", "    ^", "2004-06"),
    ("[1667, 1668]", "      ^", "[1667,1668]"),
    ("2004-01-01t12:00:00", "          ^", "2004-01-01T12:00:00"),
    ("2004-01-01T12:00:00+0200", "                      ^", "2004-01-01T12:00:00+02:00"),
  ])
  func `common slips get a suggestion`(_ text: String, _ caret: String, _ suggestion: String) throws {
    let error = try #require(refusal(of: text))
    #expect(error.kind == .malformed)
    #expect(error.column == caret.count)
    #expect(error.suggestion == suggestion)
  }

  @Test(arguments: [
    ("17 January 2025", ["2025-01-17"]), ("Jan 17, 2025", ["2025-01-17"]),
    ("17th of Jan. 2025", ["2025-01-17"]),
    ("17-Jan-2025", ["2025-01-17"]), ("January 2025", ["2025-01"]), ("17. März 2025", ["2025-03-17"]),
    ("17 січня 2025", ["2025-01-17"]), ("17.1.2025", ["2025-01-17"]), ("17/01/2025", ["2025-01-17"]),
    ("01/17/2025", ["2025-01-17"]), ("2025/01/17", ["2025-01-17"]), ("2025-1-7", ["2025-01-07"]),
    ("03/04/2025", ["2025-04-03", "2025-03-04"]), ("04/04/2025", ["2025-04-04"]), ("01/2025", ["2025-01"]),
    ("c. 1970", ["1970~"]), ("ca. 1970", ["1970~"]), ("circa 1970", ["1970~"]),
    ("about May 1970", ["1970-05~"]),
    ("1970s", ["197X"]), ("1970's", ["197X"]), ("1900s", ["19XX", "190X"]), ("2025-Q1", ["2025-33"]),
    ("Q4 2025", ["2025-36"]), ("H1 2025", ["2025-40"]), ("spring 2025", ["2025-21"]),
    ("Fall 2025", ["2025-23"]),
    ("2025 or 2026", ["[2025,2026]"]), ("2025 and 2026", ["{2025,2026}"]), ("2025-2026", ["2025/2026"]),
    ("2025 – 2026", ["2025/2026"]), ("from May 2025 to 2026", ["2025-05/2026"]),
    ("before 1990", ["[..1989]"]), ("since 1990", ["1990/.."]), ("until 1990", ["../1990"]),
  ])
  func `what people write is told in every way it can be meant`(_ text: String, _ readings: [String]) throws {
    let error = try #require(refusal(of: text))
    #expect(error.readings == readings)
    #expect(error.suggestion == (readings.count == 1 ? readings[0] : nil))
    #expect(error.message.hasSuffix("; write " + readings.map { "'\($0)'" }.joined(separator: " or ")))
    for reading in readings { #expect(try EDTFDate(parsing: reading).text == reading) }
  }

  @Test(arguments: ["unknown", "n.d.", "Unknown", "TBA"])
  func `an unknown date is left out`(_ text: String) throws {
    let error = try #require(refusal(of: text))
    #expect(error.message == "a date that nobody knows is not written; leave it out")
    #expect(error.readings.isEmpty)
  }

  @Test(arguments: ["Janury 2025", "31 February 2025", "17-18 January 2025", "early 2025", "last week"])
  func `words without a sure translation are answered with the forms`(_ text: String) throws {
    let error = try #require(refusal(of: text))
    #expect(error.message.hasSuffix("; write 2025-01-17, 2025-01 or 2025; about 1970 is 1970~"))
    #expect(error.readings.isEmpty)
  }

  @Test(arguments: [
    ("2004-13", "     ^", "there is no month 13; months are 01 to 12, seasons 21 to 41"),
    ("2004-00", "     ^", "there is no month 00; months are 01 to 12, seasons 21 to 41"),
    ("2015-02-29", "        ^", "February 2015 has 28 days"),
    ("2016-04-31", "        ^", "April 2016 has 30 days"),
    ("2016-05-32", "        ^", "there is no day 32"),
    ("15XX-02-3X", "        ^", "no real day fits these digits"),
    ("1XX1-02-29", "        ^", "no real day fits these digits"),
    ("2004-2X", "     ^", "no month fits 2X"),
    ("-0000", "^", "the year 0000 has no sign"),
    ("1950S5", "     ^", "this year has only 4 significant digits"),
    ("Y1E20", " ^", "a year has at most 15 digits"),
    ("2004-01-01T25:00:00", "           ^", "there is no hour 25"),
    ("2004-01-01T24:00:01", "           ^", "the last time of a day is 24:00:00"),
    ("2004-01-01T12:00:00+15:00", "                    ^", "there is no hour 15"),
    ("2004-01-01T12:00:00-13", "                   ^", "offsets reach from -12:00 to +14:00"),
  ])
  func `impossible dates say what there is`(_ text: String, _ caret: String, _ message: String) throws {
    let error = try #require(refusal(of: text))
    #expect(error.kind == .impossible)
    #expect(error.column == caret.count)
    #expect(error.message == message)
  }

  @Test(arguments: [
    ("2004/2003", "     ^"), ("2004-06-11/2004-06", "           ^"), ("2012-24/2012-21", "        ^"),
    ("[2004..2003]", "       ^"), ("{2004,2006..2005}", "            ^"), ("0000/-0001", "     ^"),
  ])
  func `an end before its start is told apart`(_ text: String, _ caret: String) throws {
    let error = try #require(refusal(of: text))
    #expect(error.kind == .endBeforeStart)
    #expect(error.column == caret.count)
  }

  @Test(arguments: [
    ("", "^", "a date is missing"),
    ("..", "^", "'..' alone is no date; an open interval has a slash, as in 2004/.."),
    ("19", "^", "a year has four digits; a century ends with XX"),
    ("193", "^", "a year has four digits; a decade ends with X"),
    ("+2006", "^", "a year has no plus sign"),
    ("2004-", "    ^", "a month has two digits"),
    ("2004-06-", "       ^", "a day has two digits"),
    ("2001-21-05", "       ^", "a season has no day"),
    ("Y17E7-12", "     ^", "only a year of four digits has a month"),
    ("Y012345", " ^", "a year after Y has no leading zeros"),
    ("[1984", "^", "this set is not closed with ]"),
    ("[1984]", "^", "a set has two dates or a range; write the date alone"),
    ("[1984,1985}", "          ^", "this set is closed with ]"),
    ("[2004..,2005]", "        ^", "a date with '..' after it is the last of a set"),
    ("[2003,..2005]", "      ^", "a date with '..' before it is the first of a set"),
    ("[2004..2005-01]", "       ^", "both ends of a range are given equally finely"),
    ("2012/2013/1234", "         ^", "an interval has one slash"),
    ("2005-07-25T10:10:10Z/2006", "          ^", "an interval has days, not times of day"),
    ("2005/2006-01-01T10:10:10Z", "               ^", "an interval has days, not times of day"),
    ("2004-06T10:10:10", "       ^", "a time of day stands after a whole day without marks"),
    ("2004-01-01T12:00", "               ^", "a time has seconds, each after a colon"),
    ("2004,2005", "    ^", "several dates stand in brackets: [one of them] or {all of them}"),
    ("2004é", "    ^", "unexpected 'é'"),
    ("2004\u{301}", "    ^", "unexpected U+0301"),
    ("\u{1F600}2004", "^", "unexpected '\u{1F600}'"),
    ("2004-06\u{0}", "       ^", "unexpected U+0000"),
  ])
  func `the error lies on what is wrong and says it`(_ text: String, _ caret: String, _ message: String)
    throws
  {
    let error = try #require(refusal(of: text))
    #expect(error.column == caret.count)
    #expect(error.message == message)
    #expect(error.suggestion == nil)
  }
}

struct `Any string` {
  static let alphabet =
    Array("0123456789XXXX----//..[]{},?~%YES TZ:+uxyp").map(String.init) + [
      "é", "\u{301}", "\u{1F600}", "–", "\u{0}", "\r\n", "unknown", "open", "2004", "-06-11",
    ]

  static let samples =
    Sampler.samples(1500, seed: 8) { sampler in
      (0..<sampler.pick(0...14)).map { _ in alphabet.randomElement(using: &sampler.source)! }.joined()
    }
    + Sampler.samples(1500, seed: 9) { sampler in
      var text = Array(sampler.date().unicodeScalars.map { String($0) })
      text[sampler.pick(0...(text.count - 1))] = alphabet.randomElement(using: &sampler.source)!
      return text.joined()
    }
    + Sampler.samples(500, seed: 10) { sampler in
      String(decoding: (0..<sampler.pick(0...20)).map { _ in UInt8(sampler.pick(0...255)) }, as: UTF8.self)
    }

  @Test(arguments: samples)
  func `is read, or refused on one of its characters`(_ text: String) throws {
    guard let error = refusal(of: text) else { return }
    #expect((1...max(1, text.unicodeScalars.count)).contains(error.column))
    #expect(!error.message.isEmpty && !error.message.contains("\n"))
    guard let suggestion = error.suggestion else { return }
    #expect(try EDTFDate(parsing: suggestion).text == suggestion)
  }

  @Test
  func `a long string is refused in time that grows with its length`() throws {
    let members = String(repeating: "2004-06-11,", count: 20_000)
    #expect(try #require(refusal(of: "[" + members)).suggestion == nil)
    #expect(try EDTFDate(parsing: "[" + members + "2005]").level == 2)
    #expect(refusal(of: String(repeating: "9", count: 100_000))?.column == 5)
    #expect(refusal(of: "Y" + String(repeating: "9", count: 100_000))?.kind == .impossible)
  }
}
