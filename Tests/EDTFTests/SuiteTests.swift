import EDTF
import Testing

/// Why a row of a published list is not followed. The Library of Congress profile decides, then the
/// bounds this library documents.
enum Exception: String, Sendable {
  case noCenturiesOrDecades = "a year has four digits in the profile; centuries and decades end with X"
  case noSpacesInSets = "the profile writes sets without spaces; another list calls them invalid too"
  case extendedOffsetsOnly = "the profile has the extended format only, so an offset has its colon"
  case seasonsInIntervals = "seasons may be the ends of an interval, as another list has it"
  case negativeYears = "negative years are a feature of level 1"
  case oneOrTwoUnspecifiedDigits = "level 1 has at most two unspecified digits in a year, and only alone"
}

@Suite(.enabled(if: Suites.areHere, Comment(rawValue: Suites.absence)))
struct `Published lists of EDTF strings` {
  static let verdicts: [String: Exception] = [
    "19": .noCenturiesOrDecades, "019": .noCenturiesOrDecades, "193": .noCenturiesOrDecades,
    "000": .noCenturiesOrDecades,
    "[1667, 1668, 1670..1672]": .noSpacesInSets, "[1667, 1760-12]": .noSpacesInSets,
    "[1667, 1912-03..1912-05]": .noSpacesInSets, "{1960 ,  1961-12}": .noSpacesInSets,
    "2016-05-02T16:54:59+0410": .extendedOffsetsOnly, "2016-05-02T16:54:59+1200": .extendedOffsetsOnly,
    "2016-05-02T16:54:59+1330": .extendedOffsetsOnly, "2016-05-02T16:54:59+1400": .extendedOffsetsOnly,
    "2016-05-02T16:54:59-0015": .extendedOffsetsOnly,
    "2012-21/2012-22": .seasonsInIntervals,
  ]

  static let levels: [String: Exception] = [
    "XXXX-XX": .oneOrTwoUnspecifiedDigits, "XXXX-XX-XX": .oneOrTwoUnspecifiedDigits,
    "-0002": .negativeYears,
  ]

  @Test(arguments: Suites.rows(of: "edtf.tsv"))
  func `each string is accepted or refused as its list says`(_ row: SuiteRow) {
    let isAccepted = (try? EDTFDate(parsing: row.text)) != nil
    let isFollowed = isAccepted == (row[1] == "valid")
    #expect(isFollowed == (Self.verdicts[row.text] == nil))
  }

  @Test(arguments: Suites.rows(of: "edtf.tsv").filter { $0[1] == "valid" && !$0[2].isEmpty })
  func `each accepted string has the lowest of its listed levels`(_ row: SuiteRow) {
    guard Self.verdicts[row.text] == nil else { return }
    let level = (try? EDTFDate(parsing: row.text))?.level
    let lowest = row[2].split(separator: ",").compactMap { Int($0) }.min()
    #expect((level == lowest) == (Self.levels[row.text] == nil))
  }

  @Test(arguments: Suites.rows(of: "edtf.tsv"))
  func `each accepted string prints as it is written`(_ row: SuiteRow) {
    guard let date = try? EDTFDate(parsing: row.text) else { return }
    #expect(date.text == row.text || date.text == row.text + ":00")
    #expect((try? EDTFDate(parsing: date.text))?.form == date.form)
  }

  @Test
  func `exceptions are counted`() {
    #expect(Self.verdicts.count == 14)
    #expect(Self.levels.count == 3)
    #expect(Suites.rows(of: "edtf.tsv").count == 255)
    let texts = Set(Suites.rows(of: "edtf.tsv").map(\.text))
    #expect(texts.isSuperset(of: Self.verdicts.keys))
    #expect(texts.isSuperset(of: Self.levels.keys))
  }
}
