import Mustache

/// Stands for a text while a template is filled in for a shape: what it prints says where the text goes.
struct Blank: MustacheCustomRenderable, MustacheParent, MustacheTransformable, Sendable {
  /// NUL, which no template holds.
  static let mark: UInt8 = 0
  /// Follows the first mark where the text is to be escaped.
  static let escaped = UInt8(ascii: "&")

  let index: Int
  /// Names of swift-mustache's functions to be applied to the text, first one first.
  var functions: [String] = []

  /// `NUL 12 NUL`, `NUL 12 uppercased NUL`.
  var renderText: String { (["\0\(index)"] + functions).joined(separator: " ") + "\0" }
  var isNull: Bool { false }
  func child(named name: String) -> Any? { nil }

  func transform(_ name: String) -> Any? {
    if name == "empty" { return false }
    // Only a text can be put in the text's place.
    guard Blank.apply(name, to: "") != nil else { return nil }
    return Blank(index: index, functions: functions + [name])
  }

  /// What swift-mustache makes of a text; nil where that is no text.
  static func apply(_ function: String, to text: String) -> String? {
    switch text.transform(function) {
    case let text as String: text
    case let text as Substring: String(text)
    default: nil
    }
  }
}

/// A view of blanks: its names with a blank for each text, and what its shape says for everything else.
final class BlankView: MustacheParent {
  private var values: [String: Any]

  init(_ values: [String: Any]) { self.values = values }

  /// Of the names that both have, this view's own count.
  func merge(_ other: BlankView) { values.merge(other.values) { own, _ in own } }

  /// Nil only for a name that is not declared.
  func child(named name: String) -> Any? { values[name] }
}

/// Reads a shape back, in the order in which `Answers` wrote it.
struct ShapeReader {
  private let shape: [UInt8]
  private var position = 0
  private var texts = 0
  /// The files below `assets/`, the same on every page.
  let assets: AssetsView

  init(_ shape: [UInt8], assets: AssetsView) {
    self.shape = shape
    self.assets = assets
  }

  private mutating func byte() -> UInt8 {
    defer { position += 1 }
    return shape[position]
  }

  mutating func flag() -> Bool { byte() != 0 }

  mutating func count() -> Int {
    var count: UInt64 = 0
    for shift in 0..<8 { count |= UInt64(byte()) << (8 * shift) }
    return Int(count)
  }

  mutating func text() -> Any {
    guard flag() else { return Absent.value }
    defer { texts += 1 }
    return Blank(index: texts)
  }

  /// A text, a list of these, a view of a map; below `extra` every name answers.
  mutating func extra() -> Any {
    switch byte() {
    case UInt8(ascii: "t"): return text()
    case UInt8(ascii: "l"): return (0..<count()).map { _ in extra() }
    default:
      var entries: [String: Any] = [:]
      for _ in 0..<count() {
        let length = count()
        let key = String(decoding: shape[position..<position + length], as: UTF8.self)
        position += length
        let value = extra()
        if entries[key] == nil { entries[key] = value }
      }
      return OpenView(entries)
    }
  }
}
