import Testing

/// One mistake in one file: where it stands and what it is called.
struct BadInput: CustomTestStringConvertible, Sendable {
  let mistake: String
  /// Below the site's root.
  let path: String
  let code: String
  private let bytes: [UInt8]
  /// `path:line:column`.
  let place: String

  /// - Parameter text: the whole file; `⟪` stands where the finding has to point, and is taken out.
  init(_ mistake: String, _ code: String, in path: String, _ text: String) {
    let parts = text.split(separator: "⟪", maxSplits: 1, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "the place is marked once")
    self.init(mistake, code, in: path, Array((parts[0] + parts[1]).utf8), at: String(parts[0]))
  }

  /// - Parameter before: the text up to the place.
  init(_ mistake: String, _ code: String, in path: String, _ bytes: [UInt8], at before: String) {
    (self.mistake, self.code, self.path, self.bytes) = (mistake, code, path, bytes)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    place = "\(path):\(lines.count):\((lines.last?.unicodeScalars.count ?? 0) + 1)"
  }

  /// The same mistake in another file.
  init(copy other: BadInput, path: String) {
    (mistake, code, bytes, self.path) = (other.mistake, other.code, other.bytes, path)
    place = path + other.place.dropFirst(other.path.utf8.count)
  }

  var testDescription: String { mistake }

  func write(into site: TestSite) throws { try site.write(bytes, to: path) }

  /// The line of a finding that stands at the place and carries the code.
  func isReported(in output: String) -> Bool {
    output.split(separator: "\n").contains { $0.hasPrefix(place + ": ") && $0.hasSuffix("[\(code)]") }
  }
}

private func body(_ text: String) -> String { SampleSite.briefing("A third briefing", text) }

extension BadInput {
  private static let new = "Content/briefings/third.md"

  /// Mistakes of an author.
  static let content: [BadInput] = [
    BadInput(
      "an unknown key in front matter", "unknown-key", in: new,
      "---\ntitle: Third\npublished: 2025-04-01\nsummary: One.\n⟪draaft: true\n---\nText.\n"),
    BadInput(
      "YAML that does not parse", "bad-yaml", in: new,
      "---\ntitle: Third\n⟪\tpublished: 2025-04-01\n---\nText.\n"),
    BadInput(
      "front matter without an end", "bad-yaml", in: new, "⟪---\ntitle: Third\n\nText.\n"),
    BadInput(
      "a day that does not exist", "bad-date", in: new,
      "---\ntitle: Third\npublished: ⟪2025-02-30\nsummary: One.\n---\nText.\n"),
    BadInput(
      "an event on an impossible date", "bad-date", in: new,
      body("[It sailed]{.event date=2025-⟪13-01} [@harbour-notice].")),
    BadInput(
      "no title", "missing-key", in: new, "⟪---\npublished: 2025-04-01\nsummary: One.\n---\nText.\n"),
    BadInput("a link to nothing", "unknown-link", in: new, body("See ⟪[[no-such-page]].")),
    BadInput(
      "a link to no Markdown file", "unknown-link", in: new, body("See ⟪[it](../pages/nowhere.md).")),
    BadInput("an unknown source", "unknown-source", in: new, body("It sailed [⟪@harbour-notise].")),
    BadInput("a note that is not defined", "unknown-note", in: new, body("It sailed.⟪[^nowhere]")),
    BadInput("raw HTML in a line", "raw-html", in: new, body("It ⟪<b>sailed</b>.")),
    BadInput("raw HTML as a block", "raw-html", in: new, body("Text.\n\n⟪<div>sailed</div>")),
    BadInput(
      "bytes that are not UTF-8", "bad-encoding", in: new,
      Array(body("Caf").utf8.dropLast()) + [0xE9, 0x0A], at: String(body("Caf").dropLast())),
    BadInput(
      "a quote by nobody", "unknown-speaker", in: new,
      body("[\"No,\"]{.quote speaker=⟪nobody} it said [@harbour-notice].")),
    BadInput(
      "an unknown key in the site's configuration", "unknown-key", in: SampleSite.configuration,
      "title: Harbour Desk\n⟪baseurl: https://example.org/\n"),
    BadInput(
      "an unknown anchor", "unknown-anchor", in: new, body("See ⟪[[ferry#nowhere]].")),
  ]

  /// Mistakes of a theme's author.
  static let templates: [BadInput] = [
    BadInput(
      "a name that no view offers", "template-unknown-name", in: "Templates/briefing.mustache",
      "<h1>{{title}}</h1>\n<p>{{⟪titel}}</p>\n"),
    BadInput(
      "a template that does not exist", "template-error", in: "Templates/briefing.mustache",
      "<h1>{{title}}</h1>\n{{>⟪partials/nowhere}}\n"),
    BadInput(
      "a section that is not closed", "template-error", in: "Templates/partials/foot.mustache",
      "<footer>\n⟪{{#site}}\n</footer>\n"),
  ]
}
