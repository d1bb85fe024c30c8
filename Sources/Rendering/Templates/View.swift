/// What a template sees of one thing: named values, each of a declared kind.
///
/// The table `names` is both what answers a template's names and what the validator checks templates
/// against, so that neither can know a name that the other does not. Every declared name answers something:
/// a missing value is `Absent`, because swift-mustache looks a name that answers nil up in the enclosing
/// views, and an entity without a summary would show its page's.
protocol View: Answering, Sendable {
  static var names: NameTable<Self> { get }
}

/// What a template can be filled with.
protocol Answering {
  /// Answers all names.
  func answer(_ answers: inout Answers)
  /// Reads the answers' shape back as a view of blanks.
  static func blanks(_ reader: inout ShapeReader) -> BlankView
}

extension View {
  func answer(_ answers: inout Answers) {
    for name in Self.names.entries { name.answer(self, &answers) }
  }

  static func blanks(_ reader: inout ShapeReader) -> BlankView {
    var values: [String: Any] = [:]
    for name in names.entries { values[name.name] = name.blank(&reader) }
    return BlankView(values)
  }

  /// The names and kinds without the values, for the validator.
  static var declaration: ViewDeclaration {
    ViewDeclaration(
      id: ObjectIdentifier(Self.self),
      kinds: Dictionary(names.entries.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first }))
  }
}

/// What a name may be used for in a template.
enum NameKind: Sendable {
  /// Escaped wherever it is printed. Also numbers.
  case text
  /// Finished markup: the only kind that `{{{name}}}` and `{{&name}}` print.
  case html
  /// Nothing but the condition of a section.
  case flag
  /// Texts, printed as `{{.}}` in a section.
  case texts
  case view(any View.Type)
  case list(any View.Type)
  /// A map whose keys are checked against what is there: the assets.
  case map(Set<String>)
  /// Below `extra`: whatever the author wrote, unchecked.
  case open

  /// Whether `{{name}}` prints something a reader can use.
  var isPrintable: Bool {
    switch self {
    case .text, .html, .open: true
    case .flag, .texts, .view, .list, .map: false
    }
  }
}

/// A view's names, or a page's, which are its content's and the chrome's together.
struct ViewDeclaration: Sendable {
  let id: ObjectIdentifier
  var kinds: [String: NameKind]
  /// Those of `kinds` that say something of the one page; the chrome's say the same on many.
  var own: Set<String> = []
}
