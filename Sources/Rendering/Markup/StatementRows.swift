extension ClaimView: Row {
  func write(to markup: inout Markup) {
    markup.raw("<li")
    markup.attribute("id", id)
    markup.raw(">\n<p>")
    markup.entry(text, cssClass: "plain claim", url: url, status: status)
    markup.chip(beside: chip)
    markup.raw("</p>\n<ul class=\"small bits\" role=\"list\">")
    writeBits(to: &markup)
    markup.raw("</ul>\n</li>\n")
  }

  /// What it is, who says so, as of when, how credible, whence its status, sources, other statements, briefing.
  private func writeBits(to markup: inout Markup) {
    if let kind { markup.bit { $0.text(kind) } }
    if let by { markup.bit("according to ") { $0.link(by) } }
    if let asOf { markup.bit("as of ") { $0.date(asOf) } }
    if let credibility { markup.bit { $0.text(credibility) } }
    if let standing { markup.bit { $0.text(standing) } }
    markup.bits(sources)
    for relation in relations {
      markup.bit { markup in
        markup.text(relation.words + " ")
        markup.link(relation.other)
      }
    }
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
    if let date { markup.small(date) }
    markup.raw("</h3>\n<ul role=\"list\">\n")
    for sentence in sentences { sentence.write(to: &markup) }
    markup.raw("</ul>\n</li>\n")
  }
}

extension MentionView: Row {
  func write(to markup: inout Markup) {
    markup.raw("<li>")
    markup.text(before)
    markup.raw("<mark>")
    markup.text(marked)
    markup.raw("</mark>")
    markup.text(after)
    if !kinds.isEmpty {
      markup.raw(" <small>")
      markup.text(kinds)
      markup.raw("</small>")
    }
    // A no-break space, so that the arrow never stands on a line alone.
    markup.raw("\u{A0}<a class=\"there\"")
    markup.attribute("href", url)
    markup.raw(" aria-label=\"Read it there\">→</a></li>\n")
  }
}
