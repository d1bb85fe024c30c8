import Diagnostics

/// What is said about names of files.
extension Finding {
  static func otherName(_ path: RelativePath, _ rule: String, _ name: String) -> Finding {
    Finding(.badFileName, "\(rule): \(FileNames.gitMove(path.utf8, to: name))", at: Place(path))
  }

  static func misplaced(_ path: RelativePath, _ kind: ContentKind) -> Finding {
    let target = "Content/\(kind.folder)/\(path.lastSegment)"
    return Finding(
      .badFileName,
      "a \(kind.rawValue) lies directly in Content/\(kind.folder): git mv \(FileNames.shellQuoted(path.utf8)) \(FileNames.shellQuoted(Array(target.utf8)))",
      at: Place(path))
  }

  /// - Parameter rest: the path below the folder.
  static func otherFolder(_ path: RelativePath, _ kind: ContentKind, _ rest: [String]) -> Finding {
    let target = "Content/\(kind.folder)/\(rest.joined(separator: "/"))"
    return Finding(
      .badFileName,
      "\(kind.plural) lie in Content/\(kind.folder): git mv \(FileNames.shellQuoted(path.utf8)) \(FileNames.shellQuoted(Array(target.utf8)))",
      at: Place(path))
  }

  static func outside(_ path: RelativePath) -> Finding {
    let folders = ContentKind.allCases.map { "Content/\($0.folder)" }
    return Finding(
      .badFileName,
      "Markdown lies in \(folders.dropLast().joined(separator: ", ")) or \(folders.last ?? ""); move it to one of them",
      at: Place(path))
  }

  static func noSlug(_ path: RelativePath, _ name: String, isFolder: Bool) -> Finding {
    let slug = FileNames.slug(from: name)?.string
    let rule = "a name is made of a to z, 0 to 9 and single hyphens"
    let moved = isFolder ? path.parent ?? path : path
    let command = slug.map { FileNames.gitMove(moved.utf8, to: isFolder ? $0 : $0 + ".md") }
    return Finding(.badFileName, "\(rule): \(command ?? "give it another name")", at: Place(path))
  }

  static func reservedName(_ path: RelativePath, _ slug: Slug, _ kind: ContentKind) -> Finding {
    Finding(
      .badFileName,
      "'\(slug)' is reserved: its address belongs to another page; name the \(kind.rawValue) otherwise",
      at: Place(path))
  }
}

extension ContentKind {
  fileprivate var plural: String {
    switch self {
    case .briefing: "briefings"
    case .entity: "entities"
    case .source: "sources"
    case .page: "standing pages"
    }
  }

  /// The kind whose folder was most probably meant; nil when none is near.
  init?(near folder: String) {
    let kinds = ContentKind.allCases
    let near =
      Suggestions.nearest(to: folder, among: kinds.map(\.folder)).first
      ?? Suggestions.nearest(to: folder, among: kinds.map(\.rawValue)).first
    guard let kind = kinds.first(where: { $0.folder == near || $0.rawValue == near }) else { return nil }
    self = kind
  }
}
