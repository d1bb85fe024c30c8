import Foundation
import Testing

/// The articles that briefings were written from lie beside the project, never in it; neither do their sentences.
@Suite(.enabled(if: Articles.areHere, "needs the articles in ../shared/articles"))
struct CopiedWordsTests {
  /// As many words in a row may not be the same.
  private static let length = 8

  private let quotations: Quotations
  private let copied: Set<String>

  init() {
    quotations = Quotations(Project.root + "/Content")
    copied = Articles.runs(of: CopiedWordsTests.length, without: quotations)
  }

  @Test func `no file of the project repeats an article outside quotations`() throws {
    var paths = Tree(Project.root).paths.filter { path in
      !path.hasPrefix("Public/") && !path.split(separator: "/").dropLast().contains { $0.hasPrefix(".") }
    }
    #expect(paths.contains(SampleSite.configuration))
    paths.removeAll { $0.hasSuffix("/LICENSE") }
    for path in paths {
      let bytes = FileManager.default.contents(atPath: Project.root + "/" + path) ?? Data()
      let text = Quotations.removed(from: String(decoding: bytes, as: UTF8.self))
      #expect(shared(text) == [], "\(path)")
    }
  }

  @Test(.enabled(if: Project.hasContent, "needs the project's own Content/"))
  func `no published page repeats an article outside quotations`() throws {
    let tree = try Project.published()
    for path in tree.paths where !path.hasSuffix(".svg") {
      guard let bytes = tree.bytes(path) else { continue }
      let text = path.hasSuffix(".html") ? Markup(bytes).words : String(decoding: bytes, as: UTF8.self)
      #expect(shared(text) == [], "\(path)")
    }
  }

  @Test func `a copied sentence is seen, a quoted one is not`() throws {
    let sentence = try #require(Articles.words.first?.prefix(120).suffix(20)).joined(separator: " ")
    #expect(!shared(sentence.uppercased() + ".").isEmpty)
    #expect(shared(Quotations.removed(from: "It says: “\(sentence)” and ends.")) == [])
    #expect(shared(Quotations.removed(from: "[\(sentence)]{.quote speaker=x}")) == [])
    #expect(shared(Quotations.removed(from: "::: {.quote speaker=x}\n\(sentence)\n:::\n")) == [])
  }

  private func shared(_ text: String) -> [String] {
    let words = quotations.removed(from: Words.of(text))
    let runs = words.flatMap { Words.runs(of: $0, length: CopiedWordsTests.length) }
    return Set(runs.filter(copied.contains)).sorted()
  }
}

/// The saved articles.
private enum Articles {
  static let areHere = !texts.isEmpty

  static let texts: [String] = {
    let folder = URL(fileURLWithPath: Project.root).deletingLastPathComponent().path
    let places = [folder, (folder as NSString).deletingLastPathComponent].map { $0 + "/shared/articles" }
    let files = places.lazy.map { Tree($0) }.first { !$0.isEmpty }
    return files.map { tree in tree.paths.compactMap { tree.text($0) } } ?? []
  }()

  static let words = texts.map(Words.of)

  static func runs(of length: Int, without quotations: Quotations) -> Set<String> {
    Set(words.flatMap { Words.runs(of: quotations.withoutNames($0), length: length) })
  }
}

/// Words in lower case, without punctuation or accents.
private enum Words {
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": word.append(scalar)
      case "A"..."Z": word.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      // Apostrophes and combining accents do not end a word.
      case "'", "’", "\u{300}"..."\u{36F}": break
      case _ where !scalar.isASCII && scalar.properties.isAlphabetic: word.append(scalar)
      default:
        if !word.isEmpty { words.append(String(word)) }
        word.removeAll()
      }
    }
    return word.isEmpty ? words : words + [String(word)]
  }

  static func runs(of words: [String], length: Int) -> [String] {
    guard words.count >= length else { return [] }
    return (0...words.count - length).map { words[$0..<$0 + length].joined(separator: " ") }
  }
}

/// What may be repeated: words quoted, titles of sources, names.
private struct Quotations {
  private let quoted: [String: [[String]]]
  private let names: [String: [[String]]]

