/// Labels of link definitions, `[label]: /url`.
enum LinkLabel {
  /// The label that a line's text defines, as labels are compared; nil for any other line.
  static func defined(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [UInt8]? {
    guard !line.isEmpty, bytes[line.lowerBound] == UInt8(ascii: "[") else { return nil }
    var position = line.lowerBound + 1
    while position + 1 < line.upperBound, bytes[position] != UInt8(ascii: "]") {
      if bytes[position] == UInt8(ascii: "[") { return nil }
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position + 1 < line.upperBound, bytes[position] == UInt8(ascii: "]"),
      bytes[position + 1] == UInt8(ascii: ":")
    else { return nil }
    return normalized(bytes[line.lowerBound + 1..<position])
  }

  /// CommonMark 4.7: case folded, blanks collapsed.
  static func normalized(_ label: some Collection<UInt8>) -> [UInt8] {
    let words = String(decoding: label, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
    return Array(words.joined(separator: " ").utf8)
  }
}
