import Diagnostics
import Foundation

/// The rules about names of files.
enum FileNames {
  /// Names that begin with `.` or `_` or end in `~` are not content. Below `static` names are kept as they are,
  /// because hosts ask for `_headers`, `.nojekyll` and `.well-known`; other names with a dot stay out.
  static func isIgnored(_ name: [UInt8], inStatic: Bool) -> Bool {
    if name.last == UInt8(ascii: "~") { return true }
    if inStatic, name.elementsEqual(".nojekyll".utf8) || name.elementsEqual(".well-known".utf8) {
      return false
    }
    return name.first == UInt8(ascii: ".") || (name.first == UInt8(ascii: "_") && !inStatic)
  }

  /// Whether a name can be shown, typed and written into an address: UTF-8, no control character, no backslash.
  static func isPlain(_ name: [UInt8]) -> Bool {
    name.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
      && UTF8Check.firstInvalidOffset(in: name) == nil
  }

  static func isPicture(_ name: String) -> Bool {
    let pictures: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif"]
    return pictures.contains(split(name).ending.lowercased())
  }

  static func isMarkdown(_ ending: String) -> Bool {
    ["md", "markdown", "mdown"].contains(ending.lowercased())
  }

  /// Whether a file is Markdown, and no note of the desk to itself beside the content.
  static func isArticle(_ name: String) -> Bool {
    let (stem, ending) = split(name)
    return isMarkdown(ending) && stem.lowercased() != "readme"
  }

  /// `truce.md` → `truce` and `md`.
  static func split(_ name: String) -> (stem: String, ending: String) {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return (name, "") }
    return (String(name[..<dot]), String(name[name.utf8.index(after: dot)...]))
  }

  /// The nearest slug to a name: its letters without marks, in lower case, everything else a hyphen.
  static func slug(from name: String) -> Slug? {
    var bytes: [UInt8] = []
    for scalar in name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if !scalar.properties.isGraphemeExtend, bytes.last.map({ $0 != UInt8(ascii: "-") }) ?? false {
        bytes.append(UInt8(ascii: "-"))
      }
    }
    while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return Slug(String(decoding: bytes, as: UTF8.self))
  }

  /// A path as a shell takes it, of characters that stay what they are when a finding is printed.
  static func shellQuoted(_ path: [UInt8]) -> String {
    let text = String(decoding: path, as: UTF8.self)
    guard isPlain(path), text.unicodeScalars.allSatisfy(\.isHarmless) else { return escaped(path) }
    let safe = path.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
    if safe { return text }
    let pieces = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + pieces.joined(separator: "'\\''") + "'"
  }

  /// In quotes of which bash, zsh and POSIX 2024 know the escapes.
  private static func escaped(_ path: [UInt8]) -> String {
    let bytes = path.map { byte in
      (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\\")
        ? String(UnicodeScalar(byte)) : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "$'" + bytes.joined() + "'"
  }

  /// The command that gives a file another name in the same folder.
  static func gitMove(_ path: [UInt8], to name: String) -> String {
    let folder = path.lastIndex(of: UInt8(ascii: "/")).map { Array(path[...$0]) } ?? []
    return "git mv \(shellQuoted(path)) \(shellQuoted(folder + Array(name.utf8)))"
  }
}
