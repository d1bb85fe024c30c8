import Foundation

/// That a quotation was found in its source, told without a word of the source.
package struct Receipt: Sendable, Hashable {
  /// The briefing's identifier; of other pages with their folder: `entities/kyiv`.
  package let briefing: String
  /// Nil for a quotation that the writer gave none.
  package let id: String?
  /// SHA-256 of the quotation under `normalizer`, in hexadecimal.
  package let quotation: String
  /// SHA-256 of the source's text as a file; nil when it was not compared.
  package let text: String?
  /// In the text, in code points; nil when it was not compared.
  package let place: Range<Int>?
  /// `exact`, `elided`, `edited` or `skipped`.
  package let match: String
  package let normalizer: String

  /// What a quotation is known by: its identifier, or without one its words.
  var key: Key { Key(briefing: briefing, name: id ?? quotation) }

  struct Key: Hashable { let briefing: String, name: String }
}

extension Receipt: Comparable {
  package static func < (a: Receipt, b: Receipt) -> Bool {
    a.line.lexicographicallyPrecedes(b.line)
  }
}

// MARK: Lines

extension Receipt {
  /// Keys as they stand in a line; all but those of `optional` are required.
  enum Field: String, CaseIterable {
    case briefing, id, quotation, match, text, start, end, normalizer
  }

  /// One object of JSON (RFC 8259), keys in the order of `Field`, without the line end.
  package var line: [UInt8] {
    var pairs: [(Field, String)] = [(.briefing, Receipt.quoted(briefing))]
    if let id { pairs.append((.id, Receipt.quoted(id))) }
    pairs += [(.quotation, Receipt.quoted(quotation)), (.match, Receipt.quoted(match))]
    if let text { pairs.append((.text, Receipt.quoted(text))) }
    if let place { pairs += [(.start, String(place.lowerBound)), (.end, String(place.upperBound))] }
    pairs.append((.normalizer, Receipt.quoted(normalizer)))
    return Array("{\(pairs.map { "\"\($0.rawValue)\":\($1)" }.joined(separator: ","))}".utf8)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Why a line is no receipt, in words that end a sentence.
  struct Unreadable: Error { let reason: String }

  init(line: ArraySlice<UInt8>) throws(Unreadable) {
    let conflict = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
    if conflict.contains(where: { line.starts(with: $0.utf8) }) {
      throw Unreadable(reason: "two versions are in conflict here")
    }
    guard let values = try? JSONDecoder().decode([String: Value].self, from: Data(line)) else {
      throw Unreadable(reason: "this is no object of texts and numbers in JSON")
    }
    for key in values.keys.sorted() where Field(rawValue: key) == nil {
      throw Unreadable(reason: "unknown key '\(key)'")
    }
    func text(_ field: Field) throws(Unreadable) -> String {
      guard case .text(let text)? = values[field.rawValue] else {
        throw Unreadable(reason: "'\(field.rawValue)' is missing or no text")
      }
      return text
    }
    briefing = try text(.briefing)
    id = values[Field.id.rawValue] == nil ? nil : try text(.id)
    quotation = try text(.quotation)
    match = try text(.match)
    normalizer = try text(.normalizer)
    guard let kind = QuotedMatch.Kind(rawValue: match) else {
      throw Unreadable(reason: "'\(match)' is no kind of match")
    }
    self.text = kind == .skipped ? nil : try text(.text)
    if kind == .skipped { place = nil } else { place = try Receipt.place(values) }
  }

  private static func place(_ values: [String: Value]) throws(Unreadable) -> Range<Int> {
    guard case .number(let start)? = values[Field.start.rawValue],
      case .number(let end)? = values[Field.end.rawValue], start >= 0, start <= end
    else { throw Unreadable(reason: "'start' and 'end' are no places in a text") }
    return start..<end
  }

  private enum Value: Decodable {
    case text(String)
    case number(Int)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .number(try container.decode(Int.self))
      }
    }
  }
}
