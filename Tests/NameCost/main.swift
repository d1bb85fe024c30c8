import Briefings
import Diagnostics
import Foundation
import Linking
import Markdown
import TestSupport

/// `NameCost FOLDER`: what the survey of a site's briefings costs with 100, 10,000 and 100,000 aliases.
///
/// The names that the texts hold are the same each time, so that each survey finds and keeps the same. Half of the
/// other aliases begin like words of the texts, so that the search follows them for a while; the other half are
/// made of syllables. Tables are built beforehand; bodies are parsed beforehand for the figures beside "search".
struct NameCost {
  static let sizes = [100, 10_000, 100_000]
  static let limit = 1.5
  private static let rounds = 7

  private let bodies: [(page: PageID, body: Body, annotations: Annotations)]
  private let names: [String]
  private let words: [String]

  init(_ folder: URL) throws {
    let briefings = try Self.files(in: folder.appending(path: "Content/briefings"))
    bodies = briefings.compactMap { url, bytes in
      guard let slug = Slug(url.deletingPathExtension().lastPathComponent),
        let path = RelativePath("Content/briefings/\(url.lastPathComponent)")
      else { return nil }
      let body = Body(path: path, bytes: bytes, start: Self.bodyStart(bytes))
      return (.briefing(slug), body, Markdown.annotations(of: body, options: MarkdownOptions()))
    }
    let entities = try Self.files(in: folder.appending(path: "Content/entities"))
    let own = entities.compactMap { Self.value(of: "name", in: $0.bytes) }
    let text = bodies.flatMap(\.annotations.textBlocks).map { String(decoding: $0.text, as: UTF8.self) }
      .joined(separator: "\n")
    names = own.filter { text.contains($0) }
    let letters = text.split { !$0.isLetter }.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
    words = Set(letters).filter { $0.utf8.count > 2 }.sorted()
  }

  /// - Returns: whether the costs are near enough to each other.
  func run() -> Bool {
    let surveys = Self.sizes.map { size in
      let start = Self.cpuSeconds()
      let survey = Survey(registry(aliases: size))
      print("\(size) aliases: table built in \(Self.milliseconds(Self.cpuSeconds() - start)) ms")
      return survey
    }
    let bytes = bodies.reduce(0) { $0 + $1.body.bytes.count - $1.body.start }
    print("\(bodies.count) briefings, \(bytes) bytes of text; CPU time, the best of \(Self.rounds) rounds\n")
    let search = best(of: surveys) { survey in
      bodies.reduce(0) { $0 + survey.facts(of: $1.page, in: $1.body.path, $1.annotations).names.count }
    }
    let whole = best(of: surveys) { survey in
      bodies.reduce(0) { count, entry in
        let annotations = Markdown.annotations(of: entry.body, options: MarkdownOptions())
        return count + survey.facts(of: entry.page, in: entry.body.path, annotations).names.count
      }
    }
    print("aliases   names found   search, ms   whole survey, ms")
    for (index, size) in Self.sizes.enumerated() {
      let row = [String(size), String(search[index].found)]
      let times = [search[index].seconds, whole[index].seconds].map(Self.milliseconds)
      print(zip(row + times, [7, 14, 13, 19]).map { Self.padded($0, to: $1) }.joined())
    }
    let ratios = [search, whole].map { costs in
      (costs.map(\.seconds).max() ?? 0) / (costs.map(\.seconds).min() ?? 1)
    }
    print(
      "\ndearest by cheapest: search \(Self.twoDigits(ratios[0])), whole survey \(Self.twoDigits(ratios[1]))")
    let isSame = Set(search.map(\.found)).count == 1 && search.allSatisfy { $0.found > 0 }
    if !isSame { print("The surveys found different names.") }
    return isSame && ratios.allSatisfy { $0 <= Self.limit }
  }

  /// In turn, so that what else the machine does falls on all.
  private func best(of surveys: [Survey], _ work: (Survey) -> Int) -> [(seconds: Double, found: Int)] {
    var best = surveys.map { _ in (seconds: Double.infinity, found: 0) }
    for _ in 0..<Self.rounds {
      for (index, survey) in surveys.enumerated() {
        let start = Self.cpuSeconds()
        let found = work(survey)
        best[index] = (min(best[index].seconds, Self.cpuSeconds() - start), found)
      }
    }
    return best
  }

  // MARK: Aliases

  private func registry(aliases count: Int) -> Registry {
    let own = names.prefix(Self.sizes[0])
    var dice = Dice(seed: 0x9E37_79B9_7F4A_7C15)
    var texts = Set(own)
    while texts.count < count { texts.insert(madeUpName(&dice)) }
    var registry = Registry()
    for (index, text) in (own + texts.subtracting(own).sorted()).prefix(count).enumerated() {
      guard let slug = Slug("e\(index)"), let path = RelativePath("Content/entities/e\(index).md") else {
        continue
      }
      let file = ContentFile(path: path, bodyStart: 0, size: 0, digest: 0)
      registry.entityIndex[slug] = index
      registry.entities.append(Entity(file: file, slug: slug, name: Located(text, 0..<0), type: .topic))
    }
    return registry
  }

  private func madeUpName(_ dice: inout Dice) -> String {
    let syllables = (0..<Int.random(in: 2...4, using: &dice)).map { _ in
      Self.syllables[Int.random(in: 0..<Self.syllables.count, using: &dice)]
    }
    let last = syllables.joined()
    let made = last.prefix(1).uppercased() + last.dropFirst()
    guard Bool.random(using: &dice) else { return made + " Q" + syllables[0] }
    return "\(words[Int.random(in: 0..<words.count, using: &dice)]) \(made)"
  }

  private static let syllables = [
    "ka", "ri", "no", "vel", "dor", "mi", "sta", "lu", "ber", "gan", "os", "tev", "ir", "pol", "nu", "zhe",
    "ark",
  ]

  // MARK: Files

  private static func files(in folder: URL) throws -> [(url: URL, bytes: [UInt8])] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
    return try paths.filter { $0.hasSuffix(".md") }.sorted()
      .map { folder.appending(path: $0) }.map { ($0, [UInt8](try Data(contentsOf: $0))) }
  }

  private static func bodyStart(_ bytes: [UInt8]) -> Int {
    let end = Array("\n---\n".utf8)
    let offset = (0..<max(0, bytes.count - end.count)).first { bytes[$0..<$0 + end.count].elementsEqual(end) }
    return offset.map { $0 + end.count } ?? 0
  }

  private static func value(of key: String, in bytes: [UInt8]) -> String? {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("\(key): ") }
    return line.map { $0.dropFirst(key.count + 2).trimmingCharacters(in: CharacterSet(charactersIn: "\"'")) }
  }

  // MARK: Figures

  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func milliseconds(_ seconds: Double) -> String { String(Int((seconds * 1000).rounded())) }

  private static func twoDigits(_ value: Double) -> String { String((value * 100).rounded() / 100) }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

guard CommandLine.arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: NameCost FOLDER\n".utf8))
  exit(64)
}
let isNear = try NameCost(URL(filePath: CommandLine.arguments[1])).run()
if !isNear { print("That is more than \(NameCost.limit).") }
exit(isNear ? 0 : 1)
