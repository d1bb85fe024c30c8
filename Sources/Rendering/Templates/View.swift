import Mustache

/// What a template sees of one thing: named values, each of a declared kind.
///
/// The table `names` is both what answers a template's lookup and what the validator checks templates
/// against, so that neither can know a name that the other does not. Every declared name answers something:
/// a missing value is `Absent`, because swift-mustache looks a name that answers nil up in the enclosing
/// views, and an entity without a summary would show its page's.
protocol View: MustacheParent, Sendable {
  static var names: NameTable<Self> { get }
}

extension View {
  func child(named name: String) -> Any? { Self.names.value(of: name, in: self) }

  /// The names and kinds without the values, for the validator.
  static var declaration: ViewDeclaration {
    ViewDeclaration(
      id: ObjectIdentifier(Self.self),
      kinds: Dictionary(
        Self.names.entries.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first }))
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
}

/// A view as swift-mustache carries it about: it casts and copies what it looks names up in again and again,
/// which for a reference costs one count, for a view's value a copy of all its texts.
final class Boxed<V: View>: MustacheParent, Sendable {
  let view: V

  init(_ view: V) { self.view = view }

  func child(named name: String) -> Any? { V.names.value(of: name, in: view) }
}

/// Stands for a value that is not there: prints nothing, is false in a section, ends a lookup.
final class Absent: MustacheCustomRenderable, MustacheParent, Sendable {
  static let value = Absent()

  var renderText: String { "" }
  var isNull: Bool { true }
  func child(named name: String) -> Any? { self }
}
