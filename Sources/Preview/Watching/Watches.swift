#if os(Linux)
  import Diagnostics

  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// The folders that are watched: `Content/` and `Templates/` with all below, and where links below them lead.
  struct Watches: Sendable {
    private static let mask = UInt32(
      IN_MODIFY | IN_ATTRIB | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE
        | IN_DELETE_SELF
        | IN_MOVE_SELF)
    private static let depthLimit = 64

    /// The descriptor of inotify.
    let file: Int32
    private let root: [UInt8]
    /// Below the root; a folder that links lead to has several, the root itself none.
    private var folders: [Int32: [RelativePath]] = [:]
    private var rootWatch: Int32 = -1
    /// False when the system has no room for more.
    private(set) var isComplete = true

    init(file: Int32, root: String) {
      self.file = file
      self.root = Array(root.utf8)
    }

    /// Watches what is there now, and nothing else.
    mutating func renew() {
      let old = folders.keys
      folders = [:]
      isComplete = true
      rootWatch = add([])
      for name in ["Content", "Templates"] { if let path = RelativePath(name) { enter(path, depth: 0) } }
      for watch in old where folders[watch] == nil && watch != rootWatch { inotify_rm_watch(file, watch) }
    }

    /// Watches before it lists: what is made in between is seen twice rather than never.
    private mutating func enter(_ path: RelativePath, depth: Int) {
      let watch = add(path.utf8)
      guard watch >= 0, depth < Self.depthLimit else { return }
      let isKnown = folders[watch] != nil
      folders[watch, default: []].append(path)
      guard !isKnown, let stream = opendir(cString(path.utf8)) else { return }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let kind = Int(entry.pointee.d_type)
        guard kind == Int(DT_DIR) || kind == Int(DT_LNK) || kind == Int(DT_UNKNOWN) else { continue }
        let name = Self.name(of: entry)
        guard name != [0x2E], name != [0x2E, 0x2E], let below = RelativePath(utf8: path.utf8 + [0x2F] + name)
        else { continue }
        enter(below, depth: depth + 1)
      }
    }

    /// Follows links: their targets are what is read.
    private mutating func add(_ path: [UInt8]) -> Int32 {
      let watch = inotify_add_watch(file, cString(path), Self.mask)
      if watch < 0, errno == ENOSPC || errno == ENOMEM { isComplete = false }
      return watch
    }

    private func cString(_ path: [UInt8]) -> [CChar] {
      (root + (path.isEmpty ? [] : [0x2F]) + path + [0]).map { CChar(bitPattern: $0) }
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
      let start = UnsafeRawPointer(entry).advanced(by: offset)
      return Array(
        UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
    }

    // MARK: Events

    /// Whether folders came, went, moved or changed their rights, so that any file may be another one.
    func concernsFolders(_ event: InotifyEvent) -> Bool {
      if event.watch == rootWatch {
        return event.name == Array("Content".utf8) || event.name == Array("Templates".utf8)
      }
      if event.has(Int(IN_IGNORED)) { return false }
      if event.has(Int(IN_ISDIR), Int(IN_DELETE_SELF), Int(IN_MOVE_SELF)) { return true }
      return event.has(Int(IN_CREATE), Int(IN_MOVED_TO))
        && paths(of: event).contains { FileStamp.isLink(cString($0.utf8)) }
    }

    /// The files that an event may be about.
    func paths(of event: InotifyEvent) -> [RelativePath] {
      guard event.watch != rootWatch, !event.has(Int(IN_IGNORED)) else { return [] }
      let folders = folders[event.watch] ?? []
      guard !event.name.isEmpty else { return folders }
      return folders.filter { !Self.isPassing(event.name, in: $0) }
        .compactMap { RelativePath(utf8: $0.utf8 + [0x2F] + event.name) }
    }

    /// What editors write beside a file while they work; the reader ignores such names, except in `static`.
    private static func isPassing(_ name: [UInt8], in folder: RelativePath) -> Bool {
      let isHidden = name.first == UInt8(ascii: ".") || name.last == UInt8(ascii: "~")
      let isStatic = (folder.utf8 + [0x2F]).starts(with: "Content/static/".utf8)
      return isHidden && !isStatic
    }
  }
#endif
