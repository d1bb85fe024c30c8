import EDTF
import Linking

/// The drawing as SVG (2, clause 8.9 for the percentages). Rows are custom properties of the style: `--n` on a narrow
/// screen, `--w` on a wide one.
extension TimelinePlot {
  /// What a sign says and leads to.
  struct Caption: Sendable {
    /// For events by their position.
    let title: @Sendable (Int) -> String
    let url: @Sendable (Int) -> String
    /// Of a sign for several, by their number.
    let several: @Sendable (Int) -> String
    let language: String
    /// Of the whole drawing.
    let label: String
  }

  func write(_ caption: Caption, to markup: inout Markup) {
    markup.raw("<div class=\"plot\" role=\"group\"")
    markup.attribute("aria-label", caption.label)
    markup.raw("><svg")
    markup.attribute("style", "--n:\(narrowHeight);--w:\(wideHeight)")
    markup.raw(">")
    if marks.contains(where: \.shape.isApproximate) { TimelinePlot.writeFade(to: &markup) }
    // Below, all heights are counted from the axis up.
    markup.raw("<svg class=\"base\" y=\"100%\">")
    axis.write(language: caption.language, to: &markup)
    var rest = clusters[...]
    for mark in marks {
      while let next = rest.first, next.positions[0] < mark.position {
        write(next, caption, to: &markup)
        rest = rest.dropFirst()
      }
      write(mark, caption, to: &markup)
    }
    for cluster in rest { write(cluster, caption, to: &markup) }
    markup.raw("</svg></svg></div>\n")
    writeKey(to: &markup)
  }

  /// What the signs mean, of those that explain themselves least and are there.
  private func writeKey(to markup: inout Markup) {
    func entry(_ isThere: Bool, _ sign: StaticString, _ words: String) {
      guard isThere else { return }
      markup.raw("<li><svg viewBox=\"-8 -6 16 12\" aria-hidden=\"true\">")
      markup.raw(sign)
      markup.raw("</svg>")
      markup.text(words)
      markup.raw("</li>")
    }
    let shapes = marks.map(\.shape)
    guard
      shapes.contains(where: { $0.isUncertain || $0.isApproximate || $0.start != .known || $0.end != .known })
    else { return }
    markup.raw("<ul class=\"key small bits\" role=\"list\">")
    entry(shapes.contains { $0.isUncertain }, Self.uncertainSign, "uncertain")
    entry(shapes.contains { $0.isApproximate }, Self.approximateSign, "approximate")
    entry(shapes.contains { $0.start == .open || $0.end == .open }, Self.openSign, "goes on")
    entry(
      shapes.contains { $0.start == .unknown || $0.end == .unknown }, Self.unknownSign, "an end nobody knows")
    markup.raw("</ul>\n")
  }

  private static let uncertainSign: StaticString = """
    <rect x="-6" y="-5" width="12" height="10" rx="3" class="bar unsure"/>\
    <text class="doubt" text-anchor="middle" dy="4">?</text>
    """
  private static let approximateSign: StaticString = """
    <rect x="-8" y="-5" width="16" height="10" rx="3" class="bar" mask="url(#site-faded)"/>
    """
  private static let openSign: StaticString = """
    <rect x="-8" y="-5" width="8" height="10" class="bar"/><path class="tip" d="M0-6l8 6-8 6z"/>
    """
  private static let unknownSign: StaticString = """
    <path class="lead" d="M-8 0H0"/><circle class="open" r="4" cx="4"/>
    """

  private func write(_ mark: Mark, _ caption: Caption, to markup: inout Markup) {
    open(narrowRow: mark.narrowRow, wideRow: mark.wideRow, caption.url(mark.position), to: &markup)
    markup.text(caption.title(mark.position))
    markup.raw("</title>")
    mark.shape.write(to: &markup)
    markup.raw("</a>\n")
  }

  private func write(_ cluster: Cluster, _ caption: Caption, to markup: inout Markup) {
    open(
      narrowRow: narrowHeight - 2, wideRow: wideHeight - 2, caption.url(cluster.positions[0]), to: &markup)
    markup.text(caption.several(cluster.positions.count))
    markup.raw("</title><text class=\"more\" text-anchor=\"middle\" dy=\"4\"")
    markup.attribute("x", cluster.place.percent)
    markup.raw(">+")
    markup.text(String(cluster.positions.count))
    markup.raw("</text></a>\n")
  }

