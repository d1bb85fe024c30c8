import Foundation

/// Small questions about an article's text.
enum ArticleText {
  /// UTF-8, or the Latin encoding that a page names in its first bytes.
  static func decoded(_ bytes: [UInt8]) throws(ArticleError) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    if bytes.contains(0) { throw .binary }
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if let text = String(validating: marked ? Array(bytes.dropFirst(3)) : bytes, as: UTF8.self) {
      return text
    }
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    guard
      ["iso-8859-1", "windows-1252", "latin1"].contains(where: {
        head.contains("charset=\($0)") || head.contains("charset=\"\($0)")
      }),
      let text = String(data: Data(bytes), encoding: .windowsCP1252)
        ?? String(data: Data(bytes), encoding: .isoLatin1)
    else { throw .notUTF8 }
    return text
  }

  static func trimmed(_ line: some StringProtocol) -> String {
    line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static func words(_ line: String) -> Int { line.utf8.split(separator: UInt8(ascii: " ")).count }

  /// Two to four capitalized words of letters, and nothing else.
  static func isName(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return (2...4).contains(words.count)
      && words.allSatisfy { word in
        word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
      } && line.last != "."
  }
}

/// A date as an article's line has it.
enum WrittenDate {
  /// EDTF of a line that is a date and no more; without a year, any year.
  static func read(_ line: String) -> String? {
    let words = line.split { " ,".contains($0) }.map(String.init)
    guard (1...3).contains(words.count) else { return nil }
    if words.count == 1 { return isDay(words[0]) ? words[0] : nil }
    guard let month = words.prefix(2).compactMap({ months.firstIndex(of: $0.lowercased()) }).first,
      let day = words.prefix(2).compactMap({ Int($0) }).first, (1...31).contains(day)
    else { return nil }
    let year = words.count == 3 ? words[2] : "XXXX"
    guard words.count == 2 || (year.utf8.count == 4 && Int(year) != nil) else { return nil }
    return "\(year)-\(two(month + 1))-\(two(day))"
  }

  /// The day of `2025-03-04T10:20:30+01:00`.
  static func day(of stamp: String) -> String? {
    let day = String(stamp.prefix(10))
    return isDay(day) ? day : nil
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.map(\.utf8.count) == [4, 2, 2]
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
}

/// A language told by its commonest words.
enum ArticleLanguage {
  /// Nil without twenty of them, or where another language has a third as many.
  static func of(_ lines: [String]) -> String? {
    var counts = [Int](repeating: 0, count: commonWords.count)
    for word in lines.lazy.flatMap({ $0.lowercased().split(separator: " ") }) {
      for (index, entry) in commonWords.enumerated() where entry.words.contains(String(word)) {
        counts[index] += 1
      }
    }
    let order = counts.indices.sorted { counts[$0] > counts[$1] }
    guard counts[order[0]] >= 20, counts[order[0]] > 3 * counts[order[1]] else { return nil }
    return commonWords[order[0]].language
  }

  private static let commonWords: [(language: String, words: Set<String>)] = [
    ("en", ["the", "and", "of", "to", "is", "that", "with", "for", "was", "has"]),
    ("es", ["el", "los", "las", "que", "y", "del", "una", "por", "con", "para"]),
    ("fr", ["le", "les", "et", "des", "une", "dans", "que", "du", "pour", "est"]),
    ("de", ["der", "die", "und", "das", "den", "nicht", "mit", "ist", "ein", "eine"]),
    ("uk", ["і", "та", "що", "на", "не", "з", "до", "для", "про", "від"]),
  ]
}
