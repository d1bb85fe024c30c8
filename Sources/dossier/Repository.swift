import Diagnostics

/// Where services that read findings begin to count paths.
enum Repository {
  /// GitHub's checkout, or the folder with `.git`, that holds the site; without both the site's own folder.
  static func tree(around root: String) -> SourceTree {
    if let workspace = Environment()["GITHUB_WORKSPACE"].map(SiteRoot.absolute),
      let tree = tree(root, below: workspace)
    {
      return tree
    }
    var folder = root
    while !folder.isEmpty {
      if SiteRoot.exists(folder + "/.git"), let tree = tree(root, below: folder) { return tree }
      guard let slash = folder.lastIndex(of: "/") else { break }
      folder = String(folder[..<slash])
    }
    return SourceTree(top: root, prefix: nil)
  }

  private static func tree(_ root: String, below top: String) -> SourceTree? {
    if root == top { return SourceTree(top: top, prefix: nil) }
    guard root.utf8.starts(with: (top + "/").utf8) else { return nil }
    let rest = Array(root.utf8.dropFirst(top.utf8.count + 1))
    return RelativePath(utf8: rest).map { SourceTree(top: top, prefix: $0) }
  }
}
