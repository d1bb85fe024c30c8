import Briefings
import Diagnostics
import Linking
import Publishing
import TestSupport
import Testing

@testable import Preview

/// What is shown of a saved page before the whole site follows.
struct FirstLookTests {
  private static let path = EditedSite.first.string
  private static let page = "briefings/first/index.html"
  private static let address = RelativePath(literal: "briefings/first/index.html")

  /// Words as writers change them: names, links, citations, headings, notes and annotations come and go.
  private static let paragraphs = [
    "Ada Moor came.", "The Line sailed [@notice, p. 4].", "See [[second]] and [[ada-moor|her]].",
    "## Part {#part}",
    "## Later", "A note[^n].\n\n[^n]: Said so.", "[The ship sank]{.claim} [@notice].",
    "[It is likely to rain]{.judgment confidence=low} [@notice].",
    "[It left]{.event date=2025-01-03 #left} [@notice].",
    "[\"Two pages\"]{.quote speaker=ada-moor} [@notice].", "::: gap\nWhy?\n:::",
    "| a | b |\n|---|---|\n| the Line | c |",
    "Ada *Moor* and the captain, \"quoted\".",
  ]

  private static func body(_ dice: inout Dice) -> String {
    (0...dice.below(6)).map { _ in paragraphs[dice.below(paragraphs.count)] }.joined(separator: "\n\n")
  }

  private func built(_ outcome: WarmSite.Outcome) -> BuiltSite? {
    if case .built(let site) = outcome { site } else { nil }
  }

  private func page(_ outcome: WholeSite) -> [UInt8]? {
    if case .site(let files, _) = outcome { files[FirstLookTests.page] } else { nil }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `a first look at a page shows what a build from nothing gives, whatever was written`(seed: UInt64)
    async throws
  {
    let site = try EditedSite()
    var warm = WarmSite(site.settings)
    var dice = Dice(seed: seed)
    var looks = 0
    for step in 1...12 {
      try site.write(EditedSite.briefing("First", FirstLookTests.body(&dice)), to: FirstLookTests.path)
      var looked = built(await warm.update(.files([EditedSite.first])))
      for save in 1...3 {
        try site.write(EditedSite.briefing("First", FirstLookTests.body(&dice)), to: FirstLookTests.path)
        guard let look = looked?.firstLook(at: .files([EditedSite.first]), isStrict: false) else { continue }
        looks += 1
        looked = look
        let cold = try await site.cold()
        try #require(
          page(site.shown(.built(look))) == page(cold), "seed \(seed), step \(step), save \(save)")
      }
    }
    #expect(looks > 0, "some edits are of a page's own words")
  }

  private static let calls = ["the captain", "the ship", "Moor", "Nobody", "Zzyzx", "two pages"]

