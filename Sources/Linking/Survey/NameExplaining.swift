import Markdown

/// What only an explanation asks for: names that stand where nobody looks for them, and links by hand.
extension NameFinder {
  /// Adds the links by hand of a block, and the names in it that were not searched for.
  ///
  /// - Parameter matches: those that were.
  mutating func explainRest(of block: TextBlock, links: [LinkUse], beside matches: [NameMatch]) {
    var known = matches.map(\.textRange)
    for link in links {
      guard case .wiki = link.form, let owner = names.owner(ofTarget: link.target) else { continue }
      known.append(link.textRange)
      let written = String(decoding: block.text[link.textRange], as: UTF8.self)
      note(NameOutcome(written: written, source: link.source, reason: .explicit(names.owners[owner])))
    }
    for match in names.table.matches(in: block.text) where !known.contains(where: match.textRange.overlaps) {
      let owners = Set(match.candidates.map { names.table.aliases[$0].owner }).sorted()
      note(
        NameOutcome(
          written: String(decoding: block.text[match.textRange], as: UTF8.self),
          source: block.source(of: match.textRange),
          reason: .unsearched(block.place(of: match.textRange), owners.map { names.owners[$0] })))
    }
  }
}

extension TextBlock {
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