  /// - Parameter content: the folder `Content/`.
  init(_ content: String) {
    let tree = Tree(content)
    var (quoted, names): ([[String]], [[String]]) = ([], [])
    for path in tree.paths {
      guard let text = tree.text(path) else { continue }
      quoted += Quotations.pieces(of: text).filter(\.isQuoted).map { Words.of(Quotations.bare($0.text)) }
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1).map { Words.of(String($0)) }
        if path.hasPrefix("sources/"), parts.first == ["title"] { quoted.append(parts.last ?? []) }
        if path.hasPrefix("entities/"), parts.first == ["name"] || line.hasPrefix("  - ") {
          names.append(parts.last ?? [])
        }
      }
    }
    let longestFirst = { (runs: [[String]]) in runs.sorted { $0.count > $1.count } }
    self.quoted = Dictionary(grouping: longestFirst(quoted.filter { $0.count > 2 })) { $0[0] }
    self.names = Dictionary(grouping: longestFirst(names.filter { 1..<6 ~= $0.count })) { $0[0] }
  }

  /// The runs of words between quoted ones, without names.
  func removed(from words: [String]) -> [[String]] { Quotations.cut(words, at: quoted).map(withoutNames) }

  func withoutNames(_ words: [String]) -> [String] { Array(Quotations.cut(words, at: names).joined()) }

  /// The pieces between the runs, which are looked up by their first word.
  private static func cut(_ words: [String], at runs: [String: [[String]]]) -> [[String]] {
    var pieces: [[String]] = [[]]
    var offset = 0
    while offset < words.count {
      if let run = runs[words[offset]]?.first(where: { words[offset...].starts(with: $0) }) {
        pieces.append([])
        offset += run.count
      } else {
        pieces[pieces.count - 1].append(words[offset])
        offset += 1
      }
    }
    return pieces
  }

  /// The quoted words without attributes and citations.
  private static func bare(_ quotation: String) -> String {
    let marks = "\\{[^}]*\\}|\\[@[^\\]]*\\]"
    guard let expression = try? NSRegularExpression(pattern: marks) else { return quotation }
    let all = NSRange(location: 0, length: (quotation as NSString).length)
    return expression.stringByReplacingMatches(in: quotation, range: all, withTemplate: " ")
  }

  /// The text with a word that no article holds for each quotation.
  static func removed(from text: String) -> String {
    pieces(of: text).map { $0.isQuoted ? " quotationleftout " : $0.text }.joined()
  }

  /// The text cut where quotations begin and end: in quotation marks within a paragraph, and annotated as `.quote`.
  private static func pieces(of text: String) -> [(text: String, isQuoted: Bool)] {
    let patterns = [
      "\\[[^\\[\\]]*\\]\\{[^}]*\\.quote[^}]*\\}", "::: *\\{[^}]*\\.quote[^}]*\\}(?s:.*?)\\n *:::",
      "“(?:[^”\\n]|\\n(?!\\n))*”", "\"(?:[^\"\\n]|\\n(?!\\n))*\"", "&ldquo;(?:[^&\\n])*&rdquo;",
    ]
    guard let expression = try? NSRegularExpression(pattern: patterns.joined(separator: "|")) else {
      return []
    }
    let whole = text as NSString
    var pieces: [(text: String, isQuoted: Bool)] = []
    var end = 0
    for match in expression.matches(in: text, range: NSRange(location: 0, length: whole.length)) {
      pieces.append(
        (whole.substring(with: NSRange(location: end, length: match.range.location - end)), false))
      pieces.append((whole.substring(with: match.range), true))
      end = match.range.location + match.range.length
    }
    return pieces + [(whole.substring(from: end), false)]
  }
}

extension Markup {
  /// Texts, and the attributes that are shown or read aloud. A tag inside a line does not end a word.
  fileprivate var words: String {
    let inline = [
      "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "time",
    ]
    var (texts, attributes) = ("", "")
    for piece in pieces {
      switch piece {
      case .text(let text): texts += text
      case .tag(let tag):
        if !inline.contains(tag.name) { texts += "\n\n" }
        for attribute in tag.attributes
        where ["content", "title", "alt", "aria-label"].contains(attribute.name) {
          attributes += "\n\n" + attribute.value
        }
      }
    }
    return texts + attributes
  }
}
