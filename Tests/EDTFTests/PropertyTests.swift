import EDTF
import Testing

struct `Properties of any date` {
  @Test(arguments: Sampler.samples(1500, seed: 1) { $0.date() })
  func `a valid string is read and printed back`(_ text: String) throws {
    let date = try EDTFDate(parsing: text)
    #expect(date.text == text)
    let again = try EDTFDate(parsing: date.text)
    #expect(again.form == date.form)
    #expect(again == date)
    #expect((0...2).contains(date.level))
  }

  @Test(arguments: Sampler.samples(300, seed: 2) { $0.date() }, ["en", "de", "uk"])
  func `a valid string has words without empty slots`(_ text: String, _ language: String) throws {
    let words = try EDTFDate(parsing: text).words(language: language)
    #expect(!words.isEmpty && !words.contains("{") && !words.contains("  "))
    #expect(!words.hasSuffix(" ") && !words.hasPrefix(" "))
  }

  @Test(arguments: Sampler.samples(300, seed: 3) { $0.date() }, [Hemisphere.north, .south])
  func `the lower bound never lies after the upper`(_ text: String, _ hemisphere: Hemisphere) throws {
    let date = try EDTFDate(parsing: text)
    for bounds in [date.bounds(hemisphere: hemisphere), date.drawnBounds(hemisphere: hemisphere)] {
      guard let lower = bounds.lower.day, let upper = bounds.upper.day else { continue }
      #expect(lower <= upper)
    }
  }

