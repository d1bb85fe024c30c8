/// `target`, `target|label`, `target#heading`, `#heading`: what stands between `[[` and `]]`.
struct WikiLink {
  let target: String
  let fragment: String?
  let label: String?

  /// The words a reader sees without knowing the target's name.
  var shown: String {
    if let label { return label }
    return target.isEmpty ? fragment ?? "" : target
  }

  /// Nil when neither target nor fragment is left.
  init?(_ content: some Collection<UInt8>) {
    let bytes = Array(content)
    let bar = bytes.firstIndex(of: UInt8(ascii: "|"))
    // `\|` is how a bar is written in a table's cell.
    let isEscaped = bar.map { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "\\") } ?? false
    let addressEnd = bar.map { isEscaped ? $0 - 1 : $0 } ?? bytes.count
    let hash = bytes[..<addressEnd].firstIndex(of: UInt8(ascii: "#"))
    target = WikiLink.trimmed(bytes[..<(hash ?? addressEnd)])
    fragment = hash.map { WikiLink.trimmed(bytes[($0 + 1)..<addressEnd]) }
    let words = bar.map { WikiLink.trimmed(bytes[($0 + 1)...]) } ?? ""
    label = words.isEmpty ? nil : words
    if target.isEmpty, fragment?.isEmpty ?? true { return nil }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
