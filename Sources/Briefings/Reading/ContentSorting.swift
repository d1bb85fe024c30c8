import Diagnostics

/// Tells by its path what a file is.
struct ContentSorting {
  private var result = ContentListing()
  /// Files below `briefings` that are no Markdown: whose they are is known when all `index.md` are.
  private var filesOfBriefings: [RelativePath] = []
  /// Folders below `briefings` that hold an `index.md`.
  private var bundles: Set<RelativePath> = []

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
    default: takeOther(path)
    }
  }

  private mutating func takeTop(_ path: RelativePath, _ name: String) {
    switch name {
    case "site.yaml": result.site = path
    case "site.yml":
      result.findings.append(.otherName(path, "the site's configuration is called site.yaml", "site.yaml"))
    default: takeOther(path)
    }
  }

  private mutating func takeRecord(
    _ path: RelativePath, _ segments: [String], _ kind: ContentKind, anyFolder: Bool
  ) {
    let (stem, ending) = FileNames.split(segments.last ?? "")
    guard ending == "md" else {
      if ["md", "markdown", "mdown"].contains(ending.lowercased()) {
        let name = (FileNames.slug(from: stem)?.string ?? stem) + ".md"
        result.findings.append(.otherName(path, "a Markdown file's name ends in .md", name))
      } else if kind == .briefing {
        filesOfBriefings.append(path)
      } else {
        takeOther(path)
      }
      return
    }
    guard anyFolder || segments.count == 3 else {
      result.findings.append(.misplaced(path, kind))
      return
    }
    takeNamed(path, segments, stem, kind)
  }

  private mutating func takeNamed(
    _ path: RelativePath, _ segments: [String], _ stem: String, _ kind: ContentKind
  ) {
    let isBundle = kind == .briefing && stem == "index" && segments.count > 3
    if isBundle, let folder = path.parent { bundles.insert(folder) }
    let name = isBundle ? segments[segments.count - 2] : stem
    guard let slug = Slug(name) else {
      result.findings.append(.noSlug(path, name, isFolder: isBundle))
      return
    }
    guard !FileNames.isReserved(slug, for: kind) else {
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
      if let folder = bundle(of: path), let index = folder.appending("index.md") {
        let depth = folder.segments.count
        result.attachments[index, default: []].append(attachment(path, below: depth))
      } else {
        takeOther(path)
      }
    }
    result.pictures.sort { $0.path < $1.path }
    result.otherFiles.sort { $0.path < $1.path }
    return result
  }

  private func bundle(of path: RelativePath) -> RelativePath? {
    var folder = path.parent
    while let each = folder {
      if bundles.contains(each) { return each }
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

extension Finding {
  fileprivate static func otherName(_ path: RelativePath, _ rule: String, _ name: String) -> Finding {
    Finding(.badFileName, "\(rule): \(FileNames.gitMove(path.utf8, to: name))", at: Place(path))
  }

  fileprivate static func misplaced(_ path: RelativePath, _ kind: ContentKind) -> Finding {
    let target = "Content/\(kind.folder)/\(path.lastSegment)"
    return Finding(
      .badFileName,
      "a \(kind.rawValue) lies directly in Content/\(kind.folder): git mv \(FileNames.shellQuoted(path.utf8)) \(FileNames.shellQuoted(Array(target.utf8)))",
      at: Place(path))
  }

  fileprivate static func noSlug(_ path: RelativePath, _ name: String, isFolder: Bool) -> Finding {
    let slug = FileNames.slug(from: name)?.string
    let rule = "a name is made of a to z, 0 to 9 and single hyphens"
    let moved = isFolder ? path.parent ?? path : path
    let command = slug.map { FileNames.gitMove(moved.utf8, to: isFolder ? $0 : $0 + ".md") }
    return Finding(.badFileName, "\(rule): \(command ?? "give it another name")", at: Place(path))
  }

  fileprivate static func reservedName(_ path: RelativePath, _ slug: Slug, _ kind: ContentKind) -> Finding {
    Finding(
      .badFileName,
      "'\(slug)' is reserved: its address belongs to another page; name the \(kind.rawValue) otherwise",
      at: Place(path))
  }
}
