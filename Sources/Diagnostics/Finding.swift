/// Where a finding points: a file, and the UTF-8 range of what is meant, counted from the file's first byte.
public struct Place: Hashable, Sendable {
  public let path: RelativePath
  /// Nil when the file as a whole is meant (it cannot be read, its name is wrong).
  public let range: Range<Int>?

  public init(_ path: RelativePath, _ range: Range<Int>? = nil) {
    self.path = path
    self.range = range
  }
}

/// Something an author can mend: what is wrong, where, and what to do about it.
///
/// A finding is data, not an exception. It carries offsets only; lines, columns and excerpts are worked
/// out when it is printed, so that a run without findings pays nothing.
public struct Finding: Hashable, Sendable {
  public let code: FindingCode
  public var severity: Severity
  /// One line: what is wrong and what to do.
  public let message: String
  /// What it is known by from run to run: the message, or words without what is measured in it and changes when
  /// other text does.
  public let identity: String
  public let place: Place
  public let notes: [Note]
  /// Real candidates, best first, at most three.
  public let suggestions: [String]

  /// Another place that belongs to the finding: "first defined here".
  public struct Note: Hashable, Sendable {
    public let message: String
    public let place: Place

    public init(_ message: String, _ place: Place) {
      self.message = message
      self.place = place
    }
  }

  /// - Parameter identity: what it is known by, for a message with a number that changes when other text does; nil
  ///   for the message.
  public init(
    _ code: FindingCode, _ message: String, at place: Place, notes: [Note] = [],
    suggestions: [String] = [], knownAs identity: String? = nil
  ) {
    self.code = code
    self.severity = code.severity
    self.message = message
    self.identity = identity ?? message
    self.place = place
    self.notes = notes
    self.suggestions = Array(suggestions.prefix(3))
  }
}

extension Finding: Comparable {
  /// By path, offset, code, message: a total order, so that output never depends on scheduling.
  public static func < (a: Finding, b: Finding) -> Bool {
    if a.place.path != b.place.path { return a.place.path < b.place.path }
    let (aOffset, bOffset) = (a.place.range?.lowerBound ?? -1, b.place.range?.lowerBound ?? -1)
    if aOffset != bOffset { return aOffset < bOffset }
    if a.code != b.code { return a.code.rawValue < b.code.rawValue }
    return Array(a.message.utf8).lexicographicallyPrecedes(Array(b.message.utf8))
  }
}

/// What a finding does to the exit code.
public enum Severity: String, Sendable, CaseIterable {
  /// Exit 1; nothing is published.
  case error
  /// Exit 1 only with `--strict`.
  case warning
  /// Never changes the exit code.
  case note
  case off
}
