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
  /// The whole string as it should be written, when that is certain to be a date.
  public let suggestion: String?

  init(column: Int, message: String, kind: Kind, suggestion: String? = nil) {
    self.column = column
    self.message = message
    self.kind = kind
    self.suggestion = suggestion
  }
}

/// An error while it is still tied to a byte offset.
struct Refusal: Error {
  let offset: Int
  let message: String
  var kind: EDTFError.Kind = .malformed

  /// The error for the writer of `bytes`; `suggestion` enters the message too.
  func error(in bytes: [UInt8], suggestion: String?) -> EDTFError {
    let last = max(0, bytes.count - 1)
    var column = 0
    for byte in bytes.prefix(min(offset, last) + 1) where byte & 0xC0 != 0x80 { column += 1 }
    let ending = suggestion.map { "; write '\($0)'" } ?? ""
    return EDTFError(
      column: max(1, column), message: message + ending, kind: kind, suggestion: suggestion)
  }
}
