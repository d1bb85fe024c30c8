import Crypto

/// The writer's copy of a source, made ready for looking passages up. It never leaves the run.
package struct LocalText: Sendable {
  let bytes: [UInt8]
  let form: NormalForm
  /// How many words begin before each scalar, and before the end.
  let wordsBefore: [Int32]
  let paragraphs: LocalParagraphs
  /// SHA-256 of the bytes as they are, in hexadecimal: what `sha256sum` prints.
  package let digest: String

  /// - Parameter written: UTF-8; what is none is read as U+FFFD.
  package init(_ written: [UInt8]) {
    let bytes = Array(String(decoding: written, as: UTF8.self).utf8)
    self.bytes = bytes
    form = NormalForm(bytes)
    wordsBefore = LocalText.wordsBefore(form.scalars)
    paragraphs = LocalParagraphs(bytes)
    digest = LocalText.hexadecimal(written)
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }

  /// Words are what stands between blanks and has a letter or a digit; without blanks, each sign is one.
  private static func wordsBefore(_ scalars: [UInt32]) -> [Int32] {
    var counts: [Int32] = []
    counts.reserveCapacity(scalars.count + 1)
    var (count, isInWord): (Int32, Bool) = (0, false)
    for scalar in scalars {
      counts.append(count)
      if scalar == NormalScalars.space {
        isInWord = false
      } else if NormalScalars.isWord(scalar), !isInWord || NormalScalars.standsAlone(scalar) {
        count += 1
        isInWord = true
      }
    }
    return counts + [count]
  }

  /// Of the whole text.
  package var wordCount: Int { Int(wordsBefore[form.scalars.count]) }

  /// How many words begin in a range of scalars.
  func words(in range: Range<Int>) -> Int {
    Int(wordsBefore[range.upperBound] - wordsBefore[range.lowerBound])
  }

  /// Whether no word runs across this place. A number's comma or full stop is within it.
  func isBoundary(_ offset: Int) -> Bool {
    let scalars = form.scalars
    guard offset > 0, offset < scalars.count else { return true }
    let (before, after) = (scalars[offset - 1], scalars[offset])
    if NormalScalars.isWord(before), NormalScalars.isWord(after) {
      return NormalScalars.standsAlone(before) || NormalScalars.standsAlone(after)
    }
    if offset > 1, LocalText.parts(before), NormalScalars.isDigit(after) {
      return !NormalScalars.isDigit(scalars[offset - 2])
    }
    if offset + 1 < scalars.count, NormalScalars.isDigit(before), LocalText.parts(after) {
      return !NormalScalars.isDigit(scalars[offset + 1])
    }
    return true
  }

  private static func parts(_ scalar: UInt32) -> Bool { scalar == NormalScalars.fullStop || scalar == 0x2C }

  /// Counted from the text's first, as receipts give places.
  func codePoints(before utf8Offset: Int) -> Int {
    bytes[..<utf8Offset].count { $0 & 0xC0 != 0x80 }
  }
}
