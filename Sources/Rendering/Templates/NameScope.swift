/// What names mean at one place of a template: the views around it, outermost first.
struct NameScope {
  private struct Level {
    let offer: Offer
    /// Whether it is a part of what the page shows.
    let isOwn: Bool
  }

  private enum Offer {
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

  init(_ root: ViewDeclaration) { levels = [Level(offer: .view(root), isOwn: false)] }

  /// Two scopes with the same key give every name the same meaning.
  var key: String {
    levels.map { level in
      let mark = level.isOwn ? "*" : ""
      return switch level.offer {
      case .view(let declaration): "\(declaration.id.hashValue)\(mark)"
      case .item: ".\(mark)"
      case .open: "?\(mark)"
      }
    }.joined(separator: "/")
  }

  /// What the names inside `{{#name}}` mean, whose own meaning is this.
  func entering(_ meaning: Meaning, named name: String) -> NameScope {
    let offer: Offer
    switch meaning {
    case .value(.view(let view)), .value(.list(let view)): offer = .view(view.declaration)
    case .value(.texts): offer = .item
    case .value(.open), .unchecked: offer = .open
    default: return self
    }
    var scope = self
    scope.levels.append(Level(offer: offer, isOwn: isOwn(name)))
    return scope
  }

  /// Whether a name that has a meaning says something of the page, and not of the site alone.
  func isOwn(_ name: String) -> Bool {
    guard let last = levels.last else { return false }
    let isLocal = name.utf8.first == UInt8(ascii: ".")
    guard let first = name.utf8.split(separator: UInt8(ascii: ".")).first else { return last.isOwn }
    let segment = String(decoding: first, as: UTF8.self)
    for level in isLocal ? [last] : levels.reversed() {
      guard case .view(let declaration) = level.offer, declaration.kinds[segment] != nil else { continue }
      return level.isOwn || declaration.own.contains(segment)
    }
    return last.isOwn
  }

  func meaning(of name: String) -> Meaning {
    if name == "." || name.isEmpty { return .unchecked }
    let segments = name.utf8.split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
    guard let first = segments.first else { return .unknown(name, candidates: []) }
    let isLocal = name.utf8.first == UInt8(ascii: ".")
    let visible = isLocal ? Array(levels.suffix(1)) : levels.reversed()
    for level in visible {
      guard case .view(let declaration) = level.offer, let kind = declaration.kinds[first] else { continue }
      return NameScope.meaning(of: segments.dropFirst(), below: kind)
    }
    if visible.contains(where: { if case .open = $0.offer { true } else { false } }) { return .unchecked }
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
    for level in levels {
      if case .view(let declaration) = level.offer { names.formUnion(declaration.kinds.keys) }
    }
    return names.sorted()
  }
}
