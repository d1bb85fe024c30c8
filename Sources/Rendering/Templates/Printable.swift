import Mustache

/// A text as swift-mustache meets it: printed without a detour, and asked for names (inside a section that
/// tests it) without `Mirror`, which a bare `String` would be read through.
struct Text: MustacheCustomRenderable, MustacheParent, MustacheTransformable, Sendable {
  let text: String

  var renderText: String { text }
  var isNull: Bool { false }
  func child(named name: String) -> Any? { nil }
  func transform(_ name: String) -> Any? { text.transform(name) }
}

/// A number, likewise.
struct Number: MustacheCustomRenderable, MustacheParent, MustacheTransformable, Sendable {
  let value: Int

  var renderText: String { String(value) }
  var isNull: Bool { false }
  func child(named name: String) -> Any? { nil }
  func transform(_ name: String) -> Any? { value.transform(name) }
}
