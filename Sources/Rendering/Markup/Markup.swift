/// Finished HTML of the smallest parts that stand on pages by the hundred: links, dates, chips, small lines.
///
/// Like the markup of annotations in a text it is fixed and styled by class: the number of entries differs from page
/// to page, and a template would have to be filled in anew for each number.
struct Markup {
  var bytes: [UInt8] = []

  mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func text(_ text: String) { HTMLEscaping.append(text, to: &bytes) }

  mutating func attribute(_ name: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    raw(" ")
    raw(name)
    raw("=\"")
    text(value)
    raw("\"")
  }

  // MARK: Parts

  /// `<a class="entity" href="…">words</a>`, or the words alone.
  mutating func link(_ link: LinkView) {
    guard let url = link.url else { return text(link.text) }
    raw("<a")
    if link.isEntity { raw(" class=\"entity\"") }
    attribute("href", url)
    raw(">")
    text(link.text)
    raw("</a>")
  }

  /// `<time datetime="…">words</time>`; `<span data-edtf="…">` where HTML has no spelling for the date (4.5.14:
  /// without the attribute a `time` holds a machine's date).
  mutating func date(_ date: DateView) {
    raw(date.datetime == nil ? "<span" : "<time")
    attribute("datetime", date.datetime)
    if date.datetime == nil { attribute("data-edtf", date.edtf) }
    raw(">")
    text(date.words)
    raw(date.datetime == nil ? "</span>" : "</time>")
  }

  /// `<span class="chip …">words</span>`, a link where it leads somewhere.
  mutating func chip(_ chip: ChipView) {
    raw(chip.url == nil ? "<span" : "<a")
    attribute("class", "chip \(chip.cssClass)")
    attribute("href", chip.url)
    raw(">")
    text(chip.text)
    raw(chip.url == nil ? "</span>" : "</a>")
  }

  /// An entry's own words, leading to its place.
  mutating func entry(_ words: String, cssClass: String, url: String, status: String? = nil) {
    raw("<a")
    attribute("class", cssClass)
    attribute("data-status", status)
    attribute("href", url)
    raw(">")
    text(words)
    raw("</a>")
  }

  /// `<li>…</li>`, for the small line beneath an entry.
  mutating func bit(_ lead: StaticString = "", _ body: (inout Markup) -> Void) {
    raw("<li>")
    raw(lead)
    body(&self)
    raw("</li>")
  }

  /// The page that an entry stands in.
  mutating func pageBit(_ link: LinkView) {
    bit("<i>") {
      $0.link(link)
      $0.raw("</i>")
    }
  }

  mutating func bits(_ links: [LinkView]) {
    for link in links { bit { $0.link(link) } }
  }

  /// Links separated by commas.
  mutating func links(_ links: [LinkView]) {
    for (index, link) in links.enumerated() {
      if index > 0 { raw(", ") }
      self.link(link)
    }
  }

  /// Names as the texts have them, each with how often.
  mutating func names(_ names: [LinkView]) {
    for (index, name) in names.enumerated() {
      if index > 0 { raw(", ") }
      text(name.text)
      raw(" <span class=\"num\">(")
      text(grouped(name.count ?? 0))
      raw(")</span>")
    }
  }

  /// Links to the parts of a page, each with how much it holds.
  mutating func contents(_ links: [LinkView]) {
    for link in links {
      raw("<li><a")
      attribute("href", link.url)
      raw(">")
      text(link.text)
      if let count = link.count {
        raw(" <span class=\"num\">")
        text(grouped(count))
        raw("</span>")
      }
      raw("</a></li>\n")
    }
  }

  /// Rows of a table: links, each with how often.
  mutating func related(_ links: [LinkView]) {
    for link in links {
      raw("<tr><th scope=\"row\">")
      self.link(link)
      raw("</th><td class=\"num\">")
      text(grouped(link.count ?? 0))
      raw("</td></tr>\n")
    }
  }

  /// Rows between a list's tags; nothing where there are none.
  mutating func list(_ start: StaticString, _ rows: [some Row], _ end: StaticString) {
    guard !rows.isEmpty else { return }
    raw(start)
    for row in rows { row.write(to: &self) }
    raw(end)
  }

  /// A date behind a heading's words.
  mutating func small(_ date: DateView) {
    raw(" <small>")
    self.date(date)
    raw("</small>")
  }

  /// A chip behind an entry's words.
  mutating func chip(beside chip: ChipView?) {
    guard let chip else { return }
    raw(" ")
    self.chip(chip)
  }
}

extension ViewName {
  /// A link as finished markup.
  static func link(_ name: String, _ value: @escaping @Sendable (V) -> LinkView?) -> Self {
    .html(name) { view, markup in if let link = value(view) { markup.link(link) } }
  }

  /// Links as finished list items.
  static func items(_ name: String, _ value: @escaping @Sendable (V) -> [LinkView]) -> Self {
    .html(name) { $1.bits(value($0)) }
  }

  /// A date as finished markup.
  static func date(_ name: String, _ value: @escaping @Sendable (V) -> DateView?) -> Self {
    .html(name) { view, markup in if let date = value(view) { markup.date(date) } }
  }
}
