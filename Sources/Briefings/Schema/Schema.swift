/// The keys of a map in front matter: closed, because a mistyped `draft` would publish a draft.
struct Schema: Sendable {
  /// What the map describes, with its article: "a briefing".
  let noun: String
  let keys: [SchemaKey]

  func index(of name: String) -> Int? {
    keys.firstIndex { $0.name == name }
  }
}

/// A key, what it takes, and what it means.
struct SchemaKey: Sendable {
  enum Need: Sendable {
    case optional
    case required
    /// A draft may do without.
    case requiredToPublish
  }

  let name: String
  let shape: Shape
  let need: Need
  /// One sentence for the list of keys.
  let meaning: String

  /// An optional key without a value counts as not written, but not a flag: `draft:` is no word for publishing.
  var mayNotBeBlank: Bool {
    if case .flag = shape { true } else { false }
  }

  init(_ name: String, _ shape: Shape, need: Need = .optional, _ meaning: String) {
    self.name = name
    self.shape = shape
    self.need = need
    self.meaning = meaning
  }
}

/// What a key takes.
indirect enum Shape: Sendable {
  case text
  /// A text or a list of texts.
  case texts
  case flag
  /// A civil day.
  case day
  /// An EDTF date.
  case date
  case choice([String])
  /// An address of the web.
  case address
  /// BCP 47.
  case language
  case number(ClosedRange<Int>)
  /// Text → text.
  case pairs
  /// One map with keys of its own.
  case map(Schema)
  /// A list of maps.
  case maps(Schema)
  /// Anything at all.
  case anything
  /// What a sentence describes and code reads.
  case other(String)

  /// Whether an author's own words stand here, and not one of a few, a number or a date.
  var takesText: Bool {
    switch self {
    case .text, .texts, .pairs, .other: true
    case .flag, .day, .date, .choice, .address, .language, .number, .map, .maps, .anything: false
    }
  }

  /// Completes "takes …".
  var words: String {
    switch self {
    case .text: "a text"
    case .texts: "a text or a list of texts"
    case .flag: "true or false"
    case .day: "a day, written YYYY-MM-DD"
    case .date: "an EDTF date"
    case .choice(let words): "one of " + words.joined(separator: ", ")
    case .address: "an address that begins with https:// or http://"
    case .language: "a language tag such as en or pt-BR"
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .pairs: "a map of texts"
    case .map(let schema): "the map of \(schema.noun)"
    case .maps(let schema): "a list of maps, each \(schema.noun)"
    case .anything: "a map"
    case .other(let words): words
    }
  }
}
