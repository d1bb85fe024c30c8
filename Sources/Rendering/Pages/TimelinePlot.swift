import EDTF
import Linking

/// A drawing of some events over their days: the list below it says the same in words.
///
/// A certain day is a dot, a longer time a bar over its bounds, dashed with a question mark where it is
/// uncertain, with faded ends where it is approximate; an end that goes on is an arrow, one that nobody knows an
/// open circle. All coordinates are integers, so that the same events give the same bytes.
struct TimelinePlot {
  private struct Mark {
    let position: Int
    let event: TimelineEvent
    /// Along the axis.
    var left: Int
    var right: Int
    var lane = 0
  }

  private static let width = 800
  private static let margin = 16
  private static let laneHeight = 18
  private static let lanes = 12

  private var marks: [Mark] = []
  private let first: Int
  private let last: Int

  /// - Parameter events: at most some hundred, in order.
  init(_ events: [TimelineEvent], hemisphere: Hemisphere) {
    let days = events.flatMap { [$0.bounds.lower.day, $0.bounds.upper.day].compactMap { $0?.number } }
    first = days.min() ?? 0
    last = max(first + 1, days.max() ?? 0)
    for (position, event) in events.enumerated() {
      let drawn = event.date.drawnBounds(hemisphere: hemisphere)
      guard event.bounds.lower.day != nil || event.bounds.upper.day != nil else { continue }
      let start = drawn.lower.day?.number ?? first
      let end = drawn.upper.day?.number ?? last
      marks.append(Mark(position: position, event: event, left: x(start), right: x(end)))
    }
    assignLanes()
  }

  private func x(_ day: Int) -> Int {
    let span = Self.width - 2 * Self.margin
    return Self.margin + min(max(0, (day - first) * span / (last - first)), span)
  }

  /// The lowest lane with room; beyond the last one marks overlap rather than make the drawing taller.
  private mutating func assignLanes() {
    var ends = [Int](repeating: -100, count: Self.lanes)
    for index in marks.indices {
      let left = marks[index].left - 8
      let lane = ends.firstIndex { $0 < left } ?? index % Self.lanes
      marks[index].lane = lane
      ends[lane] = max(ends[lane], marks[index].right + 8)
    }
  }

  /// Nil when no event has a day. `label` names an event for its mark's title, `url` gives where it leads by the
  /// event's position.
  func svg(label: (TimelineEvent) -> String, url: (Int) -> String) -> String? {
    guard marks.count > 1 else { return nil }
    let height = ((marks.map(\.lane).max() ?? 0) + 1) * Self.laneHeight + 44
    let axis = height - 36
    var out: [UInt8] = []
    out +=
      """
      <div role="group" aria-label="Events by date; the list below says the same"><svg class="plot" \
      viewBox="0 0 \(Self.width) \(height)">
      """.utf8
    if marks.contains(where: { TimelinePlot.isApproximate($0.event) }) { out += Self.fade.utf8 }
    appendAxis(axis, to: &out)
    for mark in marks {
      out += "<a href=\"".utf8
      HTMLEscaping.append(url(mark.position), to: &out)
      out += "\"><title>".utf8
      HTMLEscaping.append(label(mark.event), to: &out)
      out += "</title>".utf8
      appendShape(mark, y: axis - 14 - mark.lane * Self.laneHeight, to: &out)
      out += "</a>".utf8
    }
    out += "</svg></div>".utf8
    return String(decoding: out, as: UTF8.self)
  }

  /// What fades the ends of an approximate time, or the beginning of one that goes on.
  private static let fade = """
    <defs><linearGradient id="site-fade"><stop offset="0" stop-color="#000"/><stop offset=".25" \
    stop-color="#fff"/><stop offset=".75" stop-color="#fff"/><stop offset="1" stop-color="#000"/>\
    </linearGradient><mask id="site-faded" maskContentUnits="objectBoundingBox"><rect width="1" height="1" \
    fill="url(#site-fade)"/></mask><linearGradient id="site-fade-start"><stop offset="0" stop-color="#000"/>\
    <stop offset=".25" stop-color="#fff"/></linearGradient><mask id="site-faded-start" \
    maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#site-fade-start)"/></mask></defs>
    """

