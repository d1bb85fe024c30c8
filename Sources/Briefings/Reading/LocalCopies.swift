package import Diagnostics

/// Where the writer's copies of sources lie. They are read, never published.
package struct LocalCopies: Sendable {
  /// Why a copy that is there cannot be used.
  package struct Unusable: Error, Equatable {
    package let path: String
    package let reason: String
    /// The same as a finding; nil for a copy outside of the site.
    package let finding: Finding?
  }

  private let root: String
  /// Instead of `Content/sources/text`.
  private let folder: String?
  /// By source; of several the first by path.
  private let listed: [Slug: RelativePath]

  /// - Parameters:
  ///   - folder: absolute, or below the current folder; nil for `Content/sources/text`.
  ///   - texts: what lies in `Content/sources/text`.
  package init(root: String, folder: String?, listed texts: [RelativePath]) {
    self.root = root
    self.folder = folder
    var listed: [Slug: RelativePath] = [:]
    for path in texts {
      guard let slug = Slug(FileNames.split(path.lastSegment).stem), listed[slug] == nil else { continue }
      listed[slug] = path
    }
    self.listed = listed
  }

  /// Whether none can be there.
  package var isEmpty: Bool { folder == nil && listed.isEmpty }

  /// Where a source's copy is looked for, as a message says it.
  package func place(of source: Slug) -> String {
    if let folder { return "\(folder)/\(source).txt" }
    return listed[source]?.string ?? "Content/sources/text/\(source).txt"
  }

  /// The copy's path below the root, if it lies there.
  package func path(of source: Slug) -> RelativePath? { folder == nil ? listed[source] : nil }

  /// Nil when there is no copy.
  package func bytes(of source: Slug) throws(Unusable) -> [UInt8]? {
    let path = place(of: source)
    let absolute = Array((folder == nil ? "\(root)/\(path)" : path).utf8)
    guard folder != nil || listed[source] != nil, FileSystem.isThere(absolute) else { return nil }
    let inside = self.path(of: source)
    let bytes: [UInt8]
    do throws(FileSystem.ReadProblem) {
      bytes = try FileSystem.bytes(of: absolute, limit: ContentReader.sizeLimit)
    } catch {
      switch error {
      case .tooLarge:
        throw Unusable(path: path, reason: "it is larger than 10 MB", finding: inside.map { .tooLarge($0) })
      case .failure(let failure):
        throw Unusable(
          path: path, reason: failure.reason, finding: inside.map { .unreadable($0, failure.reason) })
      }
    }
    guard let offset = UTF8Check.firstInvalidOffset(in: bytes) else { return bytes }
    throw Unusable(
      path: path, reason: "it is not UTF-8; save it as UTF-8",
      finding: inside.map { .badEncoding($0, at: offset) })
  }
}

extension FileSystem {
  fileprivate static func isThere(_ path: [UInt8]) -> Bool {
    (try? status(of: path, followsLinks: true)) != nil
  }
}
