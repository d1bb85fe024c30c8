import Diagnostics

/// The repository's `Templates/`, carried in the binary, so that it makes a site where nothing else lies.
package enum EmbeddedTheme {
  /// One file as the build wrote it.
  struct Constant {
    let path: StaticString
    let isHexadecimal: Bool
    let content: StaticString

    init(_ path: StaticString, isHexadecimal: Bool, _ content: StaticString) {
      self.path = path
      self.isHexadecimal = isHexadecimal
      self.content = content
    }
  }

  /// Every file, sorted by path, byte for byte as it lay in `Templates/`.
  package static let files: [ThemeFile] = constants.map { constant in
    let content = constant.content.withUTF8Buffer { Array($0) }
    return ThemeFile(
      path: RelativePath(literal: constant.path),
      bytes: constant.isHexadecimal ? bytes(hexadecimal: content) : content)
  }

  private static func bytes(hexadecimal digits: [UInt8]) -> [UInt8] {
    func value(_ digit: UInt8) -> UInt8 {
      digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
    }
    return stride(from: 0, to: digits.count - 1, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) }
  }
}
