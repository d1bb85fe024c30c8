import Diagnostics

/// Finds the first byte that is no UTF-8.
package enum UTF8Check {
  /// The offset of the first byte of an ill-formed sequence (Unicode 15, table 3-7); nil for valid UTF-8. O(bytes).
  package static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        if offset + 8 <= bytes.count,
          bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          offset += 8
          continue
        }
        let width = width(of: bytes, at: offset)
        guard width > 0 else { return offset }
        offset += width
      }
      return nil
    }
  }

  /// The width of the sequence at `offset`; 0 when it is ill-formed.
  private static func width(of bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
    let secondRange: ClosedRange<UInt8>
    let width: Int
    switch bytes[offset] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: (width, secondRange) = (2, 0x80...0xBF)
    case 0xE0: (width, secondRange) = (3, 0xA0...0xBF)
    case 0xED: (width, secondRange) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (width, secondRange) = (3, 0x80...0xBF)
    case 0xF0: (width, secondRange) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (width, secondRange) = (4, 0x80...0xBF)
    case 0xF4: (width, secondRange) = (4, 0x80...0x8F)
    default: return 0
    }
    guard offset + width <= bytes.count, secondRange.contains(bytes[offset + 1]) else { return 0 }
    for each in offset + 2..<max(offset + 2, offset + width) where bytes[each] & 0xC0 != 0x80 { return 0 }
    return width
  }
}

extension Finding {
  static func badEncoding(_ path: RelativePath, at offset: Int) -> Finding {
    Finding(
      .badEncoding, "the byte at offset \(offset) is no UTF-8; save the file as UTF-8",
      at: Place(path, offset..<offset + 1), knownAs: "a byte is no UTF-8; save the file as UTF-8")
  }
}
