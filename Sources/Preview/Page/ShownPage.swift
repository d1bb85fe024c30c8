package import Diagnostics
package import Publishing

/// A page as browsers get it: the bytes that a build would publish, and a line that loads the preview's script.
package struct ShownPage: Sendable {
  package let bytes: [UInt8]
  /// Where the line stands that no build would publish.
  private let addition: Range<Int>
  /// Of the published bytes.
  package let digest: ContentDigest

  /// - Parameters:
  ///   - published: as a build would write it.
  ///   - path: the file that was asked for, below the site's root.
  ///   - base: the base path, which begins and ends with a slash.
  package init(_ published: [UInt8], at path: RelativePath, base: String) {
    digest = ContentDigest(published)
    let end = ShownPage.endOfBody(published)
    let line = ShownPage.line(path, base, digest)
    addition = end..<end + line.count
    bytes = published[..<end] + line + published[end...]
  }

  /// What a build would publish.
  package var published: [UInt8] { Array(bytes[..<addition.lowerBound] + bytes[addition.upperBound...]) }

  package var entityTag: String { "\"\(digest.text)\"" }

  private static func line(_ path: RelativePath, _ base: String, _ digest: ContentDigest) -> [UInt8] {
    let source = base + Route.scriptPath.string
    return Array(
      "<script src=\"\(escaped(source))\" data-page=\"\(escaped(path.string))\" data-digest=\"\(digest.text)\" defer></script>\n"
        .utf8)
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Before the last `</body>`; the end of a page that has none.
  private static func endOfBody(_ page: [UInt8]) -> Int {
    let tag = Array("</body>".utf8)
    var start = page.count - tag.count
    while start >= 0 {
      if page[start] == tag[0], page[start..<start + tag.count].elementsEqual(tag) { return start }
      start -= 1
    }
    return page.count
  }
}

extension ContentDigest {
  /// Sixteen hexadecimal digits.
  package var text: String { String(decoding: hexadecimal, as: UTF8.self) }
}
