public import Diagnostics

/// Which parts of the dialect have a meaning. The empty set is CommonMark.
public struct DialectFeatures: OptionSet, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let wikiLinks = DialectFeatures(rawValue: 1 << 0)
  public static let citations = DialectFeatures(rawValue: 1 << 1)
  public static let notes = DialectFeatures(rawValue: 1 << 2)
  public static let spans = DialectFeatures(rawValue: 1 << 3)
  public static let regions = DialectFeatures(rawValue: 1 << 4)
  public static let callouts = DialectFeatures(rawValue: 1 << 5)
  public static let headingAttributes = DialectFeatures(rawValue: 1 << 6)
  public static let tables = DialectFeatures(rawValue: 1 << 7)
  public static let strikethrough = DialectFeatures(rawValue: 1 << 8)
  /// Bare `http(s)` addresses.
  public static let autolinks = DialectFeatures(rawValue: 1 << 9)
  public static let all: DialectFeatures = [
    .wikiLinks, .citations, .notes, .spans, .regions, .callouts, .headingAttributes, .tables, .strikethrough,
    .autolinks,
  ]
}

/// How a body is read and rendered.
public struct MarkdownOptions: Sendable {
  public var features: DialectFeatures = .all
  /// Headings get identifiers (Pandoc's `auto_identifiers`).
  public var headingIdentifiers = true
  /// Unsafe and malformed URLs are refused with a finding; off: as libcmark's safe mode does it.
  public var checksURLs = true
  /// Comments leave no trace; off: as libcmark's safe mode does it.
  public var dropsComments = true
  /// Typographic quotes, dashes and ellipses of this language (BCP 47); nil: as typed.
  public var typographyLanguage: String?

  public init() {}

  /// CommonMark and nothing else: what law 2 compares with plain libcmark.
  public static let plain: MarkdownOptions = {
    var options = MarkdownOptions()
    options.features = []
    options.headingIdentifiers = false
    options.checksURLs = false
    options.dropsComments = false
    return options
  }()
}

/// One Markdown body in its file.
public struct Body: Sendable {
  public let path: RelativePath
  /// The whole file.
  public let bytes: [UInt8]
  /// UTF-8 offset of the body's first byte, after the front matter.
  public let start: Int

  public init(path: RelativePath, bytes: [UInt8], start: Int) {
    self.path = path
    self.bytes = bytes
    self.start = start
  }
}
