import Foundation

/// Writes one Swift file that holds the named files of a folder byte for byte.
///
///     EmbedTheme FOLDER OUTPUT PATH…
///
/// The compiler reads a `StaticString` of any length at once, where an array literal of bytes is type
/// checked element by element.
@main
struct EmbedTheme {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      FileHandle.standardError.write(Data("usage: EmbedTheme FOLDER OUTPUT PATH…\n".utf8))
      exit(64)
    }
    let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
    var entries = ""
    for path in arguments.dropFirst(3) {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: path)))
      entries += entry(path: path, bytes: bytes)
    }
    let source = """
      // Written from Templates/ at build time.
      extension EmbeddedTheme {
        static let constants: [Constant] = [
      \(entries)  ]
      }

      """
    try Data(source.utf8).write(to: URL(filePath: arguments[2]), options: .atomic)
  }

  private static func entry(path: String, bytes: [UInt8]) -> String {
    let isText = String(validating: bytes, as: UTF8.self) != nil
    let content = isText ? literal(bytes) : literal(hexadecimal(bytes))
    return "    Constant(\(literal(Array(path.utf8))), isHexadecimal: \(!isText), \(content)),\n"
  }

  /// A one-line literal: line ends are escapes, because a multi-line literal turns CRLF into LF.
  private static func literal(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = [UInt8(ascii: "\"")]
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""): text += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): text += Array(#"\n"#.utf8)
      case 0..<0x20, 0x7F: text += Array("\\u{\(String(byte, radix: 16))}".utf8)
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
    return String(decoding: text, as: UTF8.self)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