  private static func isApproximate(_ event: TimelineEvent) -> Bool {
    event.date.text.utf8.contains { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "%") }
  }

  private func appendShape(_ mark: Mark, y: Int, to out: inout [UInt8]) {
    let bounds = mark.event.bounds
    let text = mark.event.date.text.utf8
    let isUncertain = text.contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "%") }
    let isApproximate = TimelinePlot.isApproximate(mark.event)
    let cssClass = isUncertain ? "bar unsure" : "bar"
    let fading = bounds.upper == .open ? "site-faded-start" : "site-faded"
    let mask = isApproximate ? " mask=\"url(#\(fading))\"" : ""
    if bounds.lower == bounds.upper, !isUncertain, !isApproximate {
      out += "<circle class=\"dot\" cx=\"\(mark.left)\" cy=\"\(y)\" r=\"5\"/>".utf8
      return
    }
    let left = min(mark.left, Self.width - Self.margin - 10)
    let right = max(mark.right, left + 10)
    if bounds.upper == .open {
      out +=
        """
        <path class="\(cssClass)"\(mask) d="M\(left) \(y - 5)H\(right - 8)L\(right) \(y)L\(right - 8) \(y + 5)\
        H\(left)Z"/>
        """.utf8
    } else {
      out +=
        """
        <rect class="\(cssClass)"\(mask) x="\(left)" y="\(y - 5)" width="\(right - left)" height="10" rx="5"/>
        """.utf8
    }
    for (bound, x) in [(bounds.lower, left), (bounds.upper, right)] where bound == .unknown {
      out += "<circle class=\"open\" cx=\"\(x)\" cy=\"\(y)\" r=\"4\"/>".utf8
    }
    if isUncertain { out += "<text x=\"\(left + 2)\" y=\"\(y + 4)\">?</text>".utf8 }
  }

  private func appendAxis(_ y: Int, to out: inout [UInt8]) {
    out +=
      "<line class=\"axis\" x1=\"\(Self.margin)\" y1=\"\(y)\" x2=\"\(Self.width - Self.margin)\" y2=\"\(y)\"/>"
      .utf8
    for (day, label) in ticks {
      let x = x(day)
      out += "<line class=\"tick\" x1=\"\(x)\" y1=\"\(y)\" x2=\"\(x)\" y2=\"\(y + 5)\"/>".utf8
      let anchor = x > Self.width - 60 ? "end" : x < 40 ? "start" : "middle"
      out +=
        "<text x=\"\(x)\" y=\"\(y + 9)\" dominant-baseline=\"hanging\" text-anchor=\"\(anchor)\">\(label)</text>"
        .utf8
    }
  }

  /// At most eight: the days on which years, or months of a short time, begin.
  private var ticks: [(day: Int, label: String)] {
    let (start, end) = (CivilDay(number: first), CivilDay(number: last))
    if last - first > 700 {
      let step = max(1, (end.year - start.year + 7) / 8)
      return stride(from: start.year, through: end.year, by: step).compactMap { year in
        CivilDay(year: year, month: 1, day: 1).map { (max(first, $0.number), String(year)) }
      }
    }
    let months = (end.year - start.year) * 12 + end.month - start.month
    return stride(from: 0, through: months, by: max(1, (months + 7) / 8)).compactMap { offset in
      let month = start.year * 12 + start.month - 1 + offset
      guard let day = CivilDay(year: month / 12, month: month % 12 + 1, day: 1) else { return nil }
      return (max(first, day.number), String(day.isoText.dropLast(3)))
    }
  }
}
