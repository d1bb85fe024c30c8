package import Publishing

/// Tells what changes below `Content/` and `Templates/`, bursts gathered into one.
package struct Watch: Sendable {
  /// How changes are noticed.
  package enum Way: Sendable, Equatable {
    /// By the system, at once.
    case events
    /// By looking at every file's size and dates, twice a second.
    case polling
  }

  package let way: Way
  /// Ends when nobody iterates any more.
  package let changes: AsyncStream<Changes>

  /// - Parameters:
  ///   - root: the folder that holds `Content/`, absolute.
  ///   - polls: whether events are not to be used: some network and container file systems give none.
  package init(root: String, polls: Bool) {
    #if os(Linux)
      if !polls, let inotify = Inotify(root: root) {
        way = .events
        changes = inotify.changes()
        return
      }
    #endif
    way = .polling
    changes = Polling(root: root).changes()
  }
}
