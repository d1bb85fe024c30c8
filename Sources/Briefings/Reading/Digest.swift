/// Tells one version of a file from another.
package enum Digest {
  /// 64 bits over all bytes: each word of eight, little-endian, the last one filled up with zeros, is mixed in by
  /// exclusive or, a multiplication and a fold of the high half into the low one; the length goes in first.
  /// Not cryptographic: it notices changes, it does not resist them. The same on every machine.
  package static func of(_ bytes: [UInt8]) -> UInt64 {
    var state = mixed(0x243F_6A88_85A3_08D3, UInt64(bytes.count))
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset + 8 <= bytes.count {
        state = mixed(
          state, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        offset += 8
      }
      guard offset < bytes.count else { return }
      var last: UInt64 = 0
      for (index, byte) in bytes[offset...].enumerated() { last |= UInt64(byte) << (8 * index) }
      state = mixed(state, last)
    }
    return mixed(state, 0)
  }

  /// The constants are the first digits of π and of the golden ratio.
  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 32)
  }
}
