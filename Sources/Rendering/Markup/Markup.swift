/// Finished HTML of the smallest parts that stand on pages by the hundred: links, dates, chips, small lines.
///
/// Like the markup of annotations in a text it is fixed and styled by class. Looking up a link's words, address
/// and kind in a template costs about 15 µs; a page of a hundred entries has five hundred links.
struct Markup {
  private(set) var bytes: [UInt8] = []

  var string: String { String(decoding: bytes, as: UTF8.self) }

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

  /// A chip behind an entry's words.
  mutating func chip(beside chip: ChipView?) {
    guard let chip else { return }
    raw(" ")
    self.chip(chip)
  }

  /// Nil for nothing written.
  static func make(_ body: (inout Markup) -> Void) -> String? {
    var markup = Markup()
    body(&markup)
    return markup.bytes.isEmpty ? nil : markup.string
  }
}

extension ViewName {
  /// A link as finished markup.
  static func link(_ name: String, _ value: @escaping @Sendable (V) -> LinkView?) -> Self {
    .html(name) { view in value(view).flatMap { link in Markup.make { $0.link(link) } } }
  }

  /// Links as finished list items.
  static func items(_ name: String, _ value: @escaping @Sendable (V) -> [LinkView]) -> Self {
    .html(name) { view in Markup.make { $0.bits(value(view)) } }
  }

  /// A date as finished markup.
  static func date(_ name: String, _ value: @escaping @Sendable (V) -> DateView?) -> Self {
    .html(name) { view in value(view).flatMap { date in Markup.make { $0.date(date) } } }
  }

}
