/// What a host said when it was asked for an address.
enum Answer: Equatable, Sendable {
  case found
  /// It has moved for good (RFC 9110, 15.4.2 and 15.4.9), and is found there.
  case moved(String)
  /// A status of 400 or more that is no matter of who asks.
  case refused(Int)
  /// The host answers, but not to programs, or not now: nothing is known.
  case withheld(Int)
  /// Nobody answers: why, in the words of curl.
  case unreachable(String)

  /// Statuses that tell of the asker or the hour rather than of the page (RFC 9110, 15.5 and 15.6; RFC 6585, 4).
  static let askedTooOften = Answer.withheld(429)

  /// Whether a status is no matter of what is asked for.
  static func tellsOfAsker(_ status: Int) -> Bool { withholding.contains(status) }

  private static let withholding: Set<Int> = [401, 402, 403, 407, 408, 425, 429, 451, 503, 999]

  init(status: Int) {
    switch status {
    // What is answered without saying where to go on is there.
    case 200..<400: self = .found
    case let status where Answer.withholding.contains(status): self = .withheld(status)
    default: self = .refused(status)
    }
  }
}
