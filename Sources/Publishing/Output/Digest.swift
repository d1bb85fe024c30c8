/// A file's XXH64 with seed 0, as `xxhsum -H1` prints it (xxHash specification 0.1.1).
///
/// It tells accidents, not attacks: whether a published file is still what the manifest says.
/// Whether a file has changed between two builds is decided by comparing bytes.
package struct ContentDigest: Hashable, Sendable {
  package let value: UInt64

  package init(value: UInt64) { self.value = value }

  package init(_ bytes: [UInt8]) {
    var stream = DigestStream()
    bytes.withUnsafeBytes { stream.absorb($0) }
    self = stream.digest
  }

  /// Sixteen hexadecimal digits, small letters.
  package var hexadecimal: [UInt8] {
    (0..<16).map { digit in
      let nibble = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * digit)) & 15
      return nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
  }
}

/// The digest of a file read in chunks.
struct DigestStream {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )
  private var lanes: (UInt64, UInt64, UInt64, UInt64)
  private var length = 0
  private var tail: [UInt8] = []

  init() {
    let (p1, p2, _, _, _) = DigestStream.primes
    lanes = (p1 &+ p2, p2, 0, 0 &- p1)
  }

  /// Every chunk but the last must be a multiple of 32 bytes.
  mutating func absorb(_ chunk: UnsafeRawBufferPointer) {
    precondition(tail.isEmpty, "only the last chunk may be broken off")
    length += chunk.count
    var offset = 0
    while offset + 32 <= chunk.count {
      lanes.0 = DigestStream.round(lanes.0, chunk.word(at: offset))
      lanes.1 = DigestStream.round(lanes.1, chunk.word(at: offset + 8))
      lanes.2 = DigestStream.round(lanes.2, chunk.word(at: offset + 16))
      lanes.3 = DigestStream.round(lanes.3, chunk.word(at: offset + 24))
      offset += 32
    }
    tail = Array(chunk[offset...])
  }

  var digest: ContentDigest {
    var hash = merged &+ UInt64(length)
    let (p1, p2, p3, p4, p5) = DigestStream.primes
    tail.withUnsafeBytes { tail in
      var offset = 0
      while offset + 8 <= tail.count {
        hash = (hash ^ DigestStream.round(0, tail.word(at: offset))).rotated(27) &* p1 &+ p4
        offset += 8
      }
      if offset + 4 <= tail.count {
        let half = UInt32(littleEndian: tail.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        hash = (hash ^ (UInt64(half) &* p1)).rotated(23) &* p2 &+ p3
        offset += 4
      }
      for byte in tail[offset...] { hash = (hash ^ (UInt64(byte) &* p5)).rotated(11) &* p1 }
    }
    hash = (hash ^ (hash >> 33)) &* p2
    hash = (hash ^ (hash >> 29)) &* p3
    return ContentDigest(value: hash ^ (hash >> 32))
  }

  private var merged: UInt64 {
    let (p1, _, _, p4, p5) = DigestStream.primes
    guard length >= 32 else { return p5 }
    var hash = lanes.0.rotated(1) &+ lanes.1.rotated(7) &+ lanes.2.rotated(12) &+ lanes.3.rotated(18)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
      hash = (hash ^ DigestStream.round(0, lane)) &* p1 &+ p4
    }
    return hash
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    (lane &+ word &* primes.1).rotated(31) &* primes.0
  }
}

extension UInt64 {
  fileprivate func rotated(_ bits: UInt64) -> UInt64 { (self << bits) | (self >> (64 - bits)) }
}

extension UnsafeRawBufferPointer {
  fileprivate func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
