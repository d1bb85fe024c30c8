/// A date, season, interval or set in the Extended Date/Time Format (ISO 8601-2:2019, Library of
/// Congress profile, levels 0 to 2).
public struct EDTFDate: Sendable {
  /// The canonical spelling. It is as written, except that an offset of whole hours has its minutes.
  public let text: String
  /// The lowest level that accepts it: 0, 1 or 2.
  public let level: Int
  /// The date taken apart.
  public let form: DateForm

  /// Reads one EDTF string. Time grows with its length.
  public init(parsing text: String) throws(EDTFError) {
    let bytes = Array(text.utf8)
    do {
      self.init(try Reader.read(bytes))
    } catch {
      throw error.error(in: bytes)
    }
  }

  /// The plain day; nil when its year does not have four digits, since no other year has a month in EDTF.
  public init?(_ day: CivilDay) {
    guard abs(day.year) <= 9999, let date = CalendarDate(day) else { return nil }
    self.init(.date(date))
  }

  private init(_ form: DateForm) {
    self.text = form.text
    self.level = form.level
    self.form = form
  }
}

/// The canonical spelling says all, so it alone is compared.
extension EDTFDate: Hashable {
  public static func == (a: EDTFDate, b: EDTFDate) -> Bool { a.text == b.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension EDTFDate: CustomStringConvertible {
  public var description: String { text }
}

extension EDTFDate {
  /// Whether it has a start and an end of its own: `…/…`.
  public var isInterval: Bool {
    if case .interval = form { true } else { false }
  }

  /// The start of an interval; nil when it is none.
  public var start: IntervalEnd? {
    if case .interval(let start, _) = form { start } else { nil }
  }

  /// The end of an interval; nil when it is none.
  public var end: IntervalEnd? {
    if case .interval(_, let end) = form { end } else { nil }
  }

  /// The time of day, kept and shown; it takes no part in bounds or order.
  public var time: TimeOfDay? {
    if case .dateTime(_, let time) = form { time } else { nil }
  }

  /// How finely it is given: of several dates, the coarsest; nil where nothing is given (`/`, `../..`).
  public var precision: Precision? {
    if time != nil { return .second }
    return form.dates.map(\.precision).min()
  }

  /// Whether any season in it ends in the year after the one written.
  public func seasonCrossesNewYear(in hemisphere: Hemisphere) -> Bool {
    form.dates.contains { $0.season?.crossesNewYear(in: hemisphere) ?? false }
  }
}
