import Linking
import Testing

/// A text in which brackets mark the names that are to be found: `⟦Kyiv⟧’s mayor`.
struct MarkedText: Sendable, ExpressibleByStringLiteral, CustomTestStringConvertible {
  let marked: String
  let text: [UInt8]
  let names: [Range<Int>]

  init(stringLiteral marked: String) {
    self.marked = marked
    var text: [UInt8] = []
    var names: [Range<Int>] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = text.count
      case "⟧": names.append(start..<text.count)
      default: text.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    self.text = text
    self.names = names
  }

  var testDescription: String { marked }

  /// What `table` finds too much and too little here, as strings.
  func mistakes(of table: NameTable) -> (falseNames: [String], missedNames: [String]) {
    let found = table.matches(in: text).map(\.textRange)
    func words(_ ranges: [Range<Int>]) -> [String] {
      ranges.map { String(decoding: text[$0], as: UTF8.self) }
    }
    return (
      falseNames: words(found.filter { !names.contains($0) }),
      missedNames: words(names.filter { !found.contains($0) })
    )
  }
}

extension NameTable {
  /// One entity for each text.
  init(_ texts: [String]) {
    self.init(
      aliases: texts.enumerated().map { NameAlias(text: $0.element, owner: $0.offset) }, exclusions: [])
  }
}
