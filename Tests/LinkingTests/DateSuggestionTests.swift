import Briefings
import Diagnostics
import EDTF
import Foundation
import Markdown
import Testing

@testable import Linking

/// What an expression of time means, counted from a Tuesday: 4 March 2025.
struct DateSuggestionTests {
  private static func proposals(_ text: String, on day: String = "2025-03-04") throws -> [DateProposal] {
    DateSuggestions(published: try CivilDay(parsing: day), registry: nil).proposals(in: Array(text.utf8))
  }

  private static func meant(_ text: String, on day: String = "2025-03-04") throws -> [String] {
    try proposals(text, on: day).map { "\($0.words) = \($0.date?.text ?? "?") \($0.rule.rawValue)" }
  }

  @Test(arguments: [
    // The past tense: up to and including publication.
    ("She spoke on Tuesday.", "on Tuesday = 2025-03-04 weekday"),
    ("She spoke on Wednesday.", "on Wednesday = 2025-02-26 weekday"),
    ("Monday’s vote failed.", "Monday = 2025-03-03 weekday"),
    ("They left last Tuesday.", "last Tuesday = 2025-02-25 last-weekday"),
    ("They left last Friday.", "last Friday = 2025-02-28 last-weekday"),
    ("They meet next Tuesday.", "next Tuesday = 2025-03-11 next-weekday"),
    ("They vote this Sunday.", "this Sunday = 2025-03-09 this-weekday"),
    ("They will vote on Thursday.", "on Thursday = 2025-03-06 weekday-ahead"),
    ("Talks are due on Friday.", "on Friday = 2025-03-07 weekday-ahead"),
    ("It rained yesterday.", "yesterday = 2025-03-03 day"),
    ("It rained the day before yesterday.", "the day before yesterday = 2025-03-02 day"),
    ("It snowed three days ago.", "three days ago = 2025-03-01 ago"),
    ("It snowed two weeks ago.", "two weeks ago = 2025-02-18~ ago"),
    ("It was built 10 years ago.", "10 years ago = 2015~ ago"),
    ("It began a few days ago.", "a few days ago = [..2025-03-04] ago"),
    ("Two days after the flood they came.", "Two days after the flood they came = [..2025-03-04] anchored"),
    ("A day after Sunday’s vote.", "A day after Sunday’s vote = 2025-03-03 anchored"),
    ("Prices rose in February.", "in February = 2025-02 month"),
    ("Prices fell in May.", "in May = 2024-05 month"),
    ("Prices fell last March.", "last March = 2024-03 month"),
    ("He left in the winter of 2024–25.", "winter of 2024–25 = 2024-12/2025-02 season"),
    ("Talks failed in summer 2024.", "summer 2024 = 2024-22 season"),
    ("Talks failed last winter.", "last winter = 2024-24 season"),
    ("Sales fell in the second half of 2024.", "second half of 2024 = 2024-41 season"),
    ("They met last week.", "last week = [2025-02-24..2025-03-02] period"),
    ("They met last month.", "last month = 2025-02 period"),
    ("It happened earlier this year.", "this year = 2025 period"),
    ("They met over the weekend.", "the weekend = [2025-03-01,2025-03-02] period"),
    ("In recent weeks it rained.", "In recent weeks = 2025-02-04~/2025-03-04 recent"),
    ("It rained in recent months.", "in recent months = 2024-09~/2025-03 recent"),
    ("It rained over the past week.", "over the past week = 2025-02-25~/2025-03-04 recent"),
    ("He led it for the last two years.", "for the last two years = 2023~/2025 recent"),
    ("He came on March 2, 2025.", "March 2, 2025 = 2025-03-02 plain"),
    ("He came on 2 March.", "2 March = 2025-03-02 plain"),
    ("He came on the 2nd of May.", "2nd of May = 2024-05-02 plain"),
    ("He came on Sunday, 2 March 2025.", "Sunday, 2 March 2025 = 2025-03-02 plain"),
    ("He came in March 2024.", "March 2024 = 2024-03 plain"),
    ("He came in 1954.", "1954 = 1954 plain"),
    ("The war began in the 1990s.", "1990s = 199X plain"),
    ("Held since 2014.", "since 2014 = 2014/.. plain"),
    ("Held since February.", "since February = 2025-02/.. month"),
  ])
  func `an expression means the day its rule says`(_ text: String, _ meaning: String) throws {
    #expect(try Self.meant(text) == [meaning])
  }

  @Test(arguments: [
    (
      "In summer 2024 they met; in August of that year they fought.",
      "August of that year = 2024-08 that-period"
    ),
    ("They met on 2 May 2021. Later that year they parted.", "that year = 2021 that-period"),
    ("They met on 2 May 2021. It rained the same day.", "the same day = 2021-05-02 that-period"),
    ("They met on 2 May 2021 and, two days later, again.", "two days later = 2021-05-04 later"),
    (
      "It began in 2022, a few days ago they met, and that summer was hot.",
      "that summer = 2022-22 that-period"
    ),
  ])
  func `what hangs on the date before it takes the nearest`(_ text: String, _ last: String) throws {
    #expect(try Self.meant(text).last == last)
  }

  @Test(arguments: [
    "You may march on.", "May it be so.", "Mondays are slow.", "The Sunday Times reported it.",
    "Black Friday came.", "They took 2000 villages.", "In 2000 villages it rained.", "From 1,500 to 2,000.",
    "A spring broke.", "That day", "Nothing fell.", "40% of it", "Second to none.", "",
  ])
  func `what is no date is let alone`(_ text: String) throws {
    #expect(try Self.meant(text) == [])
  }

