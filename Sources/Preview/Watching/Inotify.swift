#if os(Linux)
  import Diagnostics
  import Foundation
  import Publishing

  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// Changes as Linux tells them (inotify(7)), gathered by a thread of its own, which owns all that changes here.
  struct Inotify {
    /// After the last event of a burst; an editor's save by rename, a checkout of many files are one change.
    private static let quiet: Int32 = 4
    /// While a file is open for writing, or was made without being written: it may be half saved.
    private static let patience: Int32 = 100
    /// A burst that does not end is told in parts; in milliseconds.
    private static let longest: Duration = .milliseconds(600)
    /// Where the system has no room for more watches, all is read again so often.
    private static let unwatched: Int32 = 2_000

    private let watches: Watches

    /// Nil where the system gives no events, or has no room for as many watches as there are folders.
    init?(root: String) {
      let file = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard file >= 0 else { return nil }
      var watches = Watches(file: file, root: root)
      watches.renew()
      guard watches.isComplete else {
        Glibc.close(file)
        return nil
      }
      self.watches = watches
    }

    /// What changes from the initializer on.
    func changes() -> AsyncStream<Changes> {
      let watches = watches
      return AsyncStream { continuation in
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else {
          continuation.finish()
          return
        }
        let (stop, stopper) = (ends[0], ends[1])
        continuation.onTermination = { _ in Glibc.close(stopper) }
        Thread.detachNewThread {
          Inotify.gather(watches, stop: stop, into: continuation)
          Glibc.close(stop)
          Glibc.close(watches.file)
        }
      }
    }

    /// Until the other end of `stop` is closed.
    private static func gather(
      _ start: Watches, stop: Int32, into continuation: AsyncStream<Changes>.Continuation
    ) {
      var watches = start
      var burst = Burst()
      while true {
        var files = [
          pollfd(fd: watches.file, events: Int16(POLLIN), revents: 0),
          pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
        ]
        let wait = burst.wait(quiet: quiet, patience: patience) ?? (watches.isComplete ? -1 : unwatched)
        let count = poll(&files, 2, wait)
        if files[1].revents != 0 { return }
        if count > 0 {
          for event in InotifyEvent.read(from: watches.file) { burst.add(event, &watches) }
          if burst.needsRenewal {
            watches.renew()
            burst.needsRenewal = false
          }
        } else if count == 0, burst.changes == nil {
          burst.changes = .everything
        }
        if count == 0 || burst.age > longest, let changes = burst.changes {
          continuation.yield(changes)
          burst = Burst(openFiles: burst.openFiles)
        }
      }
    }
  }

  /// One event as the kernel writes it.
  struct InotifyEvent {
    let watch: Int32
    let mask: UInt32
    /// Empty for the watched file or folder itself.
    let name: [UInt8]

    func has(_ flags: Int...) -> Bool { flags.contains { mask & UInt32($0) != 0 } }

    static func read(from file: Int32) -> [InotifyEvent] {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      var events: [InotifyEvent] = []
      while true {
        let count = Glibc.read(file, &buffer, buffer.count)
        guard count > 0 else { return events }
        buffer.withUnsafeBytes { events += parse(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      }
    }

    private static func parse(_ bytes: UnsafeRawBufferPointer) -> [InotifyEvent] {
      let headSize = MemoryLayout<inotify_event>.size
      var events: [InotifyEvent] = []
      var offset = 0
      while offset + headSize <= bytes.count {
        let head = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let end = min(bytes.count, offset + headSize + Int(head.len))
        let name = bytes[(offset + headSize)..<end].prefix { $0 != 0 }
        events.append(InotifyEvent(watch: head.wd, mask: head.mask, name: Array(name)))
        offset = end
      }
      return events
    }
  }

  /// Events that belong together.
  private struct Burst {
    var changes: Changes?
    /// Folders came, went or moved.
    var needsRenewal = false
    /// Written to, and not closed yet.
    private(set) var openFiles: Set<RelativePath>
    private var start = ContinuousClock.now

    init(openFiles: Set<RelativePath> = []) { self.openFiles = openFiles }

    var age: Duration { changes == nil ? .zero : ContinuousClock.now - start }

    /// Milliseconds of silence that end it; nil: nothing has happened.
    func wait(quiet: Int32, patience: Int32) -> Int32? {
      guard let changes else { return nil }
      guard case .files(let files) = changes else { return openFiles.isEmpty ? quiet : patience }
      return openFiles.isDisjoint(with: files) ? quiet : patience
    }

    mutating func add(_ event: InotifyEvent, _ watches: inout Watches) {
      if event.has(Int(IN_Q_OVERFLOW)) || watches.concernsFolders(event) {
        openFiles = []
        needsRenewal = true
        return note(.everything)
      }
      for path in watches.paths(of: event) {
        if event.has(Int(IN_CREATE), Int(IN_MODIFY)) {
          openFiles.insert(path)
        } else {
          openFiles.remove(path)
        }
        note(.files([path]))
      }
    }

    private mutating func note(_ more: Changes) {
      if changes == nil { start = .now }
      changes?.add(more)
      changes = changes ?? more
    }
  }
#endif
