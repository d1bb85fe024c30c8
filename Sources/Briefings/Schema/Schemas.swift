import EDTF

/// What every kind of content takes.
private let commonKeys = [
  SchemaKey("draft", .flag, "true: withheld until the key goes."),
  SchemaKey("redirects", .texts, "Old paths that lead here."),
  SchemaKey("template", .text, "Another template's name, without its ending."),
  SchemaKey("image", .text, "A picture for social cards."),
  SchemaKey("language", .language, "The language of the text, when it is not the site's."),
  SchemaKey("extra", .anything, "A map for templates; not checked."),
]

extension Schema {
  static let briefing = Schema(
    noun: "a briefing",
    keys: [
      SchemaKey("title", .text, need: .required, "The page's heading."),
      SchemaKey("published", .day, need: .requiredToPublish, "The day it is out; a later one withholds it."),
      SchemaKey("summary", .text, need: .requiredToPublish, "The bottom line: one or two sentences."),
      SchemaKey("updated", .day, "The day of the last change of substance."),
      SchemaKey("authors", .texts, "Who wrote it."),
      SchemaKey("sources", .texts, "Sources read but not cited, by identifier."),
      SchemaKey("topics", .texts, "Entities it is about, by identifier."),
      SchemaKey(
        "yardstick", .choice(names(Yardstick.self)), "The words for likelihood, when not the site's."),
      SchemaKey("prefer", .pairs, "Alias → entity, for names with several owners."),
      SchemaKey("corrections", .maps(.correction), "What was put right after publication."),
      SchemaKey("events", .maps(.event), "Events for the timeline that no sentence tells."),
    ] + commonKeys)

  static let correction = Schema(
    noun: "a correction",
    keys: [
      SchemaKey("date", .day, need: .required, "The day it was made."),
      SchemaKey("kind", .choice(names(Correction.Kind.self)), need: .required, "What it is."),
      SchemaKey("text", .text, need: .required, "What was wrong and what is right."),
    ])

  static let event = Schema(
    noun: "an event",
    keys: [
      SchemaKey("date", .date, need: .required, "When it happened."),
      SchemaKey("title", .text, need: .required, "What happened, in one sentence."),
      SchemaKey("id", .text, "A name for it inside the briefing."),
      SchemaKey("place", .text, "Where: an entity."),
      SchemaKey("who", .texts, "Entities that took part."),
      SchemaKey("sources", .texts, "What it rests on."),
      SchemaKey("reported", .date, "When it was reported, if much later."),
      SchemaKey("status", .choice(names(EventStatus.self)), "Default: occurred."),
    ])

  static let entity = Schema(
    noun: "an entity",
    keys: [
      SchemaKey("name", .text, need: .required, "As it is shown, and found in text."),
      SchemaKey("type", .choice(names(EntityType.self)), need: .required, "What it is."),
      SchemaKey("sort-name", .text, "As an index files it: 'Leyen, Ursula von der'."),
      SchemaKey("aliases", .other("a text or a list of texts and maps"), "Other spellings found in text."),
      SchemaKey("not", .texts, "Texts never linked to it."),
      SchemaKey("summary", .text, "One line for lists and hover cards."),
      SchemaKey("sources", .texts, "What its facts rest on."),
      SchemaKey("wikidata", .other("an identifier of Wikidata such as Q212"), "Its identifier on Wikidata."),
      SchemaKey("links", .pairs, "Label → address."),
      SchemaKey("relations", .maps(.relation), "How it stands to other entities."),
      SchemaKey("born", .date, "Of a person."),
      SchemaKey("died", .date, "Of a person."),
      SchemaKey("founded", .date, "Of anything founded."),
      SchemaKey("dissolved", .date, "Of anything founded."),
      SchemaKey("date", .date, "Of an event, an agreement, a work or a topic."),
      SchemaKey("place", .text, "Where it is or happened: an entity."),
      SchemaKey("coordinates", .other("[latitude, longitude] in degrees"), "Latitude, then longitude."),
      SchemaKey("within", .text, "The larger entity that it is a part of."),
      SchemaKey("parties", .texts, "Entities that are parties to it."),
    ] + commonKeys)

