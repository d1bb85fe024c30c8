import Markdown

/// What only an explanation asks for: names that stand where nobody looks for them, that `not` or their capitals keep
/// from being found, and links by hand.
extension NameFinder {
  /// Adds the links by hand of a block, and the names in it that were not searched for or not found.
  ///
  /// - Parameter matches: those that were.
  mutating func explainRest(of block: TextBlock, links: [LinkUse], beside matches: [NameMatch]) {
    var known = matches.map(\.textRange)
    for link in links {
      guard let owner = owner(of: link) else { continue }
      known.append(link.textRange)
      note(block.outcome(link.textRange, .explicit(names.owners[owner])))
    }
    for match in names.table.matches(in: block.text) where !known.contains(where: match.textRange.overlaps) {
      known.append(match.textRange)
      let place = block.place(of: match.textRange)
      note(block.outcome(match.textRange, .unsearched(place, slugs(of: match.candidates))))
    }
    for match in names.table.matches(in: block.textWithoutHyphens)
    where !known.contains(where: match.textRange.overlaps) && block.adjoinsHyphen(match.textRange) {
      known.append(match.textRange)
      note(block.outcome(match.textRange, .joined(slugs(of: match.candidates))))
    }
    let tables = looseTables ?? LooseTables(names.table)
    looseTables = tables
    for match in tables.withoutExclusions.matches(in: block.text)
    where !known.contains(where: match.textRange.overlaps) {
      known.append(match.textRange)
      let exclusion = names.table.exclusion(of: match, in: block.text)
      note(block.outcome(match.textRange, .excluded(slugs(of: match.candidates), by: exclusion)))
    }
    for match in tables.withoutCase.matches(in: block.text)
    where !known.contains(where: match.textRange.overlaps) && block.beginsCapitalized(match.textRange) {
      let alias = names.table.aliases[match.candidates[0]].text
      note(block.outcome(match.textRange, .otherCapitals(slugs(of: match.candidates), alias: alias)))
    }
  }
}

/// The same names with fewer conditions.
struct LooseTables {
  let withoutExclusions: NameTable
  let withoutCase: NameTable

  init(_ table: NameTable) {
    withoutExclusions = NameTable(aliases: table.aliases, exclusions: [])
    var aliases = table.aliases
    for index in aliases.indices { aliases[index].isCaseSensitive = false }
    withoutCase = NameTable(aliases: aliases, exclusions: [])
  }
}

extension NameTable {
  /// The string of a `not` that keeps a name from its owners: the first in the owner's list that holds the name.
  fileprivate func exclusion(of match: NameMatch, in text: [UInt8]) -> String {
    let written = fold(String(decoding: text[match.textRange], as: UTF8.self))
    let owners = match.candidates.map { aliases[$0].owner }
    return exclusions.first { owners.contains($0.owner) && fold($0.text).contains(written) }?.text ?? ""
  }
}

extension TextBlock {
  fileprivate func outcome(_ range: Range<Int>, _ reason: NameOutcome.Reason) -> NameOutcome {
    NameOutcome(
      written: String(decoding: text[range], as: UTF8.self), source: source(of: range), reason: reason)
  }

  /// Byte for byte as long.
  fileprivate var textWithoutHyphens: [UInt8] {
    text.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }
  }

  fileprivate func adjoinsHyphen(_ range: Range<Int>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return range.lowerBound > 0 && text[range.lowerBound - 1] == hyphen
      || range.upperBound < text.count && text[range.upperBound] == hyphen
  }

  fileprivate func beginsCapitalized(_ range: Range<Int>) -> Bool {
    ScalarTraits(of: text.span.scalar(at: range.lowerBound).value).contains(.upper)
  }

  fileprivate func place(of range: Range<Int>) -> NameOutcome.Place {
    if case .heading = kind { return .heading }
    for piece in pieces where range.overlaps(piece.textOffset..<piece.textOffset + piece.utf8Count) {
      switch piece.kind {
      case .link: return .link
      case .opaque: return .code
      case .plain: continue
      }
    }
    return .acrossMarkup
  }
}
