/// Which addresses a page may link to: http, https, mailto, tel and relative ones.
///
/// Control characters are dropped first: browsers ignore TAB and LF inside a scheme (URL Standard, "URL parsing").
enum URLPolicy {
  /// The address without control characters, nil when its scheme is refused.
  static func cleaned(_ url: [UInt8]) -> [UInt8]? {
    var cleaned = url.filter { $0 > 0x1F && $0 != 0x7F }
    while cleaned.first == 0x20 { cleaned.removeFirst() }
    guard let colon = cleaned.firstIndex(of: UInt8(ascii: ":")) else { return cleaned }
    let scheme = cleaned[..<colon]
    // A colon after `/`, `?` or `#` ends no scheme.
    if scheme.contains(where: {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
    }) {
      return cleaned
    }
    let name = String(decoding: scheme.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    return ["http", "https", "mailto", "tel"].contains(name) ? cleaned : nil
  }
}
