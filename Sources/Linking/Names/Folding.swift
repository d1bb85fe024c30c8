/// A text as names are compared: after compatibility decomposition (NFKD), case folding, dropping of accents,
/// one apostrophe, one hyphen, and single spaces.
///
/// `fold("Jean-Noël  Barrot")` and `fold("jean–noel barrot")` are equal. Letters with a common upper case fold
/// to the same, so that `ı`, `İ`, `I` and `i` are one letter, and `ß` is `ss`. White space at the ends goes.
package func fold(_ text: String) -> String {
  String(decoding: FoldedText(Array(text.utf8)).bytes, as: UTF8.self)
}

/// A folded text with, for each of its bytes, whether it came from a capital.
struct FoldedText {
  private(set) var bytes: [UInt8] = []
  private(set) var isUpper: [Bool] = []

  /// - Parameter text: UTF-8.
  init(_ text: [UInt8]) {
    let table = FoldingTable.shared
    var offset = 0
    while offset < text.count {
      let step = text.span.scalar(at: offset)
      let isUpper = ScalarTraits(of: step.value).contains(.upper)
      let folded = table.folded(step.value)
      if folded.isUnchanged {
        append(text[offset..<offset + step.utf8Count], isUpper: isUpper)
      } else {
        append(table.bytes[folded.range], isUpper: isUpper)
      }
      offset += step.utf8Count
    }
    if bytes.last == UInt8(ascii: " ") { removeLast() }
  }

  mutating func append(_ folded: ArraySlice<UInt8>, isUpper flag: Bool) {
    for byte in folded {
      if byte == UInt8(ascii: " "), bytes.isEmpty || bytes.last == byte { continue }
      bytes.append(byte)
      isUpper.append(flag)
    }
  }

  mutating func removeLast() {
    bytes.removeLast()
    isUpper.removeLast()
  }
}
