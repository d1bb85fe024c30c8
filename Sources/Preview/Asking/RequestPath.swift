package import Diagnostics

/// A request's target, decoded once and never joined to a folder: a key for the site's table.
package struct RequestPath: Sendable, Equatable {
  /// Percent-decoded, below the base path, without a leading slash; empty for the home page.
  package let decoded: [UInt8]
  /// The path as it was sent, for redirections.
  package let sent: String
  /// Without the question mark.
  package let query: String

  /// Why a target cannot be an address of the site.
  package enum Refusal: Error, Equatable {
    /// No path, or bytes that no address has.
    case malformed
    /// It lies outside the base path, which is named where it should lead there.
    case outside(redirect: String?)
  }

  /// - Parameters:
  ///   - target: as in the request's first line: a path, or a whole URL (RFC 9112, 3.2).
  ///   - base: begins and ends with a slash.
  package init(_ target: String, below base: String) throws(Refusal) {
    let path = RequestPath.pathAndQuery(target)
    let end = path.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? path.endIndex
    sent = String(path[..<end])
    query = end == path.endIndex ? "" : String(path[path.utf8.index(after: end)...])
    guard sent.utf8.first == UInt8(ascii: "/") else { throw .malformed }
    let all = try RequestPath.decoded(sent)
    let base = Array(base.utf8)
    guard all.starts(with: base) else {
      let isAbove = all == [UInt8(ascii: "/")] || all + [UInt8(ascii: "/")] == base
      throw .outside(redirect: isAbove ? String(decoding: base, as: UTF8.self) : nil)
    }
    decoded = Array(all[base.count...])
  }

  /// The file that answers: `index.html` of a folder. Nil for an address that no file can have.
  package var file: RelativePath? {
    let isFolder = decoded.isEmpty || decoded.last == UInt8(ascii: "/")
    return RelativePath(utf8: isFolder ? decoded + Array("index.html".utf8) : decoded)
  }

  /// The folder's page that may be meant by an address without a slash at its end.
  package var folderFile: RelativePath? {
    guard let last = decoded.last, last != UInt8(ascii: "/") else { return nil }
    return RelativePath(utf8: decoded + Array("/index.html".utf8))
  }

  /// `http://host/path` → `/path`.
  private static func pathAndQuery(_ target: String) -> Substring {
    let scheme = "http://"
    guard target.lowercased().hasPrefix(scheme) else { return target[...] }
    let rest = target.dropFirst(scheme.count)
    guard let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) else { return "/" }
    return rest[slash...]
  }

  /// Refuses what a browser never sends and an attacker may: control characters, backslashes, encoded slashes,
  /// dot segments, bytes that are no UTF-8 (overlong forms among them).
  private static func decoded(_ path: String) throws(Refusal) -> [UInt8] {
    let bytes = Array(path.utf8)
    var decoded: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      var byte = bytes[offset]
      guard byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "\\") else { throw .malformed }
      if byte == UInt8(ascii: "%") {
        guard offset + 2 < bytes.count, let high = digit(bytes[offset + 1]),
          let low = digit(bytes[offset + 2])
        else { throw .malformed }
        byte = high << 4 | low
        let isAmbiguous = byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
        guard byte >= 0x20, byte != 0x7F, !isAmbiguous else { throw .malformed }
        offset += 2
      }
      decoded.append(byte)
      offset += 1
    }
    guard String(validating: decoded, as: UTF8.self) != nil, !hasDotSegment(decoded) else { throw .malformed }
    return decoded
  }

  private static func hasDotSegment(_ path: [UInt8]) -> Bool {
    path.split(separator: UInt8(ascii: "/")).contains {
      $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8)
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// A value of the query, percent-decoded; nil when it is missing or malformed.
  package func parameter(_ name: String) -> String? {
    for pair in query.utf8.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].elementsEqual(name.utf8) else { continue }
      return RequestPath.decodedValue(Array(parts[1]))
    }
    return nil
  }

  private static func decodedValue(_ bytes: [UInt8]) -> String? {
    var decoded: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.count, let high = digit(bytes[offset + 1]),
        let low = digit(bytes[offset + 2])
      {
        decoded.append(high << 4 | low)
        offset += 3
      } else {
        decoded.append(bytes[offset])
        offset += 1
      }
    }
    return String(validating: decoded, as: UTF8.self)
  }
}
