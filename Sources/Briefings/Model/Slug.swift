/// An identifier: `[a-z0-9]+(-[a-z0-9]+)*`, a file's name without its ending.
package struct Slug: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let string: String

  /// Nil for anything that is no slug.
  package init?(_ string: String) {
    var previousIsHyphen = true
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        previousIsHyphen = false
      case UInt8(ascii: "-"):
        guard !previousIsHyphen else { return nil }
        previousIsHyphen = true
      default: return nil
      }
    }
    guard !previousIsHyphen else { return nil }
    self.string = string
  }

  package var description: String { string }

  package static func < (a: Slug, b: Slug) -> Bool {
    a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
  }
}