  private func open(narrowRow: Int, wideRow: Int, _ url: String, to markup: inout Markup) {
    markup.raw("<a")
    markup.attribute("style", "--n:\(narrowRow);--w:\(wideRow)")
    markup.attribute("href", url)
    markup.raw("><title>")
  }

  /// What fades the ends of an approximate time, or the beginning of one that goes on.
  private static func writeFade(to markup: inout Markup) {
    markup.raw(
      """
      <defs><linearGradient id="site-fade"><stop offset="0" stop-color="#000"/><stop offset=".3" stop-color="#fff"/>\
      <stop offset=".7" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>\
      <mask id="site-faded" maskContentUnits="objectBoundingBox"><rect width="1" height="1" \
      fill="url(#site-fade)"/></mask></defs>
      """)
  }
}

extension TimelinePlot.Shape {
  /// Around the height 0.
  func write(to markup: inout Markup) {
    let style: StaticString = isUncertain ? "bar unsure" : "bar"
    switch extent {
    case .point(let place):
      if isDay, !isUncertain, !isApproximate {
        markup.raw("<circle class=\"dot\" r=\"5\"")
        markup.attribute("cx", place.percent)
        markup.raw("/>")
      } else if start == .unknown || end == .unknown {
        writeHalf(place, style, to: &markup)
      } else {
        at(place, to: &markup) { markup in
          markup.raw("<rect x=\"-6\" y=\"-5\" width=\"12\" height=\"10\" rx=\"3\"")
          self.writeStyle(style, to: &markup)
        }
      }
    case .bar(let first, let last):
      markup.raw("<rect y=\"-5\" height=\"10\" rx=\"3\"")
      markup.attribute("x", first.percent)
      markup.attribute("width", max(1, last - first).percent)
      writeStyle(style, to: &markup)
      if start == .open { at(first, to: &markup) { $0.raw("<path class=\"tip\" d=\"M0-6l-8 6 8 6z\"/>") } }
      if end == .open { at(last, to: &markup) { $0.raw("<path class=\"tip\" d=\"M0-6l8 6-8 6z\"/>") } }
    }
    guard isUncertain else { return }
    markup.raw("<text class=\"doubt\" text-anchor=\"middle\" dy=\"4\"")
    markup.attribute("x", middle.percent)
    markup.raw(">?</text>")
  }

  /// The end that is known, a line, and an open circle for the one that nobody knows.
  private func writeHalf(_ place: TimelineAxis.Place, _ style: StaticString, to markup: inout Markup) {
    at(place, to: &markup) { markup in
      for (bound, sign) in [(self.start, "-"), (self.end, "")] where bound == .unknown {
        markup.raw("<path class=\"lead\"")
        markup.attribute("d", "M\(sign)6 0H\(sign)16")
        markup.raw("/><circle class=\"open\" r=\"4\"")
        markup.attribute("cx", "\(sign)20")
        markup.raw("/>")
      }
      markup.raw("<rect x=\"-6\" y=\"-5\" width=\"12\" height=\"10\" rx=\"3\"")
      self.writeStyle(style, to: &markup)
    }
  }

  private func writeStyle(_ style: StaticString, to markup: inout Markup) {
    markup.raw(" class=\"")
    markup.raw(style)
    markup.raw("\"")
    if isApproximate { markup.raw(" mask=\"url(#site-faded)\"") }
    markup.raw("/>")
  }

  private func at(_ place: TimelineAxis.Place, to markup: inout Markup, _ body: (inout Markup) -> Void) {
    markup.raw("<svg")
    markup.attribute("x", place.percent)
    markup.raw(">")
    body(&markup)
    markup.raw("</svg>")
  }
}

extension TimelineAxis {
  /// The line, and below it the names of days.
  func write(language: String, to markup: inout Markup) {
    markup.raw("<line class=\"axis\" x2=\"100%\"/>")
    for tick in ticks(language: language) {
      markup.raw(tick.isMinor ? "<g class=\"minor\">" : "<g>")
      markup.raw("<line class=\"tick\" y2=\"5\"")
      markup.attribute("x1", tick.place.percent)
      markup.attribute("x2", tick.place.percent)
      markup.raw("/><text dy=\"18\"")
      markup.attribute("x", tick.place.percent)
      markup.raw(tick.place > 0 ? " text-anchor=\"middle\">" : ">")
      markup.text(tick.label)
      markup.raw("</text></g>")
    }
    markup.raw("\n")
  }
}
