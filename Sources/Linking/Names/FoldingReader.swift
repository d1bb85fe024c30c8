/// Reads the entries of the committed folding data, one after another.
struct FoldingReader {
  enum Form { case constant, parallel, alternate }

  /// The entry read last: the scalars it speaks of, and what they fold to.
  private(set) var first: UInt32 = 0
  private(set) var last: UInt32 = 0
  private(set) var form = Form.constant
  private(set) var output: [UInt32] = []

  private let encoded: [UInt8]
  private var offset = 0

  init(encoded: StaticString) {
    // The end mark spares every read a test for the end.
    self.encoded = encoded.withUTF8Buffer { Array($0) } + [0]
  }

  /// - Returns: false after the last entry.
  mutating func readEntry() -> Bool {
    while encoded[offset] == UInt8(ascii: " ") || encoded[offset] == UInt8(ascii: "\n") { offset += 1 }
    guard encoded[offset] != 0 else { return false }
    first = readNumber()
    last = first
    form = .constant
    output.removeAll(keepingCapacity: true)
    while readField() {}
    return true
  }

  /// Reads a sign and the number after it, which only an empty output lacks.
  private mutating func readField() -> Bool {
    let sign = encoded[offset]
    switch sign {
    case UInt8(ascii: "-"), UInt8(ascii: "/"):
      offset += 1
      last = readNumber()
      if sign == UInt8(ascii: "/") { form = .alternate }
    case UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "."):
      offset += 1
      if sign == UInt8(ascii: ">") { form = .parallel }
      if digit != nil { output.append(readNumber()) }
    default: return false
    }
    return true
  }

  private mutating func readNumber() -> UInt32 {
    var value: UInt32 = 0
    while let digit {
      value = value << 4 | digit
      offset += 1
    }
    return value
  }

  /// The hexadecimal digit at hand.
  private var digit: UInt32? {
    switch encoded[offset] {
    case let byte where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"):
      UInt32(byte - UInt8(ascii: "0"))
    case let byte where byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "F"):
      UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
