/// An identifier: `[a-z0-9]+(-[a-z0-9]+)*`, a file's name without its ending.
package struct Slug: Sendable, CustomStringConvertible {
  package let string: String
  /// Of all its bytes (FNV-1a, 64 bits), made once: most slugs are looked up many times.
  private let digest: UInt64

  /// Nil for anything that is no slug.
  package init?(_ string: String) {
    var previousIsHyphen = true
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        previousIsHyphen = false
      case UInt8(ascii: "-"):
        guard !previousIsHyphen else { return nil }
        previousIsHyphen = true
      default: return nil
      }
      digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    guard !previousIsHyphen else { return nil }
    self.string = string
    self.digest = digest
  }

  package var description: String { string }
}

extension Slug: Hashable, Comparable {
  package static func == (a: Slug, b: Slug) -> Bool { a.digest == b.digest && a.string == b.string }

  package func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  package static func < (a: Slug, b: Slug) -> Bool {
    a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
  }
}