  @Test(arguments: Sampler.samples(300, seed: 4) { $0.date() })
  func `what is drawn covers what is meant`(_ text: String) throws {
    let date = try EDTFDate(parsing: text)
    let (bounds, drawn) = (date.bounds(hemisphere: .north), date.drawnBounds(hemisphere: .north))
    if let lower = bounds.lower.day { #expect(try #require(drawn.lower.day) <= lower) }
    if let upper = bounds.upper.day { #expect(try #require(drawn.upper.day) >= upper) }
  }
}

struct `Properties of bounds` {
  static let patterns = Sampler.samples(400, seed: 5) { sampler in
    sampler.masked(sampler.cut(sampler.day()), oneIn: 4)
  }.filter { $0.contains("X") && $0.count { $0 == "X" } <= 3 }

  @Test(arguments: patterns)
  func `the bounds of unspecified digits are those of all completions`(_ text: String) throws {
    let bounds = try EDTFDate(parsing: text).bounds(hemisphere: .north)
    // An X in the place of a month never stands for a season.
    let completions = completed(text).compactMap { try? EDTFDate(parsing: $0) }
      .filter { $0.precision != .season }.map { $0.bounds(hemisphere: .north) }
    #expect(!completions.isEmpty)
    #expect(bounds.lower.day == completions.compactMap(\.lower.day).min())
    #expect(bounds.upper.day == completions.compactMap(\.upper.day).max())
  }

  static let lateDays = Sampler.samples(200, seed: 7) { sampler in
    let month = sampler.masked(sampler.cut(sampler.day(), parts: 2), oneIn: 4)
    return month + ["-29", "-30", "-31", "-3X", "-X9"].randomElement(using: &sampler.source)!
  }.filter { $0.count { $0 == "X" } <= 3 }

  @Test(arguments: lateDays)
  func `a date is refused exactly when no completion is a real day`(_ text: String) {
    let isReal = completed(text).contains { (try? EDTFDate(parsing: $0)) != nil }
    #expect(((try? EDTFDate(parsing: text)) != nil) == isReal)
  }

  @Test(arguments: Sampler.samples(300, seed: 6) { $0.day().isoText })
  func `less precision never narrows`(_ text: String) throws {
    let year = text.dropLast(6)
    let wider: [String] = [
      text, "\(text.dropLast(1))X", "\(text.dropLast(2))XX", "\(text.dropLast(3))", "\(year)-XX", "\(year)",
      "\(year.dropLast(1))X", "\(year.dropLast(2))XX",
    ]
    let bounds = try wider.map { try EDTFDate(parsing: $0).bounds(hemisphere: .north) }
    for (narrow, wide) in zip(bounds, bounds.dropFirst()) {
      #expect(try #require(wide.lower.day) <= #require(narrow.lower.day))
      #expect(try #require(wide.upper.day) >= #require(narrow.upper.day))
    }
  }

  @Test(arguments: 21...41, [Hemisphere.north, .south])
  func `a season covers whole months and 24, 28, 22 and 30 can cross New Year`(
    _ code: Int, _ hemisphere: Hemisphere
  ) throws {
    let date = try EDTFDate(parsing: "2024-\(code)")
    let bounds = date.bounds(hemisphere: hemisphere)
    let (first, last) = (try #require(bounds.lower.day), try #require(bounds.upper.day))
    #expect(first.day == 1 && first.year == 2024)
    #expect(last.adding(days: 1).day == 1)
    let crossing = hemisphere == .north ? [24, 28, 30] : [22, 28, 30]
    #expect(date.seasonCrossesNewYear(in: hemisphere) == crossing.contains(code))
    #expect((last.year == 2025) == crossing.contains(code))
  }

  @Test(arguments: [
    ("2024-21", Hemisphere.north, "2024-03-01", "2024-05-31"),
    ("2024-22", .north, "2024-06-01", "2024-08-31"),
    ("2024-23", .north, "2024-09-01", "2024-11-30"),
    ("2023-24", .north, "2023-12-01", "2024-02-29"),
    ("2024-24", .north, "2024-12-01", "2025-02-28"),
    ("2024-21", .south, "2024-09-01", "2024-11-30"),
    ("2024-22", .south, "2024-12-01", "2025-02-28"),
    ("2024-23", .south, "2024-03-01", "2024-05-31"),
    ("2024-24", .south, "2024-06-01", "2024-08-31"),
    ("2024-26", .south, "2024-06-01", "2024-08-31"),
    ("2024-29", .north, "2024-09-01", "2024-11-30"),
    ("2024-36", .north, "2024-10-01", "2024-12-31"),
    ("2024-39", .north, "2024-09-01", "2024-12-31"),
    ("2024-40", .north, "2024-01-01", "2024-06-30"),
    ("XXXX-02-29", .north, "0000-02-29", "9996-02-29"),
    ("15XX-02-29", .north, "1504-02-29", "1596-02-29"),
    ("-01XX-02-29", .north, "-0196-02-29", "-0104-02-29"),
    ("2023-02-XX", .north, "2023-02-01", "2023-02-28"),
    ("2023-02-2X", .north, "2023-02-20", "2023-02-28"),
    ("2023-XX-31", .north, "2023-01-31", "2023-12-31"),
    ("-000X", .north, "-0009-01-01", "-0001-12-31"),
    ("1950S2", .north, "1900-01-01", "1999-12-31"),
    ("-1953S2", .north, "-1999-01-01", "-1900-12-31"),
    ("2012-22/2012-23", .south, "2012-03-01", "2013-02-28"),
  ])
  func `bounds by example`(_ text: String, _ hemisphere: Hemisphere, _ lower: String, _ upper: String) throws
  {
    let bounds = try EDTFDate(parsing: text).bounds(hemisphere: hemisphere)
    #expect(bounds.lower.day?.isoText == lower)
    #expect(bounds.upper.day?.isoText == upper)
  }
}

/// Every way to put digits for the `X`s, as strings.
func completed(_ text: String) -> [String] {
  guard let place = text.firstIndex(of: "X") else { return [text] }
  return (0...9).flatMap { digit in
    completed(text.replacingCharacters(at: place, with: String(digit)))
  }
}

extension String {
  fileprivate func replacingCharacters(at place: Index, with new: String) -> String {
    String(self[..<place]) + new + String(self[index(after: place)...])
  }
}
