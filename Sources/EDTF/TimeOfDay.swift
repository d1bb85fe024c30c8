/// A time of day with what it says about its offset from UTC (ISO 8601-1, 5.3 and 5.4; extended format).
public struct TimeOfDay: Hashable, Sendable {
  /// 0 to 24; 24 only as `24:00:00`, the end of the day.
  public let hour: Int
  public let minute: Int
  public let second: Int
  /// Digits after the decimal point, as written; empty when there is none.
  let fraction: [UInt8]
  public let offset: Offset

  public enum Offset: Hashable, Sendable {
    /// The offset is not said: local time.
    case local
    /// `Z`.
    case utc
    /// Minutes east of UTC, -720 to 840.
    case minutes(Int)
  }
}
