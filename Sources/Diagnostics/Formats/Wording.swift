/// The words in which every format says the same things.
enum Wording {
  /// A message never brings its own line ends or control characters.
  static func oneLine(_ message: String) -> String {
    String(
      String.UnicodeScalarView(
        message.unicodeScalars.map { $0.isHarmless && $0 != "\t" ? $0 : " " }))
  }

  /// Empty without suggestions.
  static func hint(_ suggestions: [String]) -> String {
    guard !suggestions.isEmpty else { return "" }
    return "did you mean \(suggestions.map { "'\(oneLine($0))'" }.joined(separator: " or "))?"
  }

  static func folded(_ count: Int) -> String {
    "\(count) more like \(count == 1 ? "this is" : "this are") not shown"
  }
}

extension Unicode.Scalar {
  /// Neither a control character other than TAB, nor one that breaks lines or turns the direction of what
  /// follows: nothing that moves a terminal's text about.
  package var isHarmless: Bool {
    switch value {
    case 0x09: true
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}
