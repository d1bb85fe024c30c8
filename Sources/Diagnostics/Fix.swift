/// What a program may write in place of what a finding points at.
public struct Fix: Hashable, Sendable {
  public let place: Place
  public let replacement: String
}

extension Finding {
  /// What certainly mends it; nil when a person has to choose.
  ///
  /// Certain is a single candidate for a single name: a key that is called otherwise here, or a name that is a few
  /// slips away from what is written. Marks around the name, as in `@key`, `[^note]`, `[!TYPE]` and `[[target|words]]`,
  /// stay.
  ///
  /// - Parameter text: the file that the finding points at.
  public func fix(in text: SourceText) -> Fix? {
    guard suggestions.count == 1, let suggestion = suggestions.first, let range = place.range,
      range.upperBound <= text.bytes.count, !suggestion.utf8.contains(where: { $0 < 0x20 })
    else { return nil }
    let name = name(in: text.bytes, range)
    let written = String(decoding: text.bytes[name], as: UTF8.self)
    let isSlip = !Suggestions.nearest(to: written, among: [suggestion]).isEmpty
    guard isSlip || code == .unknownKey, written.isName(like: suggestion) else { return nil }
    return Fix(place: Place(place.path, name), replacement: suggestion)
  }

  /// What of the place is the name that a suggestion replaces.
  private func name(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let written = bytes[range]
    if written.starts(with: "[[".utf8) { return target(in: written.dropFirst(2)) }
    if written.starts(with: "[^".utf8) || written.starts(with: "[!".utf8), written.last == UInt8(ascii: "]") {
      return range.lowerBound + 2..<range.upperBound - 1
    }
    for mark in ["-@", "@"] where written.starts(with: mark.utf8) {
      return range.lowerBound + mark.utf8.count..<range.upperBound
    }
    return range
  }

  /// Of `target#fragment|words]]` the fragment, when it is the one that is unknown, else the target.
  private func target(in link: ArraySlice<UInt8>) -> Range<Int> {
    let address = link.prefix { $0 != UInt8(ascii: "|") && $0 != UInt8(ascii: "]") }
    guard let mark = address.firstIndex(of: UInt8(ascii: "#")) else {
      return address.startIndex..<address.endIndex
    }
    return code == .unknownAnchor ? mark + 1..<address.endIndex : address.startIndex..<mark
  }
}

extension String {
  /// Whether it is not empty, and holds no white space and no markup that the other one does not hold, too.
  fileprivate func isName(like other: String) -> Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
          true
        default: byte >= 0x20 && other.utf8.contains(byte)
        }
      }
  }
}
