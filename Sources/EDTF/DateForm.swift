/// What an EDTF string says, taken apart.
public indirect enum DateForm: Hashable, Sendable {
  case date(CalendarDate)
  /// Always a plain day; the time is kept and shown, the day orders.
  case dateTime(CalendarDate, TimeOfDay)
  case interval(start: IntervalEnd, end: IntervalEnd)
  case set(DateSet)
}

/// One end of an interval (ISO 8601-2, clause 9).
public enum IntervalEnd: Hashable, Sendable {
  case date(CalendarDate)
  /// `..`: goes on without end.
  case open
  /// Nothing written: there is an end, nobody knows when.
  case unknown

  public var date: CalendarDate? {
    if case .date(let date) = self { date } else { nil }
  }
}

/// Several dates in brackets (ISO 8601-2, clause 6).
public struct DateSet: Hashable, Sendable {
  public enum Choice: Hashable, Sendable {
    /// `[…]`: one of them.
    case one
    /// `{…}`: all of them.
    case all
  }

  public enum Member: Hashable, Sendable {
    case date(CalendarDate)
    /// `1670..1672`: each between the two, both included.
    case range(CalendarDate, CalendarDate)
    /// `..1984`: that or any before; only as the first.
    case upTo(CalendarDate)
    /// `1984..`: that or any after; only as the last.
    case from(CalendarDate)
  }

  public let choice: Choice
  /// In the writer's order, never empty.
  public let members: [Member]
}

extension DateForm {
  /// Every date in it, in the order of writing.
  var dates: [CalendarDate] {
    switch self {
    case .date(let date), .dateTime(let date, _): [date]
    case .interval(let start, let end): [start.date, end.date].compactMap { $0 }
    case .set(let set): set.members.flatMap(\.dates)
    }
  }
}

extension DateSet.Member {
  var dates: [CalendarDate] {
    switch self {
    case .date(let date), .upTo(let date), .from(let date): [date]
    case .range(let from, let to): [from, to]
    }
  }
}
