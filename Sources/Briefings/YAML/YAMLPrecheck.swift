/// One pass over YAML before its parser sees it.
///
/// It finds what the parser cannot survive or place: characters that YAML forbids (their offset would come
/// back in grapheme clusters) and nesting (the parser recurses, and 512 KB of stack, what a worker thread has
/// on macOS, hold fewer levels than it allows).
struct YAMLPrecheck {
  /// Indentations inside each other; real front matter has three.
  static let indentLimit = 32
  /// Brackets open at once. Those in texts are counted too, because only the parser can tell them apart.
  static let bracketLimit = 128

  private(set) var hasAsterisk = false
  private var openBrackets = 0
  private var indents: [Int] = []

  /// Throws the first problem found.
  init(_ bytes: [UInt8], in range: Range<Int>) throws(YAMLProblem) {
    var offset = range.lowerBound
    offset = try openLine(bytes, at: offset, before: range.upperBound)
    while offset < range.upperBound {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        offset = try openLine(bytes, at: offset + 1, before: range.upperBound)
        continue
      case UInt8(ascii: "*"): hasAsterisk = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        openBrackets += 1
        guard openBrackets <= Self.bracketLimit else { throw Self.tooDeep(offset) }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): openBrackets = max(0, openBrackets - 1)
      case 0..<0x20 where byte != 0x09, 0x7F...: try Self.check(bytes, at: offset, before: range.upperBound)
      default: break
      }
      offset += 1
    }
  }

  /// Follows the indentation of a line, `- ` and `? ` included; returns the offset after it.
  private mutating func openLine(
    _ bytes: [UInt8], at lineStart: Int, before end: Int
  ) throws(YAMLProblem) -> Int {
    var offset = lineStart
    while offset < end {
      let start = offset
      while offset < end, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
      if offset < end, bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r") { break }
      let column = offset - lineStart
      if start == lineStart { while let last = indents.last, last >= column { indents.removeLast() } }
      if column > indents.last ?? -1 { indents.append(column) }
      guard indents.count <= Self.indentLimit else { throw Self.tooDeep(offset) }
      let opensEntry =
        offset + 1 < end && bytes[offset + 1] == UInt8(ascii: " ")
        && (bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "?"))
      guard opensEntry else { break }
      offset += 2
    }
    return offset
  }

  private static func tooDeep(_ offset: Int) -> YAMLProblem {
    YAMLProblem(
      .tooLarge,
      "too many lists and maps in each other (at most \(indentLimit) by indentation, \(bracketLimit) by brackets)",
      offset..<offset + 1)
  }

  /// YAML 1.1, 5.1: no control characters but tab, line ends and NEL, no byte order mark, no non-characters.
  private static func check(_ bytes: [UInt8], at offset: Int, before end: Int) throws(YAMLProblem) {
    let second = offset + 1 < end ? bytes[offset + 1] : 0
    let third = offset + 2 < end ? bytes[offset + 2] : 0
    var scalar: UInt32
    switch bytes[offset] {
    case 0..<0x80: scalar = UInt32(bytes[offset])
    case 0xC2 where second < 0xA0 && second != 0x85: scalar = UInt32(second)
    case 0xEF where second == 0xBB && third == 0xBF: scalar = 0xFEFF
    case 0xEF where second == 0xBF && third >= 0xBE: scalar = 0xFFC0 | UInt32(third & 0x3F)
    default: return
    }
    let digits = String(scalar, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let width = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : 3
    throw YAMLProblem(
      .syntax, "the character \(name) cannot stand in YAML; remove it", offset..<offset + width)
  }
}
