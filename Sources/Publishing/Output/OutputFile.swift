package import Diagnostics

/// A file of the new site: where it goes, and what in the site's sources it comes from.
package struct OutputFile: Hashable, Sendable {
  /// The order in which files are renamed where folders cannot be exchanged: what a page needs comes
  /// before the page, what leads to pages comes after them.
  package enum Kind: Int, Sendable, Comparable {
    /// Style sheets, scripts, pictures, files beside a page.
    case asset
    case page
    /// Lists, feeds, data files, the sitemap.
    case list

    package static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  /// Below the output folder.
  package let path: RelativePath
  package let kind: Kind
  /// Named when the path collides with another one.
  package let origin: Place

  package init(_ path: RelativePath, _ kind: Kind, from origin: Place) {
    self.path = path
    self.kind = kind
    self.origin = origin
  }
}

/// A file that `Staging` has taken in.
package struct StagedFile: Sendable {
  /// What is published at its path now.
  package enum Published: Sendable {
    case nothing
    /// A file with the same bytes.
    case same
    case different
    /// A folder, a symbolic link, a socket.
    case noFile
  }

  package let file: OutputFile
  package let size: Int
  package let digest: ContentDigest
  package let published: Published
  /// False when something else in the new tree was in the way, which `commit` reports as a collision.
  let isStored: Bool
}
