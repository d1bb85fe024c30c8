/// Makes a document smaller as long as it shows a difference.
struct Shrinker {
  /// Whether a text still differs.
  let differs: (String) throws -> Bool

  /// The smallest text found: lines go first, then runs of characters, then words become `a`.
  func shrink(_ text: String) throws -> String {
    var current = text
    for _ in 0..<Shrinker.maximumRounds {
      let before = current
      current = try withoutParts(current.split(after: "\n"))
      for length in [8, 4, 2, 1] { current = try withoutParts(current.pieces(of: length)) }
      current = try withPlainLetters(current)
      if current == before { return current }
    }
    return current
  }

  private static let maximumRounds = 3

  private func withoutParts(_ parts: [String]) throws -> String {
    var parts = parts
    var length = max(1, parts.count / 2)
    while length >= 1 {
      var start = 0
      while start < parts.count {
        var fewer = parts
        fewer.removeSubrange(start..<min(parts.count, start + length))
        if try differs(fewer.joined()) { parts = fewer } else { start += length }
      }
      length /= 2
    }
    return parts.joined()
  }

  /// Letters and digits one by one become `a`.
  private func withPlainLetters(_ text: String) throws -> String {
    var scalars = Array(text.unicodeScalars)
    for index in scalars.indices where scalars[index] != "a" && scalars[index].properties.isAlphabetic {
      let old = scalars[index]
      scalars[index] = "a"
      if try !differs(String(scalars)) { scalars[index] = old }
    }
    return String(scalars)
  }
}

extension String {
  fileprivate init(_ scalars: [UnicodeScalar]) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self = String(view)
  }

  fileprivate func split(after separator: UnicodeScalar) -> [String] {
    var parts: [[UnicodeScalar]] = [[]]
    for scalar in unicodeScalars {
      parts[parts.count - 1].append(scalar)
      if scalar == separator { parts.append([]) }
    }
    return parts.map { String($0) }
  }

  fileprivate func pieces(of length: Int) -> [String] {
    let scalars = Array(unicodeScalars)
    return stride(from: 0, to: scalars.count, by: length).map {
      String(Array(scalars[$0..<min(scalars.count, $0 + length)]))
    }
  }
}
