package import Briefings
package import EDTF
package import Markdown

/// Proposes a date for each expression of time in a text; nothing is written, the writer decides.
package struct DateSuggestions {
  private let published: CivilDay
  private let hemisphere: Hemisphere
  private let anchors: [(name: String, date: EDTFDate)]

  /// - Parameter registry: whose events an expression may hang on; nil for a text of no site.
  package init(published: CivilDay, registry: Registry?) {
    self.published = published
    hemisphere = registry?.site.hemisphere ?? .north
    anchors = registry.map(DateSuggestions.events) ?? []
  }

  /// In a Markdown body, in the order of the page. Code and addresses are passed over.
  package func proposals(in annotations: Annotations) -> [DateProposal] {
    var reading = reading
    return annotations.textBlocks.flatMap { block in
      reading.read(block.searchedText).map { proposal($0, block.text, block.source(of: $0.range)) }
    }
  }

  /// In plain text whose paragraphs are lines.
  package func proposals(in text: [UInt8]) -> [DateProposal] {
    var reading = reading
    var proposals: [DateProposal] = []
    var start = 0
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let bytes = Array(line)
      proposals += reading.read(bytes).map { found in
        proposal(found, bytes, found.range.lowerBound + start..<found.range.upperBound + start)
      }
      start += line.count + 1
    }
    return proposals
  }

  private var reading: DateReading {
    DateReading(published: published, hemisphere: hemisphere, anchors: anchors)
  }

  private func proposal(_ found: DateReading.Found, _ text: [UInt8], _ source: Range<Int>) -> DateProposal {
    let words = text[found.range].map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    return DateProposal(
      source: source, words: String(decoding: words, as: UTF8.self), rule: found.rule, date: found.date,
      reason: found.reason)
  }

  /// Dated entities of type event by all their names, the longest name first.
  private static func events(of registry: Registry) -> [(name: String, date: EDTFDate)] {
    let named = registry.entities.filter { $0.type == .event }.flatMap { entity in
      entity.dates.first { $0.key == "date" }.map { dated in
        ([entity.name.value] + entity.aliases.map(\.text.value)).map { (folded($0), dated.date.value) }
      } ?? []
    }
    return named.filter { !$0.0.isEmpty }.sorted { a, b in
      a.0.utf8.count == b.0.utf8.count ? a.0 < b.0 : a.0.utf8.count > b.0.utf8.count
    }
  }

  private static func folded(_ name: String) -> String {
    let bytes = Array(name.utf8)
    return DateWord.all(in: bytes, 0..<bytes.count).map(\.text).joined(separator: " ")
  }
}

extension TextBlock {
  /// The text, as long as it is, with blanks for code and constructs' stand-ins.
  fileprivate var searchedText: [UInt8] {
    var text = text
    for piece in pieces where piece.kind == .opaque {
      for offset in piece.textOffset..<piece.textOffset + piece.utf8Count { text[offset] = UInt8(ascii: " ") }
    }
    return text
  }
}
