import Diagnostics

/// Tells by its path what a file is.
struct ContentSorting {
  private var result = ContentListing()
  /// Files below `briefings` that are no Markdown: whose they are is known when all `index.md` are.
  private var filesOfBriefings: [RelativePath] = []
  /// Folders below `briefings` that hold an `index.md`, and its path.
  private var bundles: [RelativePath: RelativePath] = [:]
  /// Files with a wrong name, each as what it is when its message is followed. They are read as that, so that their
  /// own mistakes are told at once and links to them are not taken for mistakes; the wrong name stays an error.
  private var misnamed: [ContentItem] = []

  /// Files must come in the order of their paths.
  mutating func take(_ path: RelativePath) {
    let segments = path.segments
    guard segments.count > 2 else { return takeTop(path, segments.last ?? "") }
    switch segments[1] {
    case "briefings": takeRecord(path, segments, .briefing, anyFolder: true)
    case "entities": takeRecord(path, segments, .entity, anyFolder: true)
    case "sources" where segments.count > 3 && segments[2] == "text" && path.ends(with: ".txt"):
      result.texts.append(path)
    case "sources" where segments.count == 4 && segments[2] == "receipts" && path.ends(with: ".jsonl"):
      result.receipts.append(path)
    case "sources": takeRecord(path, segments, .source, anyFolder: false)
    case "pages": takeRecord(path, segments, .page, anyFolder: false)
    case "static": result.staticFiles.append(attachment(path, below: 2))
    case _ where FileNames.isArticle(path.lastSegment): takeStray(path, segments)
    default: takeOther(path)
    }
  }

  private mutating func takeTop(_ path: RelativePath, _ name: String) {
    switch name {
    case "site.yaml": result.site = path
    case _ where ["site.yaml", "site.yml"].contains(name.lowercased()):
      result.findings.append(.otherName(path, "the site's configuration is called site.yaml", "site.yaml"))
    case _ where FileNames.isArticle(name): result.findings.append(.outside(path))
    default: takeOther(path)
    }
  }

  /// Markdown in a folder that is none of ours, which may be one of them misspelled.
  private mutating func takeStray(_ path: RelativePath, _ segments: [String]) {
    guard let kind = ContentKind(near: segments[1]) else {
      result.findings.append(.outside(path))
      return
    }
    let isPlacedAnywhere = kind == .briefing || kind == .entity
    let rest = isPlacedAnywhere ? Array(segments.dropFirst(2)) : [path.lastSegment]
    result.findings.append(.otherFolder(path, kind, rest))
    let isBundle = kind == .briefing && rest.count > 1 && path.lastSegment == "index.md"
    takeMisnamed(path, kind, Slug(isBundle ? rest[rest.count - 2] : FileNames.split(path.lastSegment).stem))
  }

  private mutating func takeRecord(
    _ path: RelativePath, _ segments: [String], _ kind: ContentKind, anyFolder: Bool
  ) {
    let (stem, ending) = FileNames.split(segments.last ?? "")
    let isPlaced = anyFolder || segments.count == 3
    let isCopy = kind == .source && segments.count > 3 && segments[2] == "text"
    switch ending {
    case _ where isCopy && (FileNames.isMarkdown(ending) || ["text", "txt"].contains(ending.lowercased())):
      result.findings.append(.otherName(path, "the copy of a source is plain text", stem + ".txt"))
    case "md" where isPlaced: takeNamed(path, segments, stem, kind)
    case "md":
      result.findings.append(.misplaced(path, kind))
      takeMisnamed(path, kind, Slug(stem))
    case _ where FileNames.isMarkdown(ending):
      takeOtherEnding(path, segments, stem, kind, isPlaced: isPlaced)
    case _ where kind == .briefing: filesOfBriefings.append(path)
    default: takeOther(path)
    }
  }

  private mutating func takeOtherEnding(
    _ path: RelativePath, _ segments: [String], _ stem: String, _ kind: ContentKind, isPlaced: Bool
  ) {
    let slug = FileNames.slug(from: stem)
    let name = (slug?.string ?? stem) + ".md"
    result.findings.append(.otherName(path, "a Markdown file's name ends in .md", name))
    if kind == .briefing, slug?.string == "index", segments.count > 3, let folder = path.parent {
      bundles[folder] = bundles[folder] ?? path
      takeMisnamed(path, kind, Slug(segments[segments.count - 2]))
    } else if isPlaced {
      takeMisnamed(path, kind, slug)
    }
  }

  /// - Parameter slug: nil when the message leads to no identifier.
  private mutating func takeMisnamed(_ path: RelativePath, _ kind: ContentKind, _ slug: Slug?) {
    guard let slug, !kind.reserves(slug) else { return }
    misnamed.append(ContentItem(path: path, kind: kind, slug: slug))
  }

  private mutating func takeNamed(
    _ path: RelativePath, _ segments: [String], _ stem: String, _ kind: ContentKind
  ) {
    let isBundle = kind == .briefing && stem == "index" && segments.count > 3
    if isBundle, let folder = path.parent { bundles[folder] = path }
    let name = isBundle ? segments[segments.count - 2] : stem
    guard let slug = Slug(name) else {
      result.findings.append(.noSlug(path, name, isFolder: isBundle))
      takeMisnamed(path, kind, FileNames.slug(from: name))
      return
    }
    guard !kind.reserves(slug) else {
      result.findings.append(.reservedName(path, slug, kind))
      return
    }
    result.items.append(ContentItem(path: path, kind: kind, slug: slug))
  }

  private mutating func takeOther(_ path: RelativePath) {
    let file = attachment(path, below: 1)
    if FileNames.isPicture(path.lastSegment) {
      result.pictures.append(file)
    } else {
      result.otherFiles.append(file)
    }
  }

  private func attachment(_ path: RelativePath, below folders: Int) -> Attachment {
    var rest = path.utf8[...]
    for _ in 0..<folders { rest = rest.drop { $0 != UInt8(ascii: "/") }.dropFirst() }
    return Attachment(path: path, name: RelativePath(utf8: Array(rest)) ?? path)
  }

  /// What was taken; files below `briefings` go to the nearest folder above them that is a briefing's own.
  consuming func listing() -> ContentListing {
    for path in filesOfBriefings {
      if let (folder, index) = bundle(of: path) {
        let depth = folder.segments.count
        result.attachments[index, default: []].append(attachment(path, below: depth))
      } else {
        takeOther(path)
      }
    }
    addMisnamed()
    result.pictures.sort { $0.path < $1.path }
    result.otherFiles.sort { $0.path < $1.path }
    return result
  }

  /// Those whose identifier nothing else has; of several the first.
  private mutating func addMisnamed() {
    guard !misnamed.isEmpty else { return }
    var taken: [ContentKind: Set<Slug>] = [:]
    for item in result.items { taken[item.kind, default: []].insert(item.slug) }
    for item in misnamed where taken[item.kind, default: []].insert(item.slug).inserted {
      result.items.append(item)
    }
    result.items.sort { $0.path < $1.path }
  }

  private func bundle(of path: RelativePath) -> (folder: RelativePath, index: RelativePath)? {
    var folder = path.parent
    while let each = folder {
      if let index = bundles[each] { return (each, index) }
      folder = each.parent
    }
    return nil
  }
}

extension RelativePath {
  fileprivate func ends(with ending: StaticString) -> Bool {
    ending.withUTF8Buffer { utf8.suffix($0.count).elementsEqual($0) }
  }
}
