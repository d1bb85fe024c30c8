/// What BibLaTeX calls a CSL type, and where it keeps the publisher (its manual, 2.1 and 2.2).
struct BibLaTeXEntry {
  let type: String
  let subtype: String?
  let publisherField: String

  init(_ reference: Reference) {
    let isOnline = reference.url != nil
    (type, subtype) = BibLaTeXEntry.names[reference.type] ?? (isOnline ? "online" : "misc", nil)
    switch type {
    case "article", "review": publisherField = "journaltitle"
    case "report", "thesis": publisherField = "institution"
    case "online", "misc": publisherField = "organization"
    default: publisherField = "publisher"
    }
  }

  /// The others are `online` with an address, `misc` without.
  private static let names: [String: (String, String?)] = [
    "article-journal": ("article", nil), "article-magazine": ("article", "magazine"),
    "article-newspaper": ("article", "newspaper"), "book": ("book", nil), "classic": ("book", nil),
    "collection": ("collection", nil), "dataset": ("dataset", nil), "legal_case": ("jurisdiction", nil),
    "legislation": ("legislation", nil), "motion_picture": ("movie", nil), "pamphlet": ("booklet", nil),
    "patent": ("patent", nil), "periodical": ("periodical", nil), "report": ("report", nil),
    "review": ("review", nil), "review-book": ("review", nil), "software": ("software", nil),
    "standard": ("standard", nil), "thesis": ("thesis", nil), "treaty": ("legal", nil),
    "webpage": ("online", nil),
  ]
}

/// What the package babel, and `langid` with it, calls a language.
enum BabelLanguage {
  /// Nil for one that is not in the table: `langid` takes no tags.
  static func name(of tag: String) -> String? {
    let tag = tag.lowercased()
    return names[tag] ?? tag.split(separator: "-").first.flatMap { names[String($0)] }
  }

  private static let names: [String: String] = [
    "ar": "arabic", "be": "belarusian", "bg": "bulgarian", "ca": "catalan", "cs": "czech", "da": "danish",
    "de": "ngerman", "de-at": "naustrian", "de-ch": "nswissgerman", "el": "greek", "en": "english",
    "en-au": "australian", "en-ca": "canadian", "en-gb": "british", "en-us": "american", "es": "spanish",
    "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french",
    "ga": "irish", "gl": "galician", "he": "hebrew", "hr": "croatian", "hu": "magyar",
    "is": "icelandic", "it": "italian", "ja": "japanese", "ko": "korean", "lt": "lithuanian", "lv": "latvian",
    "nb": "norsk", "nl": "dutch", "nn": "nynorsk", "no": "norsk", "pl": "polish", "pt": "portuguese",
    "pt-br": "brazilian", "ro": "romanian", "ru": "russian", "sk": "slovak", "sl": "slovene", "sr": "serbian",
    "sv": "swedish", "tr": "turkish", "uk": "ukrainian", "zh": "chinese",
  ]
}
