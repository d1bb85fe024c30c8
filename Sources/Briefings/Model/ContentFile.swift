package import Diagnostics
package import EDTF

/// What is kept of a Markdown file between survey and render: everything but its text.
package struct ContentFile: Sendable {
  /// Below the root: `Content/briefings/truce.md`.
  package let path: RelativePath
  /// UTF-8 offset of the body's first byte.
  package let bodyStart: Int
  /// Of the whole file, in bytes.
  package let size: Int
  /// Tells whether the file changed since: 64 bits over all its bytes (not cryptographic).
  package let digest: UInt64

  package init(path: RelativePath, bodyStart: Int, size: Int, digest: UInt64) {
    self.path = path
    self.bodyStart = bodyStart
    self.size = size
    self.digest = digest
  }
}

/// Front-matter keys that every kind of content takes.
package struct CommonMatter: Sendable {
  package var isDraft = false
  /// Old paths that lead here, each below the site's root, without a leading slash.
  package var redirects: [Located<RelativePath>] = []
  /// Another template's name, without its ending.
  package var template: Located<String>?
  /// A picture for social cards: a path as written.
  package var image: Located<String>?
  /// BCP 47; nil: the site's.
  package var language: String?
  /// Seen by templates, not checked.
  package var extra: ExtraValue = .map([])
  /// Why it is not published in this run; nil for what is.
  package var withheld: Withholding?
  /// Whether its front matter has errors, so that values may be missing that the writer did write.
  package var hasErrors = false

  package var isWithheld: Bool { withheld != nil }

  package init() {}
}

/// Why something is not published.
package enum Withholding: Sendable, Equatable {
  case draft
  /// Its day is to come.
  case future(CivilDay)
}

/// A value below `extra`.
package indirect enum ExtraValue: Sendable, Equatable {
  case text(String)
  case list([ExtraValue])
  case map([Entry])

  package struct Entry: Sendable, Equatable {
    package let key: String
    package let value: ExtraValue

    package init(key: String, value: ExtraValue) {
      self.key = key
      self.value = value
    }
  }
}
