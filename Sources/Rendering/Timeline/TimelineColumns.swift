import EDTF
import Linking

/// How many events there are of each month or year, for more of them than signs would fit.
struct TimelineColumns: Sendable {
  struct Column: Sendable {
    let title: String
    let url: String
    let count: Int
    let first: CivilDay
    /// The day after the last.
    let end: CivilDay
  }

  /// In pixels.
  static let height = 96

  private let columns: [Column]
  private let axis: TimelineAxis
  private let highest: Int

  /// Nil for fewer than two.
  ///
  /// - Parameter columns: from left to right, none without events.
  init?(_ columns: [Column]) {
    guard columns.count > 1, let axis = TimelineAxis(columns.flatMap { [$0.first, $0.end.adding(days: -1)] })
    else { return nil }
    self.columns = columns
    self.axis = axis
    highest = columns.map(\.count).max() ?? 1
  }

  func write(label: String, scale: String, language: String, to markup: inout Markup) {
    markup.raw("<div class=\"plot columns\" role=\"group\"")
    markup.attribute("aria-label", label)
    markup.raw("><svg><svg class=\"base\" y=\"100%\">")
    axis.write(language: language, to: &markup)
    markup.raw("<line class=\"tick\" x2=\"100%\"")
    markup.attribute("y1", String(-Self.height))
    markup.attribute("y2", String(-Self.height))
    markup.raw("/><text class=\"scale\"")
    markup.attribute("y", String(-Self.height - 5))
    markup.raw(">")
    markup.text(scale)
    markup.raw("</text>\n")
    for column in columns { write(column, to: &markup) }
    markup.raw("</svg></svg></div>\n")
  }

  private func write(_ column: Column, to markup: inout Markup) {
    let height = max(2, column.count * Self.height / highest)
    let (first, end) = (axis.start(of: column.first), axis.start(of: column.end))
    // Between neighbours a tenth is left free.
    let gap = min(60, (end - first) / 10)
    markup.raw("<a")
    markup.attribute("href", column.url)
    markup.raw("><title>")
    markup.text(column.title)
    markup.raw("</title><rect class=\"column\"")
    markup.attribute("x", first.percent)
    markup.attribute("y", String(-height))
    markup.attribute("width", max(1, end - first - gap).percent)
    markup.attribute("height", String(height))
    markup.raw("/></a>\n")
  }
}
