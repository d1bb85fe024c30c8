import Diagnostics

/// What a comment says to Dossier: `<!-- dossier: allow CODE reason -->`.
struct CommentOrder {
  enum Meaning {
    case allow(code: Range<Int>, reason: String)
    /// Begins like an order and is none: what of it, why, and what was meant.
    case faulty(Range<Int>, String, suggestions: [String])
  }

  let meaning: Meaning
  /// The comment itself.
  let source: Range<Int>

  /// What is to be pointed at.
  var place: Range<Int> {
    switch meaning {
    case .allow(let code, _): code
    case .faulty(let place, _, _): place
    }
  }

  /// The orders among the comments that stand one behind the other in a range of the file.
  static func all(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [CommentOrder] {
    var orders: [CommentOrder] = []
    var position = range.lowerBound
    while let start = CommentText.find("<!--", in: bytes, position..<range.upperBound) {
      let close = CommentText.find("-->", in: bytes, start + 2..<range.upperBound)
      let end = close ?? range.upperBound
      position = min(end + 3, range.upperBound)
      // `<!-->` is one, too.
      let words = words(in: bytes, min(start + 4, end)..<end)
      if let meaning = meaning(of: words, in: bytes) {
        orders.append(CommentOrder(meaning: meaning, source: start..<position))
      }
    }
    return orders
  }

  // MARK: Words

  /// What stands between blanks, without the marks of a quotation before a line; a colon ends the first.
  private static func words(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var (position, isAtLineStart) = (range.lowerBound, false)
    while position < range.upperBound {
      let byte = bytes[position]
      if byte <= 0x20 || (byte == UInt8(ascii: ">") && isAtLineStart)
        || (byte == UInt8(ascii: "-") && words.isEmpty)
      {
        isAtLineStart = isAtLineStart || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        position += 1
        continue
      }
      isAtLineStart = false
      let start = position
      let endsAtColon = words.isEmpty
      while position < range.upperBound, bytes[position] > 0x20 {
        position += 1
        if endsAtColon, bytes[position - 1] == UInt8(ascii: ":") { break }
      }
      words.append(start..<position)
      // Most comments say nothing to Dossier.
      if endsAtColon, !isName(bytes[start..<position]) { return [] }
    }
    return words
  }

  /// `dossier`, `Dossier:`
  private static func isName(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let letters = word.last == UInt8(ascii: ":") ? word.dropLast() : word
    return letters.count == 7 && zip(letters, "dossier".utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  // MARK: What they mean

  private static func meaning(
    of words: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>
  ) -> Meaning? {
    guard let name = words.first else { return nil }
    func string(_ range: Range<Int>) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
    var rest = words.dropFirst()
    var hasColon = bytes[name.upperBound - 1] == UInt8(ascii: ":")
    if !hasColon, let next = rest.first, string(next) == ":" {
      hasColon = true
      rest = rest.dropFirst()
    }
    let verb = rest.first.map(string) ?? ""
    let meant = Suggestions.nearest(to: verb, among: ["allow"])
    guard hasColon else {
      let isMeant =
        !meant.isEmpty || rest.dropFirst().first.map(string).flatMap(FindingCode.init(rawValue:)) != nil
      guard isMeant else { return nil }
      return .faulty(
        name, "a colon stands behind 'dossier'; write 'dossier: allow CODE reason'", suggestions: ["dossier:"]
      )
    }
    guard let place = rest.first, verb.lowercased() == "allow" else {
      return .faulty(
        rest.first ?? name,
        "a comment says 'dossier: allow CODE reason' and nothing else; write that, or begin with another word",
        suggestions: meant)
    }
    guard let code = rest.dropFirst().first else {
      return .faulty(
        place, "no code stands behind 'allow'; write 'dossier: allow CODE reason'", suggestions: [])
    }
    let reason = rest.dropFirst(2).map(string).joined(separator: " ")
    return .allow(code: code, reason: reason)
  }
}

/// The ends of comments.
enum CommentText {
  static func find(
    _ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    guard range.lowerBound < range.upperBound else { return nil }
    let needle = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var position = range.lowerBound
    while position + needle.count <= range.upperBound {
      if bytes[position] == needle[0], bytes[position..<position + needle.count].elementsEqual(needle) {
        return position
      }
      position += 1
    }
    return nil
  }
}
