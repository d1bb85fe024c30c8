/// The names a view offers, in the order they are documented, with what each answers.
struct NameTable<V>: Sendable, ExpressibleByArrayLiteral {
  let entries: [ViewName<V>]
  private let indices: [String: Int]

  init(arrayLiteral entries: ViewName<V>...) { self.init(entries) }

  init(_ entries: [ViewName<V>]) {
    self.entries = entries
    indices = Dictionary(entries.enumerated().map { ($1.name, $0) }) { _, _ in
      preconditionFailure("a view declares a name twice")
    }
  }

  /// Nil only for a name that is not declared.
  func value(of name: String, in view: V) -> Any? {
    indices[name].map { entries[$0].value(view) }
  }
}

/// One name of a view: how it may be used, and what it answers.
struct ViewName<V>: Sendable {
  let name: String
  let kind: NameKind
  let value: @Sendable (V) -> Any

  /// Plain text. An empty text counts as absent, as a template's author would expect.
  static func text(_ name: String, _ value: @escaping @Sendable (V) -> String?) -> Self {
    Self(name: name, kind: .text) { view in
      guard let text = value(view), !text.isEmpty else { return Absent.value }
      return Text(text: text)
    }
  }

  /// Finished markup.
  static func html(_ name: String, _ value: @escaping @Sendable (V) -> String?) -> Self {
    Self(name: name, kind: .html) { view in
      guard let text = value(view), !text.isEmpty else { return Absent.value }
      return Text(text: text)
    }
  }

  static func number(_ name: String, _ value: @escaping @Sendable (V) -> Int?) -> Self {
    Self(name: name, kind: .text) { value($0).map(Number.init) ?? Absent.value as Any }
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (V) -> Bool) -> Self {
    Self(name: name, kind: .flag) { value($0) }
  }

  static func texts(_ name: String, _ value: @escaping @Sendable (V) -> [String]) -> Self {
    Self(name: name, kind: .texts) { value($0).map(Text.init) }
  }

  static func view<Child: View>(_ name: String, _ value: @escaping @Sendable (V) -> Child?) -> Self {
    Self(name: name, kind: .view(Child.self)) { value($0).map(Boxed.init) ?? Absent.value as Any }
  }

  static func list<Child: View>(_ name: String, _ value: @escaping @Sendable (V) -> [Child]) -> Self {
    Self(name: name, kind: .list(Child.self)) { value($0).map(Boxed.init) }
  }

  static func open(_ name: String, _ value: @escaping @Sendable (V) -> ExtraView) -> Self {
    Self(name: name, kind: .open) { value($0).value }
  }
}
