import Foundation
import Testing

/// Any text, wherever an author can write one.
@Suite(
  "Malformed: naughty strings",
  .enabled(if: !NaughtyStrings.all.isEmpty, "the external suites are not beside the project"))
struct MalformedTextTests {
  private typealias Files = [String: [UInt8]]

  private func files(_ folder: String, _ text: (String) -> String) -> Files {
    var files: Files = [:]
    for (number, string) in NaughtyStrings.all.enumerated() {
      files["Content/\(folder)/naughty-\(number).md"] = Array(text(string).utf8)
    }
    return files
  }

  /// Where any text is as good as any other.
  @Test(arguments: [
    ("briefings", ["title", "summary", "authors"], "published: 2025-01-01\n"),
    ("entities", ["name", "sort-name", "aliases", "not", "summary"], "type: person\n"),
    ("sources", ["title", "publisher", "authors"], "url: unknown\n"), ("pages", ["title", "summary"], ""),
  ])
  func `any text in a field for text is published, and nothing of it is markup`(
    folder: String, keys: [String], rest: String
  ) throws {
    let site = try MalformedSite(
      files(folder) { string in
        let quoted = NaughtyStrings.quoted(string)
        return "---\n" + keys.map { "\($0): \(quoted)\n" }.joined() + rest
          + "extra: {a: \(quoted)}\n---\nText.\n"
      })
    let accepted = try site.buildWhatIsAccepted(isHostile: true)
    #expect(accepted > NaughtyStrings.all.count * 9 / 10)
  }

  /// Fields that take more than any text, and what a record of the kind must have.
  private static let fields = [
    (
      "briefings",
      "published updated sources topics yardstick prefer corrections events draft redirects template image language extra",
      ["title: T", "summary: S", "published: 2025-01-01"]
    ),
    (
      "entities",
      "type aliases sources wikidata links relations born date place coordinates within parties redirects language extra",
      ["name: N", "type: place"]
    ),
    (
      "sources",
      "type authors published url accessed archive-url archived origin reliability redirects image language extra",
      ["title: T", "publisher: P", "url: unknown"]
    ), ("pages", "draft redirects template image language extra", ["title: T"]),
  ]

  /// In one of the forms that a value has: a text, a list, a map, a list of maps.
  private static func value(_ text: String, form: Int) -> String {
    [text, "[\(text)]", "{\(text): \(text)}", "[{date: \(text), title: \(text)}]"][form % 4]
  }

  private static func record(_ keys: [String], _ required: [String], value: String) -> String {
    let rest = required.filter { line in !keys.contains { line.hasPrefix($0 + ":") } }
    return "---\n" + (rest + keys.map { "\($0): \(value)" }).joined(separator: "\n") + "\n---\nText.\n"
  }

  @Test(arguments: fields)
  func `any text in every other field is refused at a place`(
    folder: String, keys: String, required: [String]
  ) throws {
    let keys = keys.split(separator: " ").map(String.init)
    var form = 0
    let site = try MalformedSite(
      files(folder) { string in
        form += 1
        let value = MalformedTextTests.value(NaughtyStrings.quoted(string), form: form)
        return MalformedTextTests.record(keys, required, value: value)
      })
    try site.buildWhatIsAccepted(isHostile: true)
  }

  @Test(arguments: fields)
  func `any text as it stands in one field is no YAML, refused at a place, or published`(
    folder: String, keys: String, required: [String]
  ) throws {
    let keys = keys.split(separator: " ").map(String.init)
    var number = 0
    let site = try MalformedSite(
      files(folder) { string in
        number += 1
        let value = MalformedTextTests.value(string, form: number)
        return MalformedTextTests.record([keys[number % keys.count]], required, value: value)
      })
    try site.buildWhatIsAccepted(isHostile: true)
  }

  @Test func `any text as the words of every construct is published, and nothing of it is markup`() throws {
    let site = try MalformedSite(
      files("briefings") { string in
        let text = NaughtyStrings.escaped(string)
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return SampleSite.briefing(
          "Words",
          """
          ## Part \(line)

          x\(text)x and *x\(line)x*, [x\(line)](../pages/about.md "\(line)"), [[ferry|x\(line)]].^[x\(line)]

          [x\(line)x]{.claim by=island-line} [@harbour-notice, p. x\(line)].

          | x\(line) | b |
          |---|---|
          | 1 | x\(line) |

          > [!NOTE]
          > x\(line)

          ```
          \(string)
          ```
          """)
      })
    let accepted = try site.buildWhatIsAccepted(isHostile: true)
    #expect(accepted > NaughtyStrings.all.count * 8 / 10)
  }

  @Test(arguments: 0..<3)
  func `any text where a construct has its syntax is refused at a place or published`(part: Int) throws {
    let constructs: [(String) -> String] = [
      { "# \($0)\n\n\($0)\n\n[\($0)](\($0)) [x](<\($0)>) ![\($0)](\($0) \"\($0)\")\n\n[r]: \($0)" },
      {
        "[\($0)]{.claim #\($0) by=\($0)} [x]{.event date=\"\($0)\" who='\($0)'}\n\n::: \($0) {k=\"\($0)\"}\n\($0)\n:::"
      },
      {
        "[[\($0)]] [[\($0)|\($0)]] [[ferry#\($0)]] [@\($0)] [see @harbour-notice, \($0)] @\($0) [^\($0)]\n\n[^\($0)]: \($0)"
      },
    ]
    try MalformedSite(files("briefings") { SampleSite.briefing("Syntax", constructs[part]($0)) })
      .buildWhatIsAccepted(isHostile: true)
  }

  /// Names that a file system takes: up to 255 bytes, neither NUL nor a slash.
  private func names(_ folder: String, where isMeant: (String) -> Bool) -> Files {
    let ending = folder == "Content/briefings" ? ".md" : ".txt"
    let names = NaughtyStrings.all.map { $0.precomposedStringWithCanonicalMapping + ending }
      .filter { $0.utf8.count <= 255 && !$0.utf8.contains(0) && !$0.utf8.contains(0x2F) && isMeant($0) }
    let text = Array(SampleSite.briefing("Named", "Text.").utf8)
    return Dictionary(names.map { ("\(folder)/\($0)", text) }, uniquingKeysWith: { first, _ in first })
  }

  /// With a control character or a backslash, no path of ours can hold it.
  private static func isUnspeakable(_ name: String) -> Bool {
    name.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C }
  }

  @Test(arguments: ["Content/briefings", "Content/static"])
  func `any text as a file's name is refused at its path or published`(folder: String) throws {
    let site = try MalformedSite(names(folder) { !MalformedTextTests.isUnspeakable($0) })
    #expect(try site.buildWhatIsAccepted() > 0)
  }

  @Test(arguments: ["Content/briefings", "Content/static"])
  func `each name that no path can hold is refused at its folder`(folder: String) throws {
    let files = names(folder, where: MalformedTextTests.isUnspeakable)
    let findings = try MalformedSite(files).check()
    #expect(findings.count { $0.path == folder && $0.code == "bad-file-name" } == files.count)
  }

  @Test func `any text as the site's name is published, and nothing of it is markup`() throws {
    let all = NaughtyStrings.quoted(NaughtyStrings.all.joined(separator: " "))
    let text =
      "title: \(all)\npublisher: \(all)\nbase-url: https://example.org/\nnavigation: [{text: \(all), link: /briefings/}]\n"
    #expect(
      try MalformedSite([SampleSite.configuration: Array(text.utf8)]).buildWhatIsAccepted(isHostile: true)
        == 1)
  }
}
