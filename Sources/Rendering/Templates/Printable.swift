import Mustache

/// A number as swift-mustache meets it: asked for names (inside a section that tests it) without `Mirror`.
struct Number: MustacheCustomRenderable, MustacheParent, MustacheTransformable, Sendable {
  let value: Int

  var renderText: String { grouped(value) }
  var isNull: Bool { false }
  func child(named name: String) -> Any? { nil }
  func transform(_ name: String) -> Any? { value.transform(name) }
}

/// Stands for a value that is not there: prints nothing, is false in a section, ends a lookup.
final class Absent: MustacheCustomRenderable, MustacheParent, Sendable {
  static let value = Absent()

  var renderText: String { "" }
  var isNull: Bool { true }
  func child(named name: String) -> Any? { self }
}

/// A map below `extra`: a name that the author did not write is absent, and not looked up further out.
final class OpenView: MustacheParent, MustacheCustomRenderable {
  private let values: [String: Any]

  init(_ values: [String: Any]) { self.values = values }

  var renderText: String { "" }
  var isNull: Bool { values.isEmpty }
  func child(named name: String) -> Any? { values[name] ?? Absent.value }
}
