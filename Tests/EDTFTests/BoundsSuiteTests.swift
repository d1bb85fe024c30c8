import EDTF
import Testing

/// Why a row of the published bounds is not followed.
enum BoundsException: String, Sendable {
  case noSpacesInSets = "the profile writes sets without spaces"
  case unknownEndHasNoBound = "nobody knows an unknown end; the list gives it ten years"
  case anyYearOfSignificantDigits =
    "1953S2 may be any year from 1900 to 1999; the list keeps that for drawing"
  case uncertainDoesNotWiden = "only ~ and % widen what is drawn"
  case oneUnitForBoth = "% widens by one unit as ~ does, not by two"
  case carryingComponentOnly = "a mark right of a month widens by a month, not by a year and a month"
}

@Suite(.enabled(if: Suites.areHere, Comment(rawValue: Suites.absence)))
struct `Published bounds` {
  static let strict: [String: BoundsException] = [
    "[1667, 1668, 1670..1672]": .noSpacesInSets, "[1667, 1760-12]": .noSpacesInSets,
    "[1667, 1912-03..1912-05]": .noSpacesInSets,
    "/2006": .unknownEndHasNoBound, "2004-06-01/": .unknownEndHasNoBound,
    "1984-06-02?/": .unknownEndHasNoBound,
    "1953S2": .anyYearOfSignificantDigits, "Y17101E4S3": .anyYearOfSignificantDigits,
    "Y3388E2S3": .anyYearOfSignificantDigits, "Y171010000S3": .anyYearOfSignificantDigits,
  ]

  static let drawn: [String: BoundsException] = [
    "[1667, 1668, 1670..1672]": .noSpacesInSets, "[1667, 1760-12]": .noSpacesInSets,
    "[1667, 1912-03..1912-05]": .noSpacesInSets,
    "/2006": .unknownEndHasNoBound, "2004-06-01/": .unknownEndHasNoBound,
    "1984-06-02?/": .unknownEndHasNoBound,
    "2004-06?": .uncertainDoesNotWiden, "1984-06?/2004-08?": .uncertainDoesNotWiden,
    "2004?-06-11": .uncertainDoesNotWiden, "2004-?06-?11": .uncertainDoesNotWiden,
    "?2004-%06": .uncertainDoesNotWiden, "2004?-%06": .uncertainDoesNotWiden,
    "1984?/2004%": .uncertainDoesNotWiden,
    "1984%": .oneUnitForBoth, "16XX%": .oneUnitForBoth, "2004-06-11%": .oneUnitForBoth,
    "2004-06~-11": .carryingComponentOnly,
  ]

  @Test(arguments: Suites.rows(of: "edtf-bounds.tsv"))
  func `strict bounds are the listed ones in the north`(_ row: SuiteRow) {
    let expected = ListedBounds(row)
    let bounds = (try? EDTFDate(parsing: row.text))?.bounds(hemisphere: .north)
    let isFollowed = bounds.map(spelled) == expected.strict
    #expect(isFollowed == (Self.strict[row.text] == nil), "\(String(describing: bounds))")
  }

  @Test(arguments: Suites.rows(of: "edtf-bounds.tsv"))
  func `bounds for drawing are the listed ones`(_ row: SuiteRow) {
    let expected = ListedBounds(row)
    let bounds = (try? EDTFDate(parsing: row.text))?.drawnBounds(hemisphere: .north)
    let isFollowed = bounds.map(spelled) == expected.fuzzy
    #expect(isFollowed == (Self.drawn[row.text] == nil), "\(String(describing: bounds))")
  }

  @Test
  func `exceptions are counted`() {
    #expect(Self.strict.count == 10)
    #expect(Self.drawn.count == 17)
    let texts = Suites.rows(of: "edtf-bounds.tsv").map(\.text)
    #expect(texts.count == 51)
    #expect(Set(texts).isSuperset(of: Self.strict.keys))
    #expect(Set(texts).isSuperset(of: Self.drawn.keys))
  }
}

/// The list leaves out columns that repeat another.
private struct ListedBounds {
  let strict: [String]
  let fuzzy: [String]

  init(_ row: SuiteRow) {
    let days = Array(row.columns.dropFirst())
    switch days.count {
    case 1:
      strict = [days[0], days[0]]
      fuzzy = strict
    case 2:
      strict = days
      fuzzy = days
    case 3:
      strict = [days[0], days[0]]
      fuzzy = [days[1], days[2]]
    default:
      strict = [days[0], days[1]]
      fuzzy = [days[2], days[3]]
    }
  }
}

private func spelled(_ bounds: DateBounds) -> [String] {
  [spelled(bounds.lower, infinity: "-inf"), spelled(bounds.upper, infinity: "inf")]
}

private func spelled(_ bound: DateBounds.Bound, infinity: String) -> String {
  switch bound {
  case .day(let day): day.isoText
  case .open: infinity
  case .unknown: "unknown"
  }
}

@Suite(.enabled(if: Suites.areHere, Comment(rawValue: Suites.absence)))
struct `Published qualifiers` {
  @Test(arguments: Suites.rows(of: "edtf-qualifiers.tsv"))
  func `the marks of the whole are the listed ones`(_ row: SuiteRow) throws {
    let marks = try EDTFDate(parsing: row.text).qualifiers
    #expect(marks.contains(.uncertain) == (row[1] == "true"))
    #expect(marks.contains(.approximate) == (row[2] == "true"))
    #expect(marks.contains(.uncertainAndApproximate) == (row[3] == "true"))
  }
}
