/// Decides which months the seasons 21 to 24 name.
public enum Hemisphere: String, Sendable {
  case north, south
}

/// A part of a year that takes the place of a month: seasons, quarters and the like (ISO 8601-2, 4.8).
public struct Season: Hashable, Sendable {
  /// 21 to 41, as written.
  public let code: Int

  public init?(code: Int) {
    guard (21...41).contains(code) else { return nil }
    self.code = code
  }

  /// The family a code belongs to, with its place there from 0.
  enum Kind: Hashable {
    /// 21 to 24: which months depends on where the reader is.
    case season(Int)
    /// 25 to 28.
    case northern(Int)
    /// 29 to 32.
    case southern(Int)
    /// 33 to 36: three months.
    case quarter(Int)
    /// 37 to 39: four months.
    case third(Int)
    /// 40 and 41: six months.
    case half(Int)
  }

  var kind: Kind {
    switch code {
    case ...24: .season(code - 21)
    case ...28: .northern(code - 25)
    case ...32: .southern(code - 29)
    case ...36: .quarter(code - 33)
    case ...39: .third(code - 37)
    default: .half(code - 40)
    }
  }

  /// The first month, 1 to 12, and how many months it lasts. Spring begins in March in the north and in
  /// September in the south; a season that begins in December ends in the year after the one written.
  func months(in hemisphere: Hemisphere) -> (first: Int, count: Int) {
    switch kind {
    case .season(let place): (Season.firstMonth(of: place, in: hemisphere), 3)
    case .northern(let place): (Season.firstMonth(of: place, in: .north), 3)
    case .southern(let place): (Season.firstMonth(of: place, in: .south), 3)
    case .quarter(let place): (place * 3 + 1, 3)
    case .third(let place): (place * 4 + 1, 4)
    case .half(let place): (place * 6 + 1, 6)
    }
  }

  private static func firstMonth(of place: Int, in hemisphere: Hemisphere) -> Int {
    let months = hemisphere == .north ? [3, 6, 9, 12] : [9, 12, 3, 6]
    return months[place]
  }

  /// Whether it ends in the year after the one written, so that its year can be misread.
  public func crossesNewYear(in hemisphere: Hemisphere) -> Bool {
    let (first, count) = months(in: hemisphere)
    return first + count - 1 > 12
  }

  func firstDay(in year: Int, _ hemisphere: Hemisphere) -> CivilDay {
    CivilDay(known: year, months(in: hemisphere).first, 1)
  }

  func lastDay(in year: Int, _ hemisphere: Hemisphere) -> CivilDay {
    let (first, count) = months(in: hemisphere)
    let last = first + count - 1
    return last > 12 ? .end(of: last - 12, in: year + 1) : .end(of: last, in: year)
  }
}