  @Test func `a day of the week that its date contradicts is said to be wrong`() throws {
    let proposals = try Self.proposals("On Saturday, 28 February 2025, it rained.")
    #expect(proposals.first?.reason == "it says all itself, but that was a Friday")
  }

  @Test func `a season that crosses New Year says so`() throws {
    #expect(try Self.proposals("The winter of 2024.").first?.reason.contains("crosses New Year") == true)
  }

  @Test(arguments: 0..<7)
  func `a weekday is never after publication, and last never on it`(_ shift: Int) throws {
    let published = try CivilDay(parsing: "2025-03-03").adding(days: shift)
    for name in EnglishCalendar.weekdayNames {
      let days = try Self.proposals("On \(name). Last \(name). Next \(name).", on: published.isoText)
        .compactMap { $0.date?.bounds(hemisphere: .north).lower.day }
      #expect(days.count == 3)
      #expect(days[0] <= published && published.number - days[0].number < 7)
      #expect(days[1] < published && published.number - days[1].number <= 7)
      #expect(days[2] > published && days[2].number - published.number <= 7)
      #expect(days.allSatisfy { EnglishCalendar.weekdayNames[$0.weekday.rawValue - 1] == name })
    }
  }

  /// Words that rules begin, go on or end with, in any order.
  private static let vocabulary =
    Array(EnglishCalendar.weekdayNames) + [
      "May", "March", "of", "that", "same", "year", "day", "the", "last", "next", "this", "past", "recent",
      "weeks", "few",
      "a", "two", "2", "31", "2024", "1990s", "2025-03-04", "after", "before", "later", "ago", "since", "in",
      "on", "will",
      "is", "to", "summer", "winter", "first", "half", "quarter", "weekend", "night", "’s", "“", ",", "–",
      "-25", ".", "é停",
      "￼", "\u{a0}", "yesterday", "tomorrow", "couple", "early",
    ]

  @Test(arguments: 1...60)
  func `any order of words gives dates that lie in the text, one after the other`(_ seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    let text = (0..<120).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Self.vocabulary[Int(state >> 33) % Self.vocabulary.count]
    }.joined(separator: " ")
    let bytes = Array(text.utf8)
    let found = try Self.proposals(text)
    for proposal in found {
      #expect(proposal.words == String(validating: bytes[proposal.source], as: UTF8.self))
      #expect(!proposal.reason.isEmpty)
    }
    for (first, next) in zip(found, found.dropFirst()) {
      #expect(first.source.upperBound <= next.source.lowerBound, "\(first.words) | \(next.words)")
    }
  }

  @Test func `an event of the site is counted from by its name`() throws {
    var site = TestSite.briefing("")
    site.add(
      "entities/quake", "---\nname: The Great Quake\ntype: event\ndate: 2024-05-01\naliases: [Quake]\n---\n")
    let suggestions = DateSuggestions(
      published: try CivilDay(parsing: "2025-03-04"), registry: site.registry())
    let found = suggestions.proposals(in: Array("They came three days after the quake.".utf8))
    #expect(found.map { $0.date?.text } == ["2024-05-04"])
  }

  @Test func `a place in Markdown is that of the words in the file, and code is passed over`() throws {
    let text = "`on Monday` they met *on\nTuesday*￼ [last\u{a0}Friday]{.x}."
    let path = try #require(RelativePath("x.md"))
    let body = Body(path: path, bytes: Array(text.utf8), start: 0)
    let annotations = Markdown.annotations(of: body, options: MarkdownOptions())
    let found = DateSuggestions(published: try CivilDay(parsing: "2025-03-04"), registry: nil)
      .proposals(in: annotations)
    #expect(found.map(\.words) == ["on Tuesday", "last\u{a0}Friday"])
    #expect(
      found.map { String(decoding: Array(text.utf8)[$0.source], as: UTF8.self) } == [
        "on\nTuesday", "last\u{a0}Friday",
      ])
  }

  // MARK: The sample article

  /// Read where it lies, and never copied.
  private static let article: String? = {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    for _ in 0..<6 {
      let texts = folder.appending(path: "shared/articles")
      let names = (try? FileManager.default.contentsOfDirectory(atPath: texts.path())) ?? []
      if let name = names.sorted().first {
        return try? String(contentsOf: texts.appending(path: name), encoding: .utf8)
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  @Test(
    .enabled(if: article != nil, "the sample article is not beside the project"),
    arguments: [
      ("on Tuesday", "2025-03-04", DateProposal.Rule.weekday), ("on Monday", "2025-03-03", .weekday),
      ("on Friday", "2025-02-28", .weekday), ("on Sunday", "2025-03-02", .weekday),
      ("last Friday", "2025-02-28", .lastWeekday), ("summer of 2024", "2024-22", .season),
      ("spring of 2022", "2022-21", .season), ("August of that year", "2024-08", .thatPeriod),
      ("in recent weeks", "2025-02-04~/2025-03-04", .recent),
      ("over the past week", "2025-02-25~/2025-03-04", .recent), ("in February", "2025-02", .month),
      ("March 2, 2025", "2025-03-02", .plain),
    ])
  func `the sample article's expressions are found`(
    _ words: String, _ date: String, _ rule: DateProposal.Rule
  )
    throws
  {
    let found = try Self.proposals(try #require(Self.article)).filter { $0.words == words }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.date?.text == date && $0.rule == rule })
  }

  @Test(.enabled(if: article != nil, "the sample article is not beside the project"))
  func `in the sample article one expression hangs on an event, which is named`() throws {
    let found = try Self.proposals(try #require(Self.article)).filter { $0.rule == .anchored }
    #expect(found.count == 1)
    #expect(found.first?.words.hasPrefix("two days after ") == true)
    #expect(found.first?.reason.contains("Emmanuel Macron") == true)
  }
}
