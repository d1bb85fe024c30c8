import Foundation
import Testing

/// `dossier suggest dates`: from which day it counts, and what it prints.
@Suite
struct SuggestDatesTests {
  private let site: TestSite

  init() throws {
    site = try TestSite([
      "Content/site.yaml": "title: Desk\n",
      "Content/briefings/truce.md":
        "---\ntitle: Truce\npublished: 2025-03-04\nsummary: On Monday.\n---\nThey met last Friday\nand on Tuesday.\n",
      "Content/sources/paper.md":
        "---\ntitle: P\npublisher: P\npublished: 2024-05-01\nurl: unknown\n---\nText.\n",
      "Content/sources/text/paper.txt": "It rained yesterday.\n",
      "Content/entities/kyiv.md": "---\nname: Kyiv\ntype: place\n---\nFounded yesterday.\n",
    ])
  }

  @Test func `each expression is printed with its place, date and rule, counted from the briefing's day`()
    throws
  {
    let outcome = try site.dossier("suggest", "dates", "Content/briefings/truce.md")
    #expect(
      outcome.output == """
        Content/briefings/truce.md:6:10: 'last Friday' → 2025-02-28 [last-weekday] the latest Friday before publication on Tuesday, 4 March 2025
        Content/briefings/truce.md:7:5: 'on Tuesday' → 2025-03-04 [weekday] the latest Tuesday up to publication on Tuesday, 4 March 2025

        """, "\(outcome)")
    #expect(outcome.errors == "2 expressions of time; published on 2025-03-04\n")
    #expect(try site.dossier("suggest", "dates", "-q", "Content/briefings/truce.md").errors == "")
  }

  @Test func `the local text of a source counts from the source's day, any text from the day that is given`()
    throws
  {
    let text = "Content/sources/text/paper.txt"
    #expect(try site.dossier("suggest", "dates", text).output.contains("→ 2024-04-30 [day]"))
    let given = try site.dossier("suggest", "dates", "--published", "2020-03-01", text)
    #expect(given.output.contains("→ 2020-02-29 [day]"), "\(given)")
  }

  @Test func `a text of no site needs nothing but its day`() throws {
    let folder = try Scratch()
    try Data("Yesterday it rained.\n".utf8).write(to: URL(fileURLWithPath: folder.path + "/a.txt"))
    func ask(_ arguments: String...) throws -> Command.Outcome {
      try Command(arguments: ["suggest", "dates"] + arguments, folder: folder.path).run()
    }
    #expect(
      try ask("--published", "2025-03-04", "a.txt").output.hasPrefix("a.txt:1:1: 'Yesterday' → 2025-03-03 "))
    #expect(try ask("a.txt").status == 2)
  }

  @Test(arguments: [
    ("Content/entities/kyiv.md", Int32(2)), ("Content/none.md", 2), ("Content", 2),
  ])
  func `where no day is known, or no text, it ends with 2`(_ file: String, _ status: Int32) throws {
    let outcome = try site.dossier("suggest", "dates", file)
    #expect(outcome.status == status && outcome.output == "" && outcome.errors.contains(file), "\(outcome)")
  }

  @Test func `a day that is none ends with 64`() throws {
    #expect(try site.dossier("suggest", "dates", "--published", "2025", "Content/site.yaml").status == 64)
  }
}