  private static func entity(_ dice: inout Dice) -> String {
    let aliases = (0..<dice.below(4)).map { _ in calls[dice.below(calls.count)] }
    let not = dice.below(3) == 0 ? "not: [Ada Moor sailed]\n" : ""
    return "---\nname: Ada Moor\ntype: person\naliases: [\(Set(aliases).sorted().joined(separator: ", "))]\n"
      + not + "summary: Known \(dice.below(9)) times.\n---\nOf the Line, \(calls[dice.below(calls.count)]).\n"
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `a first look at other names finds them on the page that one looks at as a build from nothing does`(
    seed: UInt64
  ) async throws {
    let site = try EditedSite()
    var warm = WarmSite(site.settings)
    var dice = Dice(seed: seed)
    var looks = 0
    for step in 1...10 {
      var looked = built(await warm.update(.files([EditedSite.first, EditedSite.person])))
      for save in 1...4 {
        let isOfNames = dice.below(3) > 0
        let path = isOfNames ? EditedSite.person : EditedSite.first
        let text =
          isOfNames
          ? FirstLookTests.entity(&dice) : EditedSite.briefing("First", FirstLookTests.body(&dice))
        try site.write(text, to: path.string)
        let watched: [PageID] = [.briefing(try #require(Slug("first")))]
        guard
          let look = looked?.firstLook(
            at: .files([EditedSite.first, EditedSite.person]), watching: watched, isStrict: false)
        else { continue }
        looks += 1
        looked = look
        let cold = try await site.cold()
        try #require(
          page(site.shown(.built(look))) == page(cold), "seed \(seed), step \(step), save \(save)")
      }
    }
    #expect(looks > 0, "some edits are of names and words alone")
  }

  @Test func `an entity's page says its new summary at once, and waits with all else`() async throws {
    let site = try EditedSite()
    var warm = WarmSite(site.settings)
    let looked = try #require(built(await warm.update(.everything)))
    let changes = Changes.files([EditedSite.person])
    func shown(_ look: BuiltSite) throws -> String {
      let path = RelativePath(literal: "entities/ada-moor/index.html")
      return String(decoding: try #require(look.shown(at: path, base: "/desk/")).bytes, as: UTF8.self)
    }
    func write(_ type: String, _ summary: String) throws {
      let text = "---\nname: Ada Moor\ntype: \(type)\nsummary: \(summary)\n---\nOf the Line.\n"
      try site.write(text, to: EditedSite.person.string)
    }
    try write("person", "Sails again.")
    let look = try #require(looked.firstLook(at: changes, isStrict: false))
    #expect(try shown(look).contains("Sails again."))
    #expect(try !shown(looked).contains("Sails again."), "a built site never changes")

    try write("organization", "Sails again.")
    #expect(look.firstLook(at: changes, isStrict: false) == nil, "the type stands in lists")
    try write("person", "[Sails, again]")
    #expect(look.firstLook(at: changes, isStrict: false) == nil, "an error is told by the update")
  }

  @Test func `a page that is new does not speak for others that list what it said before`() async throws {
    let site = try EditedSite()
    let quoting = { (quotation: String) in
      EditedSite.entity("Ada Moor", "person", aliases: []).replacing("Of the Line.", with: quotation)
    }
    try site.write(
      quoting("[\"Two pages\"]{.quote speaker=ada-moor} [@notice]."), to: EditedSite.person.string)
    var warm = WarmSite(site.settings)
    let looked = try #require(built(await warm.update(.everything)))
    try site.write(EditedSite.briefing("First", "Nobody."), to: FirstLookTests.path)
    try site.write(quoting("Words."), to: EditedSite.person.string)
    let look = looked.firstLook(at: .files([EditedSite.first]), isStrict: false)
    #expect(
      look?.firstLook(at: .files([EditedSite.person]), isStrict: false) == nil,
      "its quotations stand in a list of their own")
    try site.write(
      quoting("More. [\"Two pages\"]{.quote speaker=ada-moor} [@notice]."), to: EditedSite.person.string)
    let both = try #require(look?.firstLook(at: .files([EditedSite.person]), isStrict: false))
    let path = RelativePath(literal: "entities/ada-moor/index.html")
    let page = String(decoding: try #require(both.shown(at: path, base: "/desk/")).bytes, as: UTF8.self)
    #expect(page.contains("More.") && page.contains("sailed"), "what the briefing said before is still told")
  }

  @Test func `words before a claim, an event and a judgment are the page's own, their status is not`()
    async throws
  {
    let site = try EditedSite()
    let marked = "[The ship sank]{.claim} [@notice]. [It left]{.event date=2025-01-03} [@notice]."
    try site.write(EditedSite.briefing("First", "Words.\n\n" + marked), to: FirstLookTests.path)
    var warm = WarmSite(site.settings)
    let looked = try #require(built(await warm.update(.everything)))
    let changes = Changes.files([EditedSite.first])

    try site.write(
      EditedSite.briefing("First", "More words of Ada Moor.\n\n" + marked), to: FirstLookTests.path)
    #expect(looked.firstLook(at: changes, isStrict: false) != nil)
    #expect(looked.firstLook(at: .everything, isStrict: false) == nil)

    let disputed =
      "[The ship sank]{.claim status=disputed} [@notice]. [It left]{.event date=2025-01-03} [@notice]."
    try site.write(EditedSite.briefing("First", "Words.\n\n" + disputed), to: FirstLookTests.path)
    #expect(looked.firstLook(at: changes, isStrict: false) == nil)
    try site.write(EditedSite.briefing("First", "Words [@nobody].\n\n" + marked), to: FirstLookTests.path)
    #expect(looked.firstLook(at: changes, isStrict: false) == nil, "an error is told by the update")
    try site.write(EditedSite.briefing("Other", "Words.\n\n" + marked), to: FirstLookTests.path)
    #expect(looked.firstLook(at: changes, isStrict: false) == nil, "the title stands on other pages")
  }

  @Test(.timeLimit(.minutes(1)))
  func `saves are seen at once, and the whole site follows`() async throws {
    let site = try EditedSite()
    let settings = ServeSettings(site.settings)
    let preview = Preview(
      cacheLimit: 1 << 20,
      report: Report(FindingList([]), isFailure: false, sources: SourceFiles(root: site.root, editor: nil)))
    var rebuilding = Rebuilding(settings, preview) { _ in }
    await rebuilding.run(.everything)
    let (_, events) = await preview.open(FirstLookTests.address, digest: nil)
    let (changes, saved) = AsyncStream.makeStream(of: Changes.self)
    async let following: Void = { [rebuilding] in
      var rebuilding = rebuilding
      await rebuilding.follow(changes)
    }()
    var reports = 0
    for number in 1...6 {
      try site.write(EditedSite.briefing("First", "Ada Moor came \(number) times."), to: FirstLookTests.path)
      saved.yield(.files([EditedSite.first]))
    }
    let mark = "Ada Moor</a> came 6 times."
    for await event in events {
      if case .report = event { reports += 1 }
      let page = await preview.site?.shown(at: FirstLookTests.address, base: "/desk/")
      let entity = await preview.site?.shown(
        at: RelativePath(literal: "entities/ada-moor/index.html"), base: "/desk/")
      guard let page, let entity else { continue }
      if String(decoding: page.bytes, as: UTF8.self).contains(mark),
        String(decoding: entity.bytes, as: UTF8.self).contains("came 6 times.")
      {
        break
      }
    }
    saved.finish()
    await following
    #expect(reports > 1)
  }
}
