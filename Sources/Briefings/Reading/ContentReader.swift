package import Diagnostics
package import EDTF

/// The first stage: from files to the registry. No body is parsed.
///
///     let reader = ContentReader(root: root)
///     let listing = try reader.list()
///     let (site, report) = reader.site(listing)
///     let files = listing.items.map(reader.read)        // each on its own: may be fanned out
///     let registry = Registry(listing, site, report, files, clock: clock, …)
package struct ContentReader: Sendable {
  /// Larger files are `file-too-large`; in bytes.
  package static let sizeLimit = 10_000_000

  package let root: String

  package init(root: String) {
    self.root = root
  }

  /// All of `Content/` by names.
  package func list() throws(ReadError) -> ContentListing {
    try ContentFolder.list(root: root)
  }

  /// The site's configuration, and what is wrong with it; defaults for what is missing.
  package func site(_ listing: ContentListing) -> (SiteConfiguration, [Finding]) {
    guard let path = listing.site else {
      let path = RelativePath(literal: "Content/site.yaml")
      return (SiteConfiguration(), [.noSite(path)])
    }
    switch load(path) {
    case .success(let bytes): return SiteConfiguration.decode(bytes, path: path)
    case .failure(let unread): return (SiteConfiguration(), [unread.finding])
    }
  }

  /// One file: opened, decoded, closed.
  package func read(_ item: ContentItem) -> DecodedFile {
    switch load(item.path) {
    case .success(let bytes): return DecodedFile(decoding: bytes, item)
    case .failure(let unread): return DecodedFile(item: item, record: nil, findings: [unread.finding])
    }
  }

  /// One file with its bytes, for a run that keeps them. For the same bytes under the same name what was decoded
  /// before is taken again.
  package func read(_ item: ContentItem, after earlier: ReadFile?) -> ReadFile {
    switch load(item.path) {
    case .success(let bytes):
      if let earlier, earlier.decoded.item == item, earlier.bytes == bytes { return earlier }
      return ReadFile(bytes: bytes, decoded: DecodedFile(decoding: bytes, item))
    case .failure(let unread):
      return ReadFile(bytes: nil, decoded: DecodedFile(item: item, record: nil, findings: [unread.finding]))
    }
  }

  /// Whether a regular file, not a link to one, has this name now.
  package func isPlainFile(_ path: RelativePath) -> Bool {
    (try? FileSystem.status(of: absolute(path), followsLinks: false).kind) == .file
  }

  /// The bytes of a file that was read before, for a later stage.
  /// - Throws: `changedMeanwhile` when size or digest differ, `unreadable` when it cannot be read any more.
  package func bytes(of file: ContentFile) throws(ReadError) -> [UInt8] {
    let bytes: [UInt8]
    do throws(FileSystem.ReadProblem) {
      bytes = try FileSystem.bytes(of: absolute(file.path), limit: Self.sizeLimit)
    } catch {
      switch error {
      case .failure(let failure): throw .unreadable(file.path, reason: failure.reason)
      case .tooLarge: throw .changedMeanwhile(file.path)
      }
    }
    guard bytes.count == file.size, Digest.of(bytes) == file.digest else {
      throw .changedMeanwhile(file.path)
    }
    return bytes
  }

  /// The whole stage on one core.
  package func registry(
    clock: CivilDay, includeDrafts: Bool, includeFuture: Bool
  ) throws(ReadError) -> Registry {
    let listing = try list()
    let (site, siteFindings) = site(listing)
    return Registry(
      listing, site, siteFindings, listing.items.map(read), clock: clock, includeDrafts: includeDrafts,
      includeFuture: includeFuture)
  }

  package struct Unread: Error {
    package let finding: Finding
  }

  /// The bytes of a file below the root.
  package func load(_ path: RelativePath) -> Result<[UInt8], Unread> {
    do throws(FileSystem.ReadProblem) {
      return .success(try FileSystem.bytes(of: absolute(path), limit: Self.sizeLimit))
    } catch {
      switch error {
      case .tooLarge: return .failure(Unread(finding: .tooLarge(path)))
      case .failure(let failure): return .failure(Unread(finding: .unreadable(path, failure.reason)))
      }
    }
  }

  private func absolute(_ path: RelativePath) -> [UInt8] {
    Array(root.utf8) + [UInt8(ascii: "/")] + path.utf8
  }
}

extension Finding {
  fileprivate static func noSite(_ path: RelativePath) -> Finding {
    Finding(.missingKey, "there is no site.yaml; it needs at least 'title'", at: Place(path))
  }

  static func tooLarge(_ path: RelativePath) -> Finding {
    Finding(.fileTooLarge, "larger than 10 MB, which no text is; divide it", at: Place(path))
  }
}
