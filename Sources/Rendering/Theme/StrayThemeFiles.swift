import Diagnostics

/// Files of the site's `Templates/` that nothing uses. A page's template under a slip of the pen would be passed over
/// for the built-in one without a word.
struct StrayThemeFiles {
  private(set) var findings: [Finding] = []
  private let theme: Theme
  /// Templates that some page is made with, in part or as a whole.
  private let used: Set<String>

  /// - Parameters:
  ///   - chosen: by front matter.
  ///   - earlier: what has been found: where one suggests a file, it has been told.
  init(_ theme: Theme, chosen: Set<String>, after earlier: [Finding]) {
    self.theme = theme
    used = theme.templates.reached(from: PageKind.allCases.map(\.template) + chosen.sorted())
    let suggested = Set(earlier.filter { $0.code == .templateError }.flatMap(\.suggestions))
    for file in theme.files where theme.sitePaths.contains(file.path) && file.assetName == nil {
      if let name = file.templateName {
        if !used.contains(name), !suggested.contains(name) { reportTemplate(file, named: name) }
      } else if !file.path.lastSegment.utf8.starts(with: "README".utf8) {
        reportOther(file)
      }
    }
  }

  private mutating func reportTemplate(_ file: ThemeFile, named name: String) {
    findings.append(
      Finding(
        .strayFile, "no page is made with this template; give it the name that is meant, or remove it",
        at: Place(file.sitePath), suggestions: template(near: name)))
  }

  private mutating func reportOther(_ file: ThemeFile) {
    let name = file.path.lastSegment
    let asset = theme.files.first {
      $0.assetName != nil && $0.path.lastSegment.utf8.elementsEqual(name.utf8)
    }
    findings.append(
      Finding(
        .strayFile, "this is no .mustache file and lies outside Templates/assets/, so that nothing uses it",
        at: Place(file.sitePath), suggestions: asset.map { [$0.path.string] } ?? template(near: file.stem)))
  }

  /// Only of those in use: no other name would change anything.
  private func template(near name: String) -> [String] {
    Suggestions.nearest(to: name, among: used.sorted()).prefix(1).map { $0 + ".mustache" }
  }
}

extension ThemeFile {
  /// The path without any ending.
  fileprivate var stem: String {
    let bytes = Array(path.string.utf8)
    let start = bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0
    let end = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
