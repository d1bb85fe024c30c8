import Foundation
import Testing

/// A site whose files a test has spoiled, and the law that holds for any content at all: no crash, no hang, a place
/// in every finding, and never a success with a page missing.
struct MalformedSite {
  let site: TestSite
  /// Spoiled files, by path.
  private let files: [String: [UInt8]]

  /// - Parameters:
  ///   - files: laid over `sound`.
  ///   - sound: what is as it should be.
  init(_ files: [String: [UInt8]], over sound: [String: String] = SampleSite.files) throws {
    self.files = files
    site = try TestSite(sound)
    for path in files.keys.sorted() { try site.write(files[path] ?? [], to: path) }
  }

  /// Checks the site and holds what is said against the law.
  @discardableResult
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws -> [ReportedFinding] {
    let outcome = try site.dossier("check", "--format", "json")
    let findings = try ReportedFinding.all(in: outcome.output)
    let errors = findings.filter { $0.severity == "error" }
    #expect(!outcome.isKilled, "a signal: \(outcome.errors.suffix(2_000))", sourceLocation: sourceLocation)
    #expect([0, 1, 2].contains(outcome.status), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(
      (outcome.status == 0) == errors.isEmpty, "status \(outcome.status)", sourceLocation: sourceLocation)
    let problems = findings.compactMap { $0.problem(below: site.root) }
    #expect(problems.prefix(10) == [], "of \(problems.count)", sourceLocation: sourceLocation)
    return findings
  }

  /// Checks, and builds; what is refused must be unchanged, what is published complete.
  @discardableResult
  func build(sourceLocation: SourceLocation = #_sourceLocation) throws -> Tree? {
    let findings = try check(sourceLocation: sourceLocation)
    let outcome = try site.dossier("build")
    #expect(!outcome.isKilled, "\(outcome.errors.suffix(2_000))", sourceLocation: sourceLocation)
    let isSound = !findings.contains { $0.severity == "error" }
    #expect((outcome.status == 0) == isSound, "\(outcome)", sourceLocation: sourceLocation)
    let tree = site.published
    guard outcome.status == 0 else {
      #expect(tree.isEmpty, sourceLocation: sourceLocation)
      return nil
    }
    let withheld = Set(findings.filter { $0.code == "withheld" }.map(\.path))
    let missing = contentPages().filter { !withheld.contains($0.key) && tree.bytes($0.value) == nil }
    #expect(missing.keys.sorted() == [], "no page", sourceLocation: sourceLocation)
    return tree
  }

  /// Checks everything once; then takes away the spoiled files that are refused, and publishes the others.
  ///
  /// - Parameter isHostile: whether the files hold text that would be markup if it were not escaped.
  /// - Returns: how many spoiled files were published.
  @discardableResult
  func buildWhatIsAccepted(isHostile: Bool = false, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> Int
  {
    let errors = try check(sourceLocation: sourceLocation).filter { $0.severity == "error" }
    let refused = Set(errors.map(\.path)).intersection(files.keys)
    for path in refused.sorted() { try site.remove(path) }
    let tree = try build(sourceLocation: sourceLocation)
    #expect(tree != nil, "nothing is spoiled any more, and still refused", sourceLocation: sourceLocation)
    if isHostile, let tree {
      let injected = tree.pages.flatMap { InjectedMarkup.found(in: tree.bytes($0) ?? [], of: $0) }
      #expect(injected.prefix(10) == [], sourceLocation: sourceLocation)
    }
    return files.count - refused.count
  }

  /// The page of every file of `Content/` that has one, by the file's path.
  private func contentPages() -> [String: String] {
    var pages: [String: String] = [:]
    for path in Tree(site.root + "/Content").paths where path.hasSuffix(".md") {
      let folders = path.split(separator: "/").dropLast()
      guard let kind = folders.first else { continue }
      let file = path.split(separator: "/").last ?? ""
      let name = file.dropLast(3)
      if file.hasPrefix(".") || file.hasPrefix("_") || kind == "static" { continue }
      let slug = name == "index" && kind != "pages" ? folders.last ?? "" : name
      let folder = kind == "pages" ? "" : "\(kind)/"
      pages["Content/\(path)"] = slug == "index" ? "index.html" : "\(folder)\(slug)/index.html"
    }
    return pages
  }
}
