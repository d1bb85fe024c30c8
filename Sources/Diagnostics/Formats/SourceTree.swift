/// The repository that a site lies in: services that read findings count paths from its top.
public struct SourceTree: Sendable {
  /// The top, an absolute path.
  public let top: String
  /// The site's folder below it; nil when the site is the whole.
  public let prefix: RelativePath?

  public init(top: String, prefix: RelativePath?) {
    self.top = top
    self.prefix = prefix
  }

  /// A path of the site, from the top.
  func path(of path: RelativePath) -> String { bytes(of: path).text }

  /// The same as a relative reference of a URI (RFC 3986, 4.2).
  func address(of path: RelativePath) -> String { SourceTree.encoded(bytes(of: path)) }

  /// The top as a URI that ends in a slash (RFC 8089).
  var address: String {
    let path = Array(top.utf8)
    return "file://" + SourceTree.encoded(path) + (path.last == UInt8(ascii: "/") ? "" : "/")
  }

  private func bytes(of path: RelativePath) -> [UInt8] {
    (prefix.map { $0.utf8 + [UInt8(ascii: "/")] } ?? []) + path.utf8
  }

  /// Everything but unreserved characters and slashes is encoded, also the colon: the first segment of a relative
  /// reference must not hold one.
  private static func encoded(_ path: [UInt8]) -> String {
    path.reduce(into: "") { output, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        output.unicodeScalars.append(Unicode.Scalar(byte))
      default: output += "%" + Digits.hexadecimal(byte, count: 2).uppercased()
      }
    }
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
