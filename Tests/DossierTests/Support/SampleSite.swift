/// A small site in which nothing is to be found.
enum SampleSite {
  static let briefing = "Content/briefings/ferry.md"
  static let entity = "Content/entities/island-line.md"
  static let configuration = "Content/site.yaml"
  static let receipts = "Content/sources/receipts/harbour-notice.jsonl"

  static let files: [String: String] = [
    configuration: """
    title: Harbour Desk
    base-url: https://example.org/desk/
    language: en
    time-zone: UTC

    """,
    briefing: ferry,
    "Content/briefings/second-ship.md": ship,
    entity: """
    ---
    name: Island Line
    type: organization
    aliases: [the Line]
    summary: Runs the ferry to the islands.
    sources: [harbour-notice]
    ---
    It owns one ship [@harbour-notice, p. 1].

    """,
    "Content/entities/ada-moor.md": """
    ---
    name: Ada Moor
    type: person
    summary: Captain at Island Line.
    sources: [harbour-notice]
    relations:
      - to: island-line
        kind: captain at
    ---

    """,
    "Content/sources/harbour-notice.md": """
    ---
    title: Notice to passengers
    publisher: island-line
    type: report
    published: 2025-02-05
    language: en
    url: unknown
    ---
    A notice of two pages.

    """,
    receipts: """
    {"briefing":"ferry","id":"safe","quotation":"2ec253826bb0f4a2784834401a6c08c5ca9a5f9f93db984ca073ef3b680ad7b8",\
    "match":"exact","text":"4a77deb1b64a2099794dc524654e803ef0ae897f99de6e70cf22933eb5c4b401","start":0,"end":35,\
    "normalizer":"qn1"}

    """,
    "Content/pages/about.md": """
    ---
    title: About
    summary: Who writes here.
    ---
    Two people write here. Start with [[ferry]].

    """,
    "Content/static/notes.txt": "Copied as it is.\n",
  ]

  private static let ferry = """
    ---
    title: The island ferry stops for the winter
    published: 2025-02-10
    summary: The line is closed; a return before April is unlikely.
    authors: [Harbour Desk]
    topics: [island-line]
    ---
    ::: key-judgments
    1. [The ferry is unlikely to run before April.]{.judgment #return likelihood=unlikely confidence=low} [@harbour-notice, p. 1]
    :::

    ## What happened {#what}

    [Island Line took its only ship out of service]{.event #docked date=2025-02-03 who=island-line} [@harbour-notice, p. 1]. [The hull needs new plates]{.claim #hull by=island-line} [@harbour-notice, p. 2].[^plates]

    [^plates]: Steel plates are rolled to order.

    ["She will not sail until she is safe,"]{.quote #safe speaker=ada-moor} said Ada Moor [@harbour-notice, p. 2].

    See [[second-ship#plans|the plans]] and [[island-line]].

    """

  private static let ship = """
    ---
    title: A second ship is talked about
    published: 2025-03-01
    summary: Plans for another ship exist on paper only.
    topics: [island-line]
    ---
    ## Plans

    [The Line wants a second ship]{.claim #second by=island-line} [@harbour-notice, p. 2]. It follows from [[ferry#hull]].

    """

  /// The site with some files changed or added; nil takes a file away.
  static func with(_ changes: [String: String?]) -> [String: String] {
    var files = files
    for (path, text) in changes { files[path] = text }
    return files
  }

  /// A briefing with nothing in its front matter but what it must have.
  static func briefing(_ title: String, _ body: String, published: String = "2025-04-01") -> String {
    """
    ---
    title: \(title)
    published: \(published)
    summary: One sentence.
    ---
    \(body)

    """
  }
}
