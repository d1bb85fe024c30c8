import Diagnostics
import Foundation
import Testing

/// One file of `Fixtures/Findings`: what an author wrote, what it yields, and a near miss that yields nothing.
///
///     -- Content/briefings/third.md --
///     …a file, with ⟦ and ⟧ around what the finding points at…
///     -- near miss: Content/briefings/third.md --
///     …the same, mended…
///     -- expected --
///     …what `dossier check` prints…
///
/// The files are laid over `SampleSite`. Behind a path may stand `(escaped)`: the text holds `\xE9` and `\u{1BC9F}`;
/// `(100 bytes)`, `(100 words)`: so many are added; `-> target`: the path is a link.
struct Fixture: CustomTestStringConvertible, Sendable {
  /// The file's name without its ending: the code, and behind a `+` what is special.
  let name: String
  let files: [FixtureFile]
  let nearMisses: [FixtureFile]
  let expected: String
  /// The whole file without marks.
  let text: String

  var code: FindingCode? { FindingCode(rawValue: String(name.prefix { $0 != "+" })) }
  var testDescription: String { name }

  static let folder = Project.root + "/Tests/DossierTests/Fixtures/Findings"

  static let all: [Fixture] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { Fixture(String($0.dropLast(4))) }
  }()

  private init(_ name: String) {
    let bytes = FileManager.default.contents(atPath: "\(Fixture.folder)/\(name).txt") ?? Data()
    let text = String(decoding: bytes, as: UTF8.self)
    var sections: [(name: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        sections.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if !sections.isEmpty {
        sections[sections.count - 1].text += line + "\n"
      }
    }
    // The file's last line end begins no line.
    if !sections.isEmpty { sections[sections.count - 1].text.removeLast() }
    self.name = name
    self.text = text.filter { !FixtureFile.marks.contains($0) }
    let miss = "near miss: "
    expected = sections.first { $0.name == "expected" }?.text ?? ""
    nearMisses = sections.filter { $0.name.hasPrefix(miss) }
      .map { FixtureFile(String($0.name.dropFirst(miss.count)), $0.text) }
    files = sections.filter { $0.name != "expected" && !$0.name.hasPrefix(miss) }
      .map { FixtureFile($0.name, $0.text) }
  }

  /// Puts what was found in the place of what was expected.
  func record(_ output: String) throws {
    let path = "\(Fixture.folder)/\(name).txt"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let head = text.components(separatedBy: "-- expected --\n")[0]
    try (head + "-- expected --\n" + output).write(toFile: path, atomically: false, encoding: .utf8)
  }
}

/// One file of a fixture.
struct FixtureFile: Sendable {
  static let marks: Set<Character> = ["⟦", "⟧"]

  let path: String
  let link: String?
  let bytes: [UInt8]
  /// Between the marks, in bytes.
  let ranges: [Range<Int>]

  /// - Parameter name: the path, and behind it how the text is to be read.
  init(_ name: String, _ text: String) {
    let parts = name.components(separatedBy: " -> ")
    let words = parts[0].components(separatedBy: " (")
    let manner = words.count > 1 ? words[1].dropLast().split(separator: " ").map(String.init) : []
    path = words[0]
    link = parts.count > 1 ? parts[1] : nil
    var (bytes, ranges) = FixtureFile.unmarked(text, isEscaped: manner == ["escaped"])
    if manner.count == 2, let count = Int(manner[0]) {
      let filling = manner[1] == "words" ? "word " : "a"
      for _ in 0..<count { bytes += Array(filling.utf8) }
    }
    (self.bytes, self.ranges) = (bytes, ranges)
  }

  private static func unmarked(_ text: String, isEscaped: Bool) -> ([UInt8], [Range<Int>]) {
    var (bytes, ranges): ([UInt8], [Range<Int>]) = ([], [])
    var start = 0
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "⟦": start = bytes.count
      case "⟧": ranges.append(start..<bytes.count)
      case "\\" where isEscaped && rest.first == "x":
        bytes.append(UInt8(String(rest.dropFirst().prefix(2)), radix: 16) ?? 0)
        rest = rest.dropFirst(3)
      case "\\" where isEscaped && rest.first == "u":
        let digits = rest.dropFirst(2).prefix { $0 != "}" }
        let value = UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init) ?? "?"
        bytes += Array(String(value).utf8)
        rest = rest.dropFirst(digits.count + 3)
      default: bytes += Array(String(scalar).utf8)
      }
    }
    return (bytes, ranges)
  }
}

extension TestSite {
  /// The sample site with files laid over it.
  convenience init(_ files: [FixtureFile]) throws {
    try self.init(SampleSite.files)
    for file in files {
      if let target = file.link {
        try? remove(file.path)
        try link(file.path, to: target)
      } else {
        try write(file.bytes, to: file.path)
      }
    }
  }
}
