/// The written forms of small values.
enum Written {
  /// `YYYY-MM-DD`, digits and hyphens only; whether there is such a day is not asked.
  static func yearMonthDay(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
    else { return nil }
    return (year, month, day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var result = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      result = result * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return result
  }

  /// The shape of BCP 47 (RFC 5646, 2.1): subtags of up to eight letters or digits, the first of two or three
  /// letters. Longer first ones are allowed there, but none is registered.
  static func isLanguage(_ text: String) -> Bool {
    let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = subtags.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else {
      return false
    }
    return subtags.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || isDigit($0) } }
  }

  /// An http or https address with a host and without white space or control characters.
  static func isAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let lowered = bytes.prefix(8).map { isLetter($0) ? $0 | 0x20 : $0 }
    let scheme = ["https://", "http://"].first { lowered.starts(with: $0.utf8) }
    guard let scheme, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
    let host = bytes[scheme.utf8.count...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    return !host.isEmpty && !host.starts(with: [UInt8(ascii: "#")])
  }

  /// An address below which pages can lie: without a user, a query and a fragment, without what ends an attribute of
  /// HTML, with a port that there is.
  static func isBase(_ text: String) -> Bool {
    guard isAddress(text), !text.utf8.contains(where: { "?#\"<>\\".utf8.contains($0) }),
      !text.unicodeScalars.contains(where: \.properties.isWhitespace)
    else { return false }
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let authority = parts.count > 2 ? parts[2] : parts[0]
    guard !authority.contains(UInt8(ascii: "@")) else { return false }
    // An IPv6 address in brackets holds colons, too.
    let host = authority.lastIndex(of: UInt8(ascii: "]")).map { authority[$0...] } ?? authority
    guard let colon = host.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let port = host[host.index(after: colon)...]
    return port.allSatisfy(isDigit) && (Int(String(Substring(port))) ?? 0) <= 65_535 && port.count <= 9
  }

  /// Decimal degrees within ±`limit`: a sign, digits, at most one point.
  static func degrees(_ text: String, limit: Double) -> Double? {
    let isPlain = text.utf8.allSatisfy { byte in
      isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    }
    guard isPlain, let number = Double(text), (-limit...limit).contains(number) else { return nil }
    return number
  }

  /// `Q` and a number.
  static func isWikidata(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count >= 2 && bytes[0] == UInt8(ascii: "Q") && bytes[1] != UInt8(ascii: "0")
      && bytes.dropFirst().allSatisfy(isDigit)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
