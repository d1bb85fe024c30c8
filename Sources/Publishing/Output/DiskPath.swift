/// An absolute path as the system spells it: bytes that need not be UTF-8, with the NUL that C wants.
package struct DiskPath: Hashable, Sendable {
  /// Ends in NUL; no `/` at the end but for the root folder's own.
  let cString: [CChar]

  init(_ string: String) {
    self.init(bytes: Array(string.utf8))
  }

  init(bytes: some Collection<UInt8>) {
    var characters = bytes.map { CChar(truncatingIfNeeded: $0) }
    while characters.count > 1, characters.last == DiskPath.slash { characters.removeLast() }
    cString = characters + [0]
  }

  private static let slash = CChar(truncatingIfNeeded: UInt8(ascii: "/"))

  /// Without the NUL.
  var bytes: [UInt8] { cString.dropLast().map { UInt8(truncatingIfNeeded: $0) } }

  var isRoot: Bool { cString.count == 2 && cString[0] == DiskPath.slash }

  /// This path and what is below it; `tail` has no `/` at either end. The path itself when `tail` is empty.
  func appending(_ tail: some Collection<UInt8>) -> DiskPath {
    if tail.isEmpty { return self }
    var characters = cString
    characters.reserveCapacity(cString.count + tail.count + 1)
    characters.removeLast()
    if !isRoot { characters.append(DiskPath.slash) }
    for byte in tail { characters.append(CChar(truncatingIfNeeded: byte)) }
    characters.append(0)
    return DiskPath(cString: characters)
  }

  func appending(_ tail: String) -> DiskPath { appending(Array(tail.utf8)) }

  private init(cString: [CChar]) { self.cString = cString }

  /// The folder that holds it; the root folder's is itself.
  var parent: DiskPath {
    guard let last = cString.lastIndex(of: DiskPath.slash), last > 0 else { return DiskPath("/") }
    return DiskPath(cString: cString[..<last] + [0])
  }

  /// The last segment.
  var name: [UInt8] {
    let start = cString.lastIndex(of: DiskPath.slash).map { $0 + 1 } ?? 0
    return cString[start...].dropLast().map { UInt8(truncatingIfNeeded: $0) }
  }

  /// What remains of this path below `folder`: empty for the folder itself, nil when it lies elsewhere.
  func tail(below folder: DiskPath) -> [UInt8]? {
    let (own, other) = (bytes, folder.isRoot ? [] : folder.bytes)
    guard own.starts(with: other) else { return nil }
    if own.count == other.count { return [] }
    guard own[other.count] == UInt8(ascii: "/") else { return nil }
    return Array(own[(other.count + 1)...])
  }
}

extension DiskPath: CustomStringConvertible {
  /// For messages; bytes that are no UTF-8 are shown as U+FFFD.
  package var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// A path below the output folder as raw bytes: what somebody else put there may have any name.
typealias PathBytes = [UInt8]

extension PathBytes {
  /// The folder that holds it; nil at the top.
  var parentFolder: PathBytes? {
    guard let last = lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return PathBytes(self[..<last])
  }

  /// A name in this folder; the top folder is empty.
  func child(_ name: [UInt8]) -> PathBytes {
    isEmpty ? name : self + [UInt8(ascii: "/")] + name
  }

  /// One line whatever the name: a line feed is written as `\n`, a backslash as `\\`.
  var escaped: [UInt8] {
    guard contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\\") }) else { return self }
    return flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\n"): Array("\\n".utf8)
      case UInt8(ascii: "\\"): Array("\\\\".utf8)
      default: [byte]
      }
    }
  }

  /// Undoes `escaped`.
  init(unescaping line: some Collection<UInt8>) {
    self = []
    var isEscaped = false
    for byte in line {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      append(isEscaped && byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
      isEscaped = false
    }
  }
}
