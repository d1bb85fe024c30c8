/// Invented names: no two share a word, so that none is ambiguous.
struct Names {
  private var used: Set<String> = []

  /// A word of three or four syllables, upper case first, that was not given before.
  mutating func word(_ dice: inout Dice) -> String {
    while true {
      var word = ""
      for _ in 0..<(3 + dice.below(2)) { word += dice.pick(Names.onsets) + dice.pick(Names.rimes) }
      if used.insert(word).inserted { return word.prefix(1).uppercased() + word.dropFirst() }
    }
  }

  static let onsets = [
    "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "kh", "sh", "tr",
  ]
  static let rimes = ["a", "e", "i", "o", "u", "an", "el", "ir", "os", "ur", "ai", "ov"]
  static let given = [
    "Amira", "Boris", "Clara", "Daniel", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Katya", "Luis",
    "Marta", "Noor", "Oscar", "Paula", "Rashid", "Sofia", "Tomas", "Vera", "Zoë", "José", "Anaïs", "Łukasz",
  ]
  static let bodies = [
    "Council", "Institute", "Agency", "Ministry", "Brigade", "Railways", "Tribune", "Bank",
  ]
  static let accords = ["Accord", "Protocol", "Treaty", "Memorandum"]
}

/// A name as an identifier: lower case, ASCII, hyphens between words.
func slug(_ name: String) -> String {
  var bytes: [UInt8] = []
  for scalar in name.lowercased().unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9": bytes.append(UInt8(scalar.value))
    case "ë", "é": bytes.append(UInt8(ascii: "e"))
    case "ï": bytes.append(UInt8(ascii: "i"))
    case "ł": bytes.append(UInt8(ascii: "l"))
    default: if bytes.last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
