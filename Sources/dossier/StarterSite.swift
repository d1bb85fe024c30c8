/// The site that `dossier init` makes: one briefing, its source and its entities.
enum StarterSite {
  /// What git leaves out of the repository: what is published, and the texts of others.
  static let ignored = ".gitignore"

  static let files: [NewFile] = [
    NewFile(path: ignored, text: "/Public/\n/.dossier/\n/Content/sources/text/\n"),
    NewFile(path: "Content/site.yaml", text: configuration),
    NewFile(path: "Content/pages/index.md", text: index),
    NewFile(path: "Content/pages/about.md", text: about),
    NewFile(path: "Content/briefings/harbour-bridge.md", text: briefing),
    NewFile(path: "Content/sources/port-report.md", text: source),
    NewFile(path: "Content/sources/text/port-report.txt", text: copy),
    NewFile(path: "Content/sources/receipts/port-report.jsonl", text: receipt),
    NewFile(path: "Content/entities/port-authority.md", text: authority),
    NewFile(path: "Content/entities/mara-lindqvist.md", text: person),
    NewFile(path: "Content/entities/northhaven.md", text: place),
  ]

  private static let configuration = """
    title: My desk
    # Where the site will stand. Without it no feed, sitemap and canonical links are written.
    base-url: https://example.org/
    language: en
    time-zone: UTC

    # What holds unless it is said otherwise; take the first two characters of a line away to change it.
    # yardstick: icd203-a # or icd203-b, phia, none: whose terms of likelihood judgments speak
    # hemisphere: north # or south: whose spring, summer, autumn and winter are meant
    # link-names: first-in-section # or first, all, none: which mentions of an entity become links
    # typography: true # or false: typographic quotes, dashes and ellipses
    # feeds: {limit: 20} # entries of the feed

    # What is not there unless it is said.
    # publisher: My desk # who publishes the site
    # check: {orphan-entity: error} # code: error, warning, note or off
    # navigation: [{text: Briefings, link: /briefings/}, {text: About, link: /about/}]

    """

  private static let index = """
    ---
    title: Home
    ---
    Briefings in which every sentence that matters shows where it comes from.

    """

  private static let about = """
    ---
    title: About
    summary: Who writes here, and how.
    ---
    Replace this page, the briefing and its entities by your own. The briefing shows each annotation once.

    """

  private static let briefing = """
    ---
    title: Northhaven closes its harbour bridge
    published: 2025-01-20
    summary: The bridge is shut for repairs; a reopening before summer is unlikely.
    authors: [My desk]
    topics: [northhaven]
    ---
    ::: key-judgments
    1. [The bridge is unlikely to reopen before the summer of 2025.]{.judgment #reopening likelihood=unlikely confidence=moderate} [@port-report, p. 4]
    :::

    ## What happened

    [The Port Authority closed the bridge to all traffic]{.event #closure date=2025-01-14 place=northhaven who=port-authority} [@port-report, p. 1]. [Two of its bearings had cracked]{.claim #bearings by=port-authority} [@port-report, p. 2].[^inspection]

    [^inspection]: The inspection was a routine one, made every second year.

    ["We will not open a bridge that we do not trust,"]{.quote #trust speaker=mara-lindqvist} said Mara Lindqvist [@port-report, p. 3]. Lindqvist expects the new bearings in the spring [@port-report, p. 4].

    ## What is not known

    ::: gap
    No cost of the repair has been published.
    :::

    See [[port-authority|who runs the harbour]].

    """

  private static let source = """
    ---
    title: "Harbour bridge: interim report"
    publisher: port-authority
    type: report
    published: 2025-01-17
    language: en
    url: unknown
    reliability: B
    ---
    An invented report, so that the first site has a source. It describes the inspection and gives no costs.

    """

  /// The source's words, kept out of git and off the site: `dossier verify` looks quotations up in them.
  private static let copy = """
    Harbour bridge: interim report

    The bridge was closed on 14 January after a routine inspection.

    Two of its bearings have cracked, and a third shows signs of wear.

    The chief engineer told the council: "We will not open a bridge that we do not trust."

    New bearings are expected in the spring.

    """

  /// What `dossier verify` writes for the quotation of the briefing.
  private static let receipt = """
    {"briefing":"harbour-bridge","id":"trust","quotation":"910e959dc400dddb97d74c820a3d86114f91e0a64f8eee05bb5653ac8af36065","match":"exact","text":"f227944ffb064d9c2e686c6ae784762e481b934cad5e2ab3fb461d89064e10af","start":203,"end":249,"normalizer":"qn1"}

    """

  private static let authority = """
    ---
    name: Port Authority
    type: organization
    summary: Runs the harbour of Northhaven.
    sources: [port-report]
    within: northhaven
    ---
    It inspects its bridges every second year [@port-report, p. 2].

    """

  private static let person = """
    ---
    name: Mara Lindqvist
    type: person
    aliases: [Lindqvist]
    summary: Chief engineer of the Port Authority.
    sources: [port-report]
    relations:
      - to: port-authority
        kind: chief engineer of
    ---

    """

  private static let place = """
    ---
    name: Northhaven
    type: place
    summary: A harbour town.
    sources: [port-report]
    ---

    """
}
