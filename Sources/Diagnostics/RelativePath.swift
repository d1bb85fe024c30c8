/// A path below the site's root, as validated segments: `Content/briefings/truce.md`.
///
/// Compared and hashed by its UTF-8 bytes, because `String` calls two spellings of `é` equal and a
/// file system does not. Never absolute, never with `.`, `..`, an empty segment, a NUL or a backslash.
public struct RelativePath: Sendable {
  /// The whole path, segments joined by `/`.
  public let utf8: [UInt8]

  /// Fails for anything that is not one or more plain segments.
  public init?(_ string: String) {
    self.init(utf8: Array(string.utf8))
  }

  /// Fails for anything that is not one or more plain segments.
  public init?(utf8: [UInt8]) {
    guard !utf8.isEmpty else { return nil }
    for segment in utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let isDots = segment.elementsEqual(".".utf8) || segment.elementsEqual("..".utf8)
      guard !segment.isEmpty, !isDots, !segment.contains(0), !segment.contains(UInt8(ascii: "\\"))
      else { return nil }
    }
    self.utf8 = utf8
  }

  /// For paths spelled in our own source.
  public init(literal: StaticString) {
    guard let path = RelativePath(literal.description) else {
      preconditionFailure("'\(literal)' is no relative path")
    }
    self = path
  }

  /// The path as text; bytes that are no UTF-8 are shown as U+FFFD.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  public var segments: [String] {
    utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
  }

  public var lastSegment: String { segments.last ?? "" }

  /// The folder that holds this path, or nil at the top.
  public var parent: RelativePath? {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return RelativePath(utf8: Array(utf8[..<slash]))
  }

  /// This path and one or more segments below it; nil when `other` is no relative path.
  public func appending(_ other: String) -> RelativePath? {
    RelativePath(utf8: utf8 + [UInt8(ascii: "/")] + Array(other.utf8))
  }
}

extension RelativePath: Hashable, Comparable, CustomStringConvertible {
  public static func < (a: RelativePath, b: RelativePath) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
  public var description: String { string }
}
