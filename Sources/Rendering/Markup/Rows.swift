/// An entry of a list that pages show by the hundred: written as finished markup, styled by class.
protocol Row: Sendable {
  func write(to markup: inout Markup)
}

extension ViewName {
  /// A list's entries as finished markup.
  static func rows(_ name: String, _ value: @escaping @Sendable (V) -> [some Row]) -> Self {
    .html(name) { view in
      Markup.make { markup in
        for row in value(view) { row.write(to: &markup) }
      }
    }
  }
}

extension EventView: Row {
  func write(to markup: inout Markup) {
    markup.raw("<li")
    markup.attribute("id", id)
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

extension ClaimView: Row {
  func write(to markup: inout Markup) {
    markup.raw("<li>\n<p>")
    markup.entry(text, cssClass: "plain claim", url: url, status: status)
    markup.chip(beside: chip)
    markup.raw("</p>\n<ul class=\"small bits\" role=\"list\">")
    writeBits(to: &markup)
    markup.raw("</ul>\n</li>\n")
  }

  /// What it is, who says so, as of when, how credible, sources, briefing.
  private func writeBits(to markup: inout Markup) {
    if let kind { markup.bit { $0.text(kind) } }
    if let by { markup.bit("according to ") { $0.link(by) } }
    if let asOf { markup.bit("as of ") { $0.date(asOf) } }
    if let credibility { markup.bit { $0.text(credibility) } }
    markup.bits(sources)
    if let page { markup.pageBit(page) }
  }
}

extension QuotationView: Row {
  func write(to markup: inout Markup) {
    markup.raw("<blockquote>\n<p")
    markup.attribute("lang", language)
    markup.raw(">")
    markup.text(text)
    markup.raw("</p>\n<footer>")
    if let speaker {
      markup.link(speaker)
      markup.raw(", in ")
    } else {
      markup.raw("In ")
    }
    markup.link(page)
    if !sources.isEmpty {
      markup.raw(" (")
      markup.links(sources)
      markup.raw(")")
    }
    markup.raw("</footer>\n</blockquote>\n")
  }
}

extension MentionGroupView: Row {
  func write(to markup: inout Markup) {
    markup.raw("<li>\n<h3>")
    markup.link(page)
    if let date {
      markup.raw(" <small>")
      markup.date(date)
      markup.raw("</small>")
    }
    markup.raw("</h3>\n<ul role=\"list\">\n")
    for sentence in sentences { sentence.write(to: &markup) }
    markup.raw("</ul>\n</li>\n")
  }
}

extension SourceEntryView: Row {
  func write(to markup: inout Markup) {
    markup.raw("<li")
    markup.attribute("id", anchor)
    markup.attribute("value", String(number))
    markup.raw(">")
    source.write(to: &markup)
    if !isCited { markup.raw(" <span class=\"chip\">read, not cited</span>") }
    markup.raw("</li>\n")
  }
}

extension SourceLineView: Row {
  /// Title, authors, publisher and date, as far as they are known; grade, and how much rests on it.
  func write(to markup: inout Markup) {
    markup.raw("<cite><a")
    markup.attribute("href", url)
    markup.attribute("hreflang", language)
    markup.raw(">")
    markup.text(title)
    markup.raw("</a></cite>")
    if let authors { markup.text(", \(authors)") }
    markup.raw(", ")
    markup.link(publisher)
    if let published {
      markup.raw(", ")
      markup.date(published)
    }
    markup.raw(".")
    if let grade { markup.text(" \(grade).") }
    guard let restingCount else { return }
    markup.raw(" <span class=\"soft\">")
    markup.text("\(restingCount).")
    markup.raw("</span>")
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
