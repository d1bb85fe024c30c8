import EDTF
import Testing

struct `The order of a timeline` {
  @Test
  func `is by lower bound, then the narrower, then the upper`() throws {
    let texts = ["2004-01-01", "2004-01", "2004", "2004/2005", "/2004-01-01", "2004/", "2004/.."]
    let bounds = try texts.map { try EDTFDate(parsing: $0).bounds(hemisphere: .north) }
    for (a, b) in zip(bounds, bounds.dropFirst()) { #expect(a < b) }
  }

  @Test
  func `puts an open start first and an unknown date last`() throws {
    let texts = ["2004", "/", "../2004", "/..", "-9999", "../.."]
    let sorted = try texts.map { try EDTFDate(parsing: $0) }
      .sorted { $0.bounds(hemisphere: .north) < $1.bounds(hemisphere: .north) }
    #expect(sorted.map(\.text) == ["../2004", "../..", "-9999", "2004", "/..", "/"])
  }

  static let samples = Sampler.samples(80, seed: 13) { sampler in
    switch sampler.pick(0...3) {
    case 0: sampler.interval()
    case 1: sampler.set()
    default: sampler.cut(CivilDay(number: sampler.pick(0...400)))
    }
  }

  static let bounds = samples.compactMap { try? EDTFDate(parsing: $0).bounds(hemisphere: .north) }

  @Test(arguments: bounds)
  func `is total and agrees with itself`(_ a: DateBounds) {
    #expect(Self.bounds.count == Self.samples.count)
    #expect(Self.bounds.allSatisfy { b in [a < b, b < a, a == b].count { $0 } == 1 })
    let before = Self.bounds.filter { a.isCertainlyBefore($0) }
    #expect(before.allSatisfy { b in a < b && !b.isCertainlyBefore(a) })
    let later = Self.bounds.filter { a < $0 }
    #expect(later.allSatisfy { b in Self.bounds.allSatisfy { c in !(b < c) || a < c } })
  }

  @Test(arguments: [
    ("2004", "2005", true), ("2004-06", "2004-07", true), ("2004-06", "2004", false),
    ("2004~", "2005", true), ("200X", "2009", false), ("2004/", "2006", false), ("2004/..", "2006", false),
    ("/2004", "2005", true), ("2004", "/2005", false), ("1953S2", "1955", false), ("1953S2", "2000", true),
    ("2004", "2004", false), ("[2003,2005]", "2004", false), ("{2001,2002}", "2003", true),
  ])
  func `what is certainly before has no day in common or after`(_ a: String, _ b: String, _ isBefore: Bool)
    throws
  {
    let first = try EDTFDate(parsing: a).bounds(hemisphere: .north)
    #expect(first.isCertainlyBefore(try EDTFDate(parsing: b).bounds(hemisphere: .north)) == isBefore)
  }

  @Test(arguments: [("2004-02", 29), ("2004-02-03", 1), ("2004/2005", 731)])
  func `the length counts both bounds`(_ text: String, _ days: Int) throws {
    #expect(try EDTFDate(parsing: text).bounds(hemisphere: .north).dayCount == days)
  }

  @Test(arguments: ["2004/..", "2004/", "/2004", "../2004"])
  func `without two days there is no length`(_ text: String) throws {
    #expect(try EDTFDate(parsing: text).bounds(hemisphere: .north).dayCount == nil)
  }
}
