/// JSON (RFC 8259), written from front to back.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes += text.utf8 }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: bytes += [UInt8]("\\u00".utf8) + [byte >> 4, byte & 15].map(JSONText.digit)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// `[…]`, the values set apart by `separator`.
  mutating func list<Value>(
    _ values: [Value], separator: String = ",", _ write: (Value, inout JSONText) -> Void
  ) {
    raw("[")
    for (index, value) in values.enumerated() {
      if index > 0 { raw(separator) }
      write(value, &self)
    }
    raw("]")
  }

  /// `{…}`; members without a value are left out.
  mutating func object(_ members: [(name: String, write: ((inout JSONText) -> Void)?)]) {
    raw("{")
    var isFirst = true
    for (name, write) in members {
      guard let write else { continue }
      if !isFirst { raw(",") }
      isFirst = false
      string(name)
      raw(":")
      write(&self)
    }
    raw("}")
  }

  /// A member's value: a string that is there and not empty.
  static func text(_ value: String?) -> ((inout JSONText) -> Void)? {
    guard let value, !value.isEmpty else { return nil }
    return { $0.string(value) }
  }
}
