/// Today's spelling of what the drafts before 2019 allowed, and of common slips.
///
/// This only rewrites characters; whether the result is a date is for the reader to say.
struct DraftForm {
  let bytes: [UInt8]

  /// Longer strings get no suggestion: no date that a person writes is as long.
  private static let longest = 200

  /// The string rewritten, when that makes it a date; nil otherwise.
  static func suggestion(for bytes: [UInt8]) -> String? {
    guard bytes.count <= longest else { return nil }
    for candidate in DraftForm(bytes: bytes).candidates where candidate != bytes {
      // Why a candidate is refused helps nobody: the writer's own string is what the error is about.
      if let form = try? Reader.read(candidate) { return form.text }
    }
    return nil
  }

  private var candidates: [[UInt8]] {
    let modern = modernized
    return [modern, hyphenated(modern), padded(modern), prefixed(modern), completed(modern)]
  }

  private var modernized: [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      let (replacement, length) = replacement(at: offset)
      result.append(contentsOf: replacement)
      offset += length
    }
    return result
  }

  /// What the bytes at `offset` become, and how many they are.
  private func replacement(at offset: Int) -> (bytes: [UInt8], length: Int) {
    let rest = bytes[offset...]
    for (old, new) in DraftForm.words where rest.starts(with: old.utf8) {
      return (Array(new.utf8), old.utf8.count)
    }
    if let new = DraftForm.letters[bytes[offset]] { return ([new], 1) }
    return ([bytes[offset]], 1)
  }

  private static let words: [(String, String)] = [
    ("unknown", ""), ("open", ".."), ("?~", "%"), ("~?", "%"), (" ", ""), ("\u{2013}", "-"),
    ("\u{2212}", "-"), ("\u{2010}", "-"), ("\u{2011}", "-"), ("\u{2026}", ".."),
  ]

  private static let letters: [UInt8: UInt8] = [
    UInt8(ascii: "u"): .unspecifiedDigit, UInt8(ascii: "x"): .unspecifiedDigit,
    UInt8(ascii: "y"): UInt8(ascii: "Y"), UInt8(ascii: "e"): UInt8(ascii: "E"),
    UInt8(ascii: "p"): UInt8(ascii: "S"), UInt8(ascii: "s"): UInt8(ascii: "S"),
    UInt8(ascii: "t"): UInt8(ascii: "T"), UInt8(ascii: "z"): UInt8(ascii: "Z"),
  ]

  /// `20040611` as `2004-06-11`, `12:00:00+0200` as `12:00:00+02:00`.
  private func hyphenated(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    if bytes.count == 8, bytes.allSatisfy(\.isDigit) {
      result.insert(.hyphen, at: 6)
      result.insert(.hyphen, at: 4)
    } else if bytes.contains(UInt8(ascii: "T")), bytes.count > 20 {
      result.insert(.colon, at: bytes.count - 2)
    }
    return result
  }

  /// `2004-6-1` as `2004-06-01`.
  private func padded(_ bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.split(separator: .hyphen, omittingEmptySubsequences: false)
    let padded = parts.map { $0.count == 1 && $0.allSatisfy(\.isDigit) ? [UInt8(ascii: "0")] + $0 : $0 }
    return Array(padded.joined(separator: [.hyphen]))
  }

  /// `Y1985` as `1985`, `12345` as `Y12345`.
  private func prefixed(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.first == UInt8(ascii: "Y") { return Array(bytes.dropFirst()) }
    return [UInt8(ascii: "Y")] + bytes
  }

  /// `2004-06-01/11` as `2004-06-01/2004-06-11`, `2004/06/11` as `2004-06-11`.
  private func completed(_ bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.split(separator: .slash, omittingEmptySubsequences: false)
    if parts.count == 3 { return Array(parts.joined(separator: [.hyphen])) }
    guard parts.count == 2, parts[1].count < parts[0].count else { return bytes }
    return parts[0] + [.slash] + parts[0].dropLast(parts[1].count) + parts[1]
  }
}
