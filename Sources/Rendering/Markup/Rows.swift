/// An entry of a list that pages show by the hundred: written as finished markup, styled by class.
protocol Row: Sendable {
  func write(to markup: inout Markup)
}

extension ViewName {
  /// A list's entries as finished markup.
  static func rows(_ name: String, _ value: @escaping @Sendable (V) -> [some Row]) -> Self {
    .html(name) { view, markup in
      for row in value(view) { row.write(to: &markup) }
    }
  }
}

extension HeadingView: Row {
  func write(to markup: inout Markup) {
    markup.raw(level > 2 ? "<li class=\"nested\"><a" : "<li><a")
    markup.attribute("href", "#\(id)")
    markup.raw(">")
    markup.text(text)
    markup.raw("</a></li>\n")
  }
}

extension NavigationView: Row {
  /// An entry of the navigation; the one the page belongs to is marked.
  func write(to markup: inout Markup) {
    markup.raw("<li><a")
    markup.attribute("href", url)
    if isCurrent { markup.raw(" aria-current=\"true\"") }
    markup.raw(">")
    markup.text(text)
    markup.raw("</a></li>\n")
  }
}

extension TermView: Row {
  /// A row of the yardstick's table: the term, marked where the page uses it, its band in figures and drawn.
  func write(to markup: inout Markup) {
    markup.raw(isUsed ? "<tr class=\"used\">" : "<tr>")
    markup.raw("<th scope=\"row\">")
    markup.text(term)
    if isUsed { markup.raw(" <span class=\"chip good\">used</span>") }
    markup.raw("</th><td class=\"num\">")
    markup.text("\(lower)–\(upper)")
    markup.raw(
      "</td><td class=\"drawn\"><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    )
    markup.raw("<rect class=\"track\" y=\"4\" width=\"100\" height=\"2\"/><rect class=\"range\"")
    markup.attribute("x", String(lower))
    markup.raw(" y=\"1\"")
    markup.attribute("width", String(upper - lower))
    markup.raw(" height=\"8\" rx=\"1\"/></svg></td></tr>\n")
  }
}

extension BriefingCardView: Row {
  func write(to markup: inout Markup) {
    markup.raw("<article class=\"card\">\n<ul class=\"kicker bits\" role=\"list\">")
    markup.bits(topics)
    markup.raw("</ul>\n<h3><a")
    markup.attribute("href", url)
    markup.raw(">")
    markup.text(title)
    markup.raw("</a></h3>\n<p>")
    markup.text(summary)
    markup.raw("</p>\n<ul class=\"small bits\" role=\"list\">")
    if let published { markup.bit { $0.date(published) } }
    if let updated { markup.bit("updated ") { $0.date(updated) } }
    markup.bit { $0.text("\(readingMinutes) min") }
    markup.bit { $0.text(sourceCount) }
    if isHidden { markup.raw("<li><span class=\"chip\">not published</span></li>") }
    markup.raw("</ul>\n</article>\n")
  }
}

extension EventView: Row {
  func write(to markup: inout Markup) {
    markup.raw("<li")
    markup.attribute("id", id)
    markup.attribute("data-types", types)
    markup.attribute("data-status", status)
    markup.raw(">\n<p class=\"when\">")
    markup.date(date)
    markup.raw("</p>\n<div>\n<p>")
    if let url { markup.entry(text, cssClass: "plain", url: url) } else { markup.text(text) }
    markup.chip(beside: chip)
    markup.raw("</p>\n<ul class=\"small bits\" role=\"list\">")
    writeBits(to: &markup)
    markup.raw("</ul>\n</div>\n</li>\n")
  }

  /// When it was reported, who and where, sources, briefings.
  private func writeBits(to markup: inout Markup) {
    if let reported { markup.bit("Reported ") { $0.date(reported) } }
    if let entity { markup.bits([entity]) }
    markup.bits(places)
    markup.bits(who)
    markup.bits(sources)
    for page in pages { markup.pageBit(page) }
  }
}
