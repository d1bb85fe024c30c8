/// What a browser is told about the page that it shows.
package enum Event: Sendable, Equatable {
  /// The page, or something in it, is another one now.
  case reload
  /// Style sheets to be exchanged: old and new paths below the base path.
  case styles([[String]])
  /// What the last run found, as JSON on one line.
  case report(String)
  /// Nothing; tells a connection that is alive from one that is not.
  case beat

  /// As it is written to the stream (HTML Standard, 9.2.6).
  package var text: String {
    switch self {
    case .reload: "event: reload\ndata: \n\n"
    case .styles(let changes): "event: styles\ndata: \(Event.json(changes))\n\n"
    case .report(let message): "event: report\ndata: \(message)\n\n"
    case .beat: ": \n\n"
    }
  }

  /// Paths of assets are percent-encoded before they come here: nothing in them needs an escape.
  private static func json(_ changes: [[String]]) -> String {
    let pairs = changes.map { "[" + $0.map { "\"\($0)\"" }.joined(separator: ",") + "]" }
    return "[" + pairs.joined(separator: ",") + "]"
  }
}
