import EDTF
import Linking

/// A drawing of some events over their days: the list below it says the same in words.
///
/// A certain day is a dot, a longer time a bar over its bounds, dashed with a question mark where it is
/// uncertain, with faded ends where it is approximate; an end that goes on is an arrow, one that nobody knows an
/// open circle. Places are parts of the drawing's width and sizes are pixels, so that signs and words keep their size
/// on any screen. Rows are assigned twice, for a narrow and for a wide screen; the style sheet chooses.
struct TimelinePlot: Sendable {
  /// How an event looks.
  struct Shape: Sendable, Equatable {
    enum Extent: Sendable, Equatable {
      /// Too short for its length to be seen: the sign's middle.
      case point(TimelineAxis.Place)
      case bar(TimelineAxis.Place, TimelineAxis.Place)
    }
    enum End: Sendable, Equatable {
      case known, open, unknown
    }
    let extent: Extent
    let start: End
    let end: End
    let isDay: Bool
    let isUncertain: Bool
    let isApproximate: Bool
  }

  struct Mark: Sendable {
    /// Among the events given.
    let position: Int
    let shape: Shape
    /// Rows above the axis.
    var narrowRow = 0
    var wideRow = 0
  }

  /// Events that found no room, in one sign.
  struct Cluster: Sendable {
    let place: TimelineAxis.Place
    /// Among the events given, ascending.
    let positions: [Int]
  }

  /// In pixels.
  static let narrowWidth = 230
  static let wideWidth = 600
  static let rowHeight = 15

  let axis: TimelineAxis
  /// In the order of the events.
  private(set) var marks: [Mark] = []
  /// From left to right, in the row above all others.
  private(set) var clusters: [Cluster] = []

  /// Nil when fewer than two events have a day.
  ///
  /// - Parameters:
  ///   - events: at most some hundred, in order.
  ///   - rowLimit: how high signs are stacked before they are counted.
  init?(_ events: [TimelineEvent], hemisphere: Hemisphere, rowLimit: Int = 20) {
    let dated = events.enumerated().filter { $1.bounds.lower.day != nil || $1.bounds.upper.day != nil }
    guard dated.count > 1,
      let axis = TimelineAxis(
        dated.flatMap { [$0.element.bounds.lower.day, $0.element.bounds.upper.day].compactMap { $0 } })
    else { return nil }
    self.axis = axis
    marks = dated.map { Mark(position: $0.offset, shape: Shape($0.element, on: axis, hemisphere)) }
    let kept = Rows(marks.map(\.shape), width: Self.narrowWidth, limit: rowLimit).rows
    cluster(marks.indices.filter { kept[$0] == nil })
    let drawn = marks.indices.filter { kept[$0] != nil }
    let wide = Rows(drawn.map { marks[$0].shape }, width: Self.wideWidth, limit: rowLimit).rows
    for (index, row) in zip(drawn, wide) {
      marks[index].narrowRow = kept[index] ?? 0
      marks[index].wideRow = row ?? 0
    }
    marks = drawn.map { marks[$0] }
  }

  /// Each sign of a count takes a ninth of the width.
  private mutating func cluster(_ indices: [Int]) {
    let count = 9
    var columns = [[Int]](repeating: [], count: count)
    for index in indices {
      let middle = marks[index].shape.middle
      columns[min(count - 1, middle * count / TimelineAxis.width)].append(marks[index].position)
    }
    for (column, positions) in columns.enumerated() where !positions.isEmpty {
      clusters.append(
        Cluster(place: (2 * column + 1) * TimelineAxis.width / (2 * count), positions: positions))
    }
  }

  private func height(_ row: (Mark) -> Int) -> Int {
    (marks.map(row).max() ?? 0) + (clusters.isEmpty ? 1 : 3)
  }
  /// Rows, that of the counts among them.
  var narrowHeight: Int { height(\.narrowRow) }
  var wideHeight: Int { height(\.wideRow) }
}

extension TimelinePlot.Shape {
  /// Bars shorter than this look alike.
  private static let shortest = 150

  init(_ event: TimelineEvent, on axis: TimelineAxis, _ hemisphere: Hemisphere) {
    let (bounds, drawn) = (event.bounds, event.date.drawnBounds(hemisphere: hemisphere))
    start = .init(bounds.lower)
    end = .init(bounds.upper)
    isUncertain = event.date.isUncertain
    isApproximate = event.date.isApproximate
    isDay = bounds.lower.day != nil && bounds.lower == bounds.upper
    // Of an end that nobody knows only the other end has a place.
    let left = drawn.lower.day.map(axis.start) ?? (start == .open ? 0 : nil)
    let right = drawn.upper.day.map(axis.end) ?? (end == .open ? TimelineAxis.width : nil)
    let (first, last) = (left ?? right ?? 0, right ?? left ?? 0)
    if left == nil || right == nil || isDay && !isApproximate || last - first < Self.shortest, start != .open,
      end != .open
    {
      let known = left == nil ? last : right == nil ? first : (first + last) / 2
      extent = .point(known)
    } else {
      extent = .bar(first, max(first, last))
    }
  }

  var middle: TimelineAxis.Place {
    switch extent {
    case .point(let place): place
    case .bar(let first, let last): (first + last) / 2
    }
  }

  /// The pixels it takes from left to right in a drawing so wide, with the room to its neighbours.
  func span(width: Int) -> ClosedRange<Int> {
    var (left, right): (Int, Int)
    switch extent {
    case .point(let place):
      let middle = place * width / TimelineAxis.width
      (left, right) = (middle - 7, middle + 7)
    case .bar(let first, let last):
      let (first, last) = (first * width / TimelineAxis.width, last * width / TimelineAxis.width)
      (left, right) = (min(first, last - 4) - 2, max(last, first + 4) + 2)
      // A question mark in the middle.
      if isUncertain {
        (left, right) = (min(left, (first + last) / 2 - 6), max(right, (first + last) / 2 + 6))
      }
    }
    if start == .open { left -= 9 }
    if end == .open { right += 9 }
    if start == .unknown { left -= 18 }
    if end == .unknown { right += 18 }
    return left...right
  }
}

extension TimelinePlot.Shape.End {
  fileprivate init(_ bound: DateBounds.Bound) {
    switch bound {
    case .day: self = .known
    case .open: self = .open
    case .unknown: self = .unknown
    }
  }
}

/// Gives each sign the lowest row in which it touches no other.
private struct Rows {
  /// Nil where there is none.
  private(set) var rows: [Int?]

  init(_ shapes: [TimelinePlot.Shape], width: Int, limit: Int) {
    rows = Array(repeating: nil, count: shapes.count)
    let spans = shapes.map { $0.span(width: width) }
    var ends: [Int] = []
    for index in spans.indices.sorted(by: { (spans[$0].lowerBound, $0) < (spans[$1].lowerBound, $1) }) {
      let row = ends.firstIndex { $0 < spans[index].lowerBound } ?? ends.count
      guard row < limit else { continue }
      if row == ends.count { ends.append(.min) }
      ends[row] = spans[index].upperBound
      rows[index] = row
    }
  }
}
