/// How sure the writer is of a date or of one of its components (ISO 8601-2, clause 8).
public enum Qualifier: UInt8, Hashable, Sendable, CaseIterable {
  /// `?`: possibly so.
  case uncertain
  /// `~`: about then.
  case approximate
  /// `%`: both.
  case uncertainAndApproximate

  public var isUncertain: Bool { self != .approximate }
  public var isApproximate: Bool { self != .uncertain }

  init?(byte: UInt8) {
    switch byte {
    case UInt8(ascii: "?"): self = .uncertain
    case UInt8(ascii: "~"): self = .approximate
    case UInt8(ascii: "%"): self = .uncertainAndApproximate
    default: return nil
    }
  }

  var byte: UInt8 {
    switch self {
    case .uncertain: UInt8(ascii: "?")
    case .approximate: UInt8(ascii: "~")
    case .uncertainAndApproximate: UInt8(ascii: "%")
    }
  }

  /// What two marks on one component say together.
  static func joined(_ a: Qualifier?, _ b: Qualifier?) -> Qualifier? {
    guard let a, let b else { return a ?? b }
    return a == b ? a : .uncertainAndApproximate
  }
}

/// A component of a date with the marks as they are written around it.
public struct Marked<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Directly left: it qualifies this component only.
  public let before: Qualifier?
  public let value: Value
  /// Directly right: it qualifies this component and all to its left.
  public let after: Qualifier?

  init(_ value: Value, before: Qualifier? = nil, after: Qualifier? = nil) {
    self.before = before
    self.value = value
    self.after = after
  }

  var isMarked: Bool { before != nil || after != nil }
}
