/// What names mean at one place of a template: the views around it, outermost first.
struct NameScope {
  private enum Level {
    case view(ViewDeclaration)
    /// A text of a list, printed as `{{.}}`.
    case item
    /// Below `extra`.
    case open
  }

  /// What a tag's name leads to.
  enum Meaning {
    case value(NameKind)
    /// `{{.}}`, a transform of the loop (`{{#first()}}`), or something below `extra`.
    case unchecked
    /// The part that is not known, and what would be.
    case unknown(String, candidates: [String])
  }

  private var levels: [Level] = []

  init(_ root: ViewDeclaration) { levels = [.view(root)] }

  /// Two scopes with the same key give every name the same meaning.
  var key: String {
    levels.map { level in
      switch level {
      case .view(let declaration): "\(declaration.id.hashValue)"
      case .item: "."
      case .open: "?"
      }
    }.joined(separator: "/")
  }

  /// What the names inside `{{#…}}` of this meaning mean.
  func entering(_ meaning: Meaning) -> NameScope {
    var scope = self
    switch meaning {
    case .value(.view(let view)), .value(.list(let view)): scope.levels.append(.view(view.declaration))
    case .value(.texts): scope.levels.append(.item)
    case .value(.open), .unchecked: scope.levels.append(.open)
    default: break
    }
    return scope
  }

  func meaning(of name: String) -> Meaning {
    if name == "." || name.isEmpty { return .unchecked }
    let segments = name.utf8.split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
    guard let first = segments.first else { return .unknown(name, candidates: []) }
    let isLocal = name.utf8.first == UInt8(ascii: ".")
    let visible = isLocal ? Array(levels.suffix(1)) : levels.reversed()
    for level in visible {
      guard case .view(let declaration) = level, let kind = declaration.kinds[first] else { continue }
      return NameScope.meaning(of: segments.dropFirst(), below: kind)
    }
    if visible.contains(where: { if case .open = $0 { true } else { false } }) { return .unchecked }
    return .unknown(first, candidates: NameScope.names(in: visible))
  }

  private static func meaning(of segments: ArraySlice<String>, below kind: NameKind) -> Meaning {
    guard let next = segments.first else { return .value(kind) }
    switch kind {
    case .open: return .unchecked
    case .view(let view):
      let kinds = view.declaration.kinds
      guard let kind = kinds[next] else { return .unknown(next, candidates: kinds.keys.sorted()) }
      return meaning(of: segments.dropFirst(), below: kind)
    case .map(let keys):
      guard keys.contains(next) else { return .unknown(next, candidates: keys.sorted()) }
      return meaning(of: segments.dropFirst(), below: .text)
    default: return .unknown(next, candidates: [])
    }
  }

  private static func names(in levels: [Level]) -> [String] {
    var names: Set<String> = []
    for case .view(let declaration) in levels { names.formUnion(declaration.kinds.keys) }
    return names.sorted()
  }
}
