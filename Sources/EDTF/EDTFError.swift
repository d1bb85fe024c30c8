/// Why a string is no EDTF date, and what to write instead.
public struct EDTFError: Error, Hashable, Sendable {
  /// What was found wrong, for a caller that tells one mistake from another.
  public enum Kind: Hashable, Sendable {
    /// Not a form of EDTF.
    case malformed
    /// A form of the drafts before 2019; ``EDTFError/suggestion`` holds today's where it is certain.
    case draftForm
    /// Well written, but there is no such day, month or year.
    case impossible
    /// An interval or a range that ends before it begins.
    case endBeforeStart
  }

  /// The place of what is wrong, counted from 1 in Unicode scalars. It lies on a character of the string;
  /// 1 for an empty one.
  public let column: Int
  /// One line for the writer: what is wrong and what to do.
  public let message: String
  public let kind: Kind
  /// What is wrong, without what to write instead where ``readings`` tell that.
  public let reason: String
  /// The whole string as it should be written, in every way that it can be meant: two for 03/04/2025. Each is a
  /// date. Empty when that is not certain.
  public let readings: [String]

  /// The whole string as it should be written, when that is certain to be a date.
  public var suggestion: String? { readings.count == 1 ? readings[0] : nil }

  init(column: Int, message: String, kind: Kind, readings: [String] = []) {
    let ending = readings.map { "'\($0)'" }.joined(separator: " or ")
    self.column = column
    self.reason = message
    self.message = readings.isEmpty ? message : "\(message); write \(ending)"
    self.kind = kind
    self.readings = readings
  }
}

/// An error while it is still tied to a byte offset.
struct Refusal: Error {
  let offset: Int
  let message: String
  var kind: EDTFError.Kind = .malformed

  /// The error for the writer of `bytes`, with what should be written instead where that can be told.
  func error(in bytes: [UInt8]) -> EDTFError {
    if let everyday = EverydayDate(bytes) {
      return EDTFError(
        column: column(in: bytes), message: everyday.reason, kind: kind, readings: everyday.readings)
    }
    let suggestion = DraftForm.suggestion(for: bytes)
    let advice = suggestion == nil && kind == .malformed && bytes.holdWord ? Self.forms : ""
    return EDTFError(
      column: column(in: bytes), message: message + advice, kind: kind,
      readings: suggestion.map { [$0] } ?? [])
  }

  private func column(in bytes: [UInt8]) -> Int {
    let last = max(0, bytes.count - 1)
    var column = 0
    for byte in bytes.prefix(min(offset, last) + 1) where byte & 0xC0 != 0x80 { column += 1 }
    return max(1, column)
  }

  private static let forms = "; write 2025-01-17, 2025-01 or 2025; about 1970 is 1970~"
}

extension [UInt8] {
  /// Whether three letters stand side by side, which is in no date: somebody wrote words.
  fileprivate var holdWord: Bool {
    var letters = 0
    for byte in prefix(200) {
      letters =
        byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) ? letters + 1 : 0
      // Of another script a letter takes two bytes, and a single strange character up to four.
      if letters == (byte >= 0x80 ? 5 : 3) { return true }
    }
    return false
  }
}
