/// Words with places for others, named in braces: `{day} {month}`. Taken apart once, filled for every date.
struct Pattern: Sendable, ExpressibleByStringLiteral {
  enum Slot: String {
    case component, date, day, days, end, first, last, list, month, offset, pattern, remark, remarks, season
    case start, time, year
  }

  private struct Piece {
    /// Stands before the slot.
    let text: String
    /// Nil at the pattern's end.
    let slot: Slot?
  }

  private let pieces: [Piece]

  init(stringLiteral pattern: String) {
    pieces = pattern.split(separator: "}", omittingEmptySubsequences: false).map { part in
      let (text, name) = (part.prefix { $0 != "{" }, part.drop { $0 != "{" }.dropFirst())
      return Piece(text: String(text), slot: Slot(rawValue: String(name)))
    }
  }

  /// A slot without a value is left out.
  func filled(_ values: KeyValuePairs<Slot, String>) -> String {
    var result = ""
    for piece in pieces {
      result += piece.text
      if let slot = piece.slot, let (_, value) = values.first(where: { $0.key == slot }) { result += value }
    }
    return result
  }

  func begins(with slot: Slot) -> Bool { pieces[0].text.isEmpty && pieces[0].slot == slot }
}
