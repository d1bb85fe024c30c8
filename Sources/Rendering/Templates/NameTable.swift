import Briefings

/// The names a view offers, in the order they are documented, with what each answers.
struct NameTable<V>: Sendable, ExpressibleByArrayLiteral {
  let entries: [ViewName<V>]

  init(arrayLiteral entries: ViewName<V>...) { self.init(entries) }

  init(_ entries: [ViewName<V>]) {
    precondition(Set(entries.map(\.name)).count == entries.count, "a view declares a name twice")
    self.entries = entries
  }
}

/// One name of a view: how it may be used, what it answers, and how the answer is read back as blanks.
struct ViewName<V>: Sendable {
  let name: String
  let kind: NameKind
  let answer: @Sendable (borrowing V, inout Answers) -> Void
  let blank: @Sendable (inout ShapeReader) -> Any

  /// Plain text. An empty text counts as absent, as a template's author would expect.
  static func text(_ name: String, _ value: @escaping @Sendable (V) -> String?) -> Self {
    Self(name: name, kind: .text, answer: { $1.text(value($0)) }, blank: { $0.text() })
  }

  /// Finished markup, written in place.
  static func html(_ name: String, _ write: @escaping @Sendable (V, inout Markup) -> Void) -> Self {
    Self(
      name: name, kind: .html, answer: { view, answers in answers.write { write(view, &$0) } },
      blank: { $0.text() })
  }

  /// A number belongs to the shape: functions of it are conditions.
  static func number(_ name: String, _ value: @escaping @Sendable (V) -> Int?) -> Self {
    Self(
      name: name, kind: .text,
      answer: { view, answers in
        let number = value(view)
        answers.flag(number != nil)
        if let number { answers.count(number) }
      }, blank: { $0.flag() ? Number(value: $0.count()) : Absent.value as Any })
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (V) -> Bool) -> Self {
    Self(name: name, kind: .flag, answer: { $1.flag(value($0)) }, blank: { $0.flag() })
  }

  static func texts(_ name: String, _ value: @escaping @Sendable (V) -> [String]) -> Self {
    Self(
      name: name, kind: .texts,
      answer: { view, answers in
        let texts = value(view)
        answers.count(texts.count)
        for text in texts { answers.text(text) }
      }, blank: { reader in (0..<reader.count()).map { _ in reader.text() } })
  }

  static func view<Child: View>(_ name: String, _ value: @escaping @Sendable (V) -> Child?) -> Self {
    Self(
      name: name, kind: .view(Child.self),
      answer: { view, answers in
        let child = value(view)
        answers.flag(child != nil)
        child?.answer(&answers)
      }, blank: { $0.flag() ? Child.blanks(&$0) : Absent.value as Any })
  }

  static func list<Child: View>(_ name: String, _ value: @escaping @Sendable (V) -> [Child]) -> Self {
    Self(
      name: name, kind: .list(Child.self),
      answer: { view, answers in
        let children = value(view)
        answers.count(children.count)
        for child in children { child.answer(&answers) }
      }, blank: { reader in (0..<reader.count()).map { _ in Child.blanks(&reader) } })
  }

  /// What the author wrote below `extra`.
  static func open(_ name: String, _ value: @escaping @Sendable (V) -> ExtraValue) -> Self {
    Self(name: name, kind: .open, answer: { $1.extra(value($0)) }, blank: { $0.extra() })
  }

  /// The theme's files, which are the same on every page.
  static func assets(_ name: String) -> Self {
    Self(name: name, kind: .map([]), answer: { _, _ in }, blank: { $0.assets })
  }
}
