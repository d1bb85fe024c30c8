import Briefings
import Mustache

/// Front matter's `extra` as templates see it: maps by key, lists as lists, texts escaped. Its names are the
/// author's own, so nothing checks them.
struct ExtraView: MustacheParent, Sendable {
  private let extra: ExtraValue

  init(_ extra: ExtraValue) { self.extra = extra }

  func child(named name: String) -> Any? {
    guard case .map(let entries) = extra, let entry = entries.first(where: { $0.key == name }) else {
      return Absent()
    }
    return ExtraView(entry.value).value
  }

  /// A text, a list of these, a view of a map, or `Absent` for what is empty.
  var value: Any {
    switch extra {
    case .text(let text): text.isEmpty ? Absent() as Any : Text(text: text)
    case .list(let items): items.map { ExtraView($0).value }
    case .map(let entries): entries.isEmpty ? Absent() as Any : self
    }
  }
}
