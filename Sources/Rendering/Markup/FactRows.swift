extension FactView: Row {
  func write(to markup: inout Markup) {
    markup.raw("<div><dt>")
    markup.text(label)
    markup.raw("</dt><dd>")
    if let text { markup.text(text) }
    if let date { markup.date(date) }
    if !links.isEmpty { markup.raw(" ") }
    for (index, link) in links.enumerated() {
      if index > 0 { markup.raw(", ") }
      markup.link(link)
      if let summary = link.summary { markup.text(" (\(summary))") }
    }
    markup.raw("</dd></div>\n")
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

extension RestingView: Row {
  func write(to markup: inout Markup) {
    markup.raw("<li>\n<h3>")
    markup.link(page)
    if let date { markup.small(date) }
    if isOnlyRead { markup.raw(" <span class=\"chip\">read, not cited</span>") }
    markup.raw("</h3>\n")
    markup.list("<ul class=\"claims\" role=\"list\">\n", claims, "</ul>\n")
    for quotation in quotations { quotation.write(to: &markup) }
    markup.list("<ol class=\"events\" role=\"list\">\n", events, "</ol>\n")
    if !sentences.isEmpty {
      markup.raw("<ul role=\"list\">\n")
      for sentence in sentences {
        markup.bit { $0.text(sentence) }
        markup.raw("\n")
      }
      markup.raw("</ul>\n")
    }
    markup.raw("</li>\n")
  }
}
