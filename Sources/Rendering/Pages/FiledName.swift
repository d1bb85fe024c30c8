import Briefings
import Foundation
import Linking

/// A name as the index files it: *Zelenskiy, Volodymyr*.
struct FiledName {
  let text: String

  /// As `sort-name` says. Without it a person is filed under the last words of the name where one of the aliases is
  /// these words: who lists *Zelenskiy* has said that it stands for *Volodymyr Zelenskiy*. Nothing is concluded from
  /// a name alone: *Xi Jinping* stays as it is.
  init(_ record: Entity) {
    let name = record.name.value
    text = record.sortName ?? FiledName.inverted(record) ?? name
  }

  private static func inverted(_ record: Entity) -> String? {
    guard record.type == .person else { return nil }
    let words = record.name.value.split(separator: " ")
    let tails = record.aliases.filter { $0.isAutomatic && $0.from == nil && $0.to == nil }
      .map { $0.text.value.split(separator: " ") }
    // The longest, for *von der Leyen* beside *Leyen*.
    let counts = tails.filter { tail in
      tail.count < words.count
        && fold(tail.joined(separator: " ")) == fold(words.suffix(tail.count).joined(separator: " "))
    }.map(\.count)
    guard let count = counts.max(), count > 0 else { return nil }
    return words.suffix(count).joined(separator: " ") + ", " + words.dropLast(count).joined(separator: " ")
  }

  var key: SortKey { SortKey(text) }

  /// What it is filed under: its first letter without accents, `#` for anything else.
  var letter: String {
    let letter = plain(text).unicodeScalars.first {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    guard let letter, letter.properties.isAlphabetic else { return "#" }
    return String(letter).uppercased()
  }
}

/// Orders titles as a reader expects: letters of either case are the same, accents and strokes make no other letter,
/// and what is no letter or digit is passed over.
struct SortKey: Comparable {
  private let folded: [UInt8]
  private let exact: [UInt8]

  init(_ text: String) {
    exact = Array(text.utf8)
    var kept = String.UnicodeScalarView()
    for scalar in plain(text).unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil || scalar == " " { kept.append(scalar) }
    }
    folded = Array(String(kept).lowercased().utf8)
  }

  static func < (a: SortKey, b: SortKey) -> Bool {
    a.folded == b.folded
      ? a.exact.lexicographicallyPrecedes(b.exact) : a.folded.lexicographicallyPrecedes(b.folded)
  }
}

/// A text whose accents stand behind their letters and whose letters with strokes, which Unicode does not take
/// apart, are the plain ones: *Łódź* is filed under *L*, *Ørsted* under *O*.
private func plain(_ text: String) -> String {
  var plain = ""
  for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
    switch scalar {
    case "Ł", "ł": plain += "l"
    case "Ø", "ø": plain += "o"
    case "Đ", "đ", "Ð", "ð": plain += "d"
    case "Ħ", "ħ": plain += "h"
    case "ı": plain += "i"
    case "Æ", "æ": plain += "ae"
    case "Œ", "œ": plain += "oe"
    case "Þ", "þ": plain += "th"
    case "ß", "ẞ": plain += "ss"
    default: plain.unicodeScalars.append(scalar)
    }
  }
  return plain
}