  static let alias = Schema(
    noun: "an alias",
    keys: [
      SchemaKey("text", .text, need: .required, "The spelling."),
      SchemaKey("case", .choice(["sensitive", "insensitive"]), "Default: by the alias's form."),
      SchemaKey("auto", .flag, "false: linked only where [[…]] asks for it."),
      SchemaKey("after-name", .flag, "true: counts only after another name of the entity."),
      SchemaKey("language", .language, "The language it is a name in."),
      SchemaKey("from", .date, "Since when it means this entity."),
      SchemaKey("to", .date, "Until when."),
    ])

  static let relation = Schema(
    noun: "a relation",
    keys: [
      SchemaKey("to", .text, need: .required, "The other entity."),
      SchemaKey("kind", .text, need: .required, "What the relation is: \"member of\"."),
      SchemaKey("from", .date, "Since when."),
      SchemaKey("until", .date, "Until when."),
    ])

  static let source = Schema(
    noun: "a source",
    keys: [
      SchemaKey("title", .text, need: .required, "As published."),
      SchemaKey("publisher", .text, need: .required, "An entity's identifier, or a name."),
      SchemaKey("type", .choice(cslTypes), "What it is, in CSL's words."),
      SchemaKey("authors", .texts, "Who wrote it."),
      SchemaKey("published", .date, "When it appeared."),
      SchemaKey("url", .other("an address that begins with https:// or http://, or unknown"), "Where it is."),
      SchemaKey("accessed", .day, "The day it was read there."),
      SchemaKey("archive-url", .address, "Where a copy is kept."),
      SchemaKey("archived", .day, "The day the copy was made."),
      SchemaKey("origin", .text, "The source it copies; the two then count once."),
      SchemaKey("reliability", .choice(["A", "B", "C", "D", "E", "F"]), "The Admiralty code's letter."),
    ] + commonKeys)

  static let page = Schema(
    noun: "a page",
    keys: [
      SchemaKey("title", .text, need: .required, "The page's heading."),
      SchemaKey("summary", .text, "For lists and search engines."),
    ] + commonKeys)

  static let site = Schema(
    noun: "the site",
    keys: [
      SchemaKey("title", .text, need: .required, "The site's name."),
      SchemaKey(
        "base-url", .address, "Where it is published; without it no feeds, sitemap, canonical links."),
      SchemaKey("language", .language, "Default: en."),
      SchemaKey("time-zone", .other("the name of a time zone such as Europe/Kyiv"), "Default: UTC."),
      SchemaKey("yardstick", .choice(names(Yardstick.self)), "Default: icd203-a."),
      SchemaKey("hemisphere", .choice(["north", "south"]), "Whose seasons 21 to 24 are. Default: north."),
      SchemaKey("publisher", .text, "Who publishes the site."),
      SchemaKey("feeds", .map(.feeds), "Limits of the feeds."),
      SchemaKey(
        "link-names", .choice(names(SiteConfiguration.NameLinking.self)), "Default: first-in-section."),
      SchemaKey("typography", .flag, "Typographic quotes and dashes. Default: true."),
      SchemaKey("check", .pairs, "Code → error, warning, note or off."),
      SchemaKey("navigation", .maps(.navigationEntry), "Default: the built-in one."),
    ])

  static let feeds = Schema(
    noun: "the feeds",
    keys: [SchemaKey("limit", .number(1...1_000), "How many entries a feed holds. Default: 20.")])

  static let navigationEntry = Schema(
    noun: "an entry of the navigation",
    keys: [
      SchemaKey("text", .text, need: .required, "What is shown."),
      SchemaKey("link", .text, need: .required, "Where it leads."),
    ])

  private static func names<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> [String]
  where Choice.RawValue == String {
    Choice.allCases.map(\.rawValue)
  }

  /// The item types of CSL 1.0.2.
  private static let cslTypes = [
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
    "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
    "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
    "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
  ]
}
