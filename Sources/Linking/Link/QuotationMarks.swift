/// The marks around a quotation, which its own page adds again.
enum QuotationMarks {
  private static let pairs: [(opening: Unicode.Scalar, closing: Unicode.Scalar)] = [
    ("\"", "\""), ("'", "'"), ("\u{201C}", "\u{201D}"), ("\u{2018}", "\u{2019}"), ("\u{201E}", "\u{201C}"),
    ("\u{201A}", "\u{2018}"), ("\u{AB}", "\u{BB}"), ("\u{BB}", "\u{AB}"), ("\u{300C}", "\u{300D}"),
  ]

  /// Without white space and one pair of marks around the whole.
  static func stripped(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    if scalars.count > 2, let first = scalars.first, let last = scalars.last,
      pairs.contains(where: { $0.opening == first && $0.closing == last })
    {
      scalars = scalars.dropFirst().dropLast()
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
