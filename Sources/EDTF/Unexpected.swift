/// What to say about a character that has no business where it stands.
extension Reader {
  func unexpected(_ byte: UInt8) -> Refusal {
    if let draft = draftDigit ?? draftWord { return draft }
    let (message, kind) = Reader.reasons[byte] ?? ("unexpected \(character(at: offset))", .malformed)
    return Refusal(offset: offset, message: message, kind: kind)
  }

  private static let reasons: [UInt8: (String, EDTFError.Kind)] = [
    .space: ("a date has no spaces", .malformed),
    .slash: ("a slash stands between the two ends of an interval", .malformed),
    .comma: ("several dates stand in brackets: [one of them] or {all of them}", .malformed),
    .dot: ("two dots stand in brackets or for an open end of an interval", .malformed),
    UInt8(ascii: "+"): ("a year has no plus sign", .malformed),
    UInt8(ascii: "["): ("a set stands alone", .malformed),
    UInt8(ascii: "{"): ("a set stands alone", .malformed),
    UInt8(ascii: "]"): ("this bracket closes nothing", .malformed),
    UInt8(ascii: "}"): ("this bracket closes nothing", .malformed),
    UInt8(ascii: "T"): ("a time of day stands after a whole day, outside intervals and sets", .malformed),
    UInt8(ascii: "t"): ("the T before a time is uppercase", .malformed),
    UInt8(ascii: "z"): ("the Z of a time is uppercase", .malformed),
    UInt8(ascii: "y"): ("the Y before a long year is uppercase", .draftForm),
    UInt8(ascii: "p"): ("the S before significant digits is uppercase", .draftForm),
    UInt8(ascii: "("): (
      "a mark stands left of one component or right of a group, without parentheses", .draftForm
    ),
    UInt8(ascii: ")"): (
      "a mark stands left of one component or right of a group, without parentheses", .draftForm
    ),
    UInt8(ascii: "^"): ("southern seasons are written 29 to 32, northern 25 to 28", .draftForm),
  ]

  /// `u` of the drafts, and a lowercase `x`.
  var draftDigit: Refusal? {
    guard draftWord == nil else { return nil }
    guard peek == UInt8(ascii: "u") || peek == UInt8(ascii: "x") else { return nil }
    return Refusal(offset: offset, message: "an unspecified digit is written X", kind: .draftForm)
  }

  /// `unknown` and `open` of the drafts.
  private var draftWord: Refusal? {
    let rest = bytes[offset...]
    if rest.starts(with: "unknown".utf8) {
      return Refusal(offset: offset, message: "an unknown end is left empty", kind: .draftForm)
    }
    if rest.starts(with: "open".utf8) {
      return Refusal(offset: offset, message: "an open end is written '..'", kind: .draftForm)
    }
    return nil
  }

  /// The character at an offset, quoted, or its number when it cannot be seen.
  private func character(at offset: Int) -> String {
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[offset..<end], as: UTF8.self)
    guard let scalar = text.unicodeScalars.first else { return "end" }
    if scalar.properties.generalCategory.isVisible { return "'\(text)'" }
    return "U+" + String(repeating: "0", count: max(0, 4 - hexadecimal(scalar).count)) + hexadecimal(scalar)
  }

  private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    String(scalar.value, radix: 16, uppercase: true)
  }
}

extension Unicode.GeneralCategory {
  /// Letters, digits, punctuation and symbols; not marks, spaces, controls.
  fileprivate var isVisible: Bool {
    switch self {
    case .nonspacingMark, .spacingMark, .enclosingMark, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .control, .format, .surrogate, .privateUse, .unassigned:
      false
    default: true
    }
  }
}
