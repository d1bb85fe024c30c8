public import Diagnostics

/// All that one body says beside its words: what the survey reads, and what the renderer numbers alike.
///
/// Every list is in the order of the *rendered* page (a note's content stands after the block that first
/// refers to it), so that an index means the same to the survey and to the renderer. Source ranges are
/// UTF-8 offsets from the first byte of the file, front matter included.
public struct Annotations: Sendable {
  public var textBlocks: [TextBlock] = []
  public var headings: [Heading] = []
  public var regions: [Region] = []
  public var spans: [AnnotatedSpan] = []
  public var citations: [CitationGroup] = []
  public var notes: [MarginNote] = []
  public var noteReferences: [NoteReference] = []
  public var links: [LinkUse] = []
  public var images: [ImageUse] = []
  /// Identifiers that the author gives to tables.
  public var anchors: [Anchor] = []
  public var allowances: [Allowance] = []
  public var findings: [Finding] = []
}

/// One paragraph, heading, table cell or caption as a reader sees its words.
public struct TextBlock: Sendable {
  public enum Kind: Sendable, Equatable {
    case paragraph
    case heading(level: Int)
    case tableCell
    /// A table's.
    case caption
  }

  public let kind: Kind
  /// Visible text, UTF-8. A line break is LF; a citation, note reference or picture is U+FFFC.
  public var text: [UInt8]
  /// Cover `text` without gaps, in order.
  public var pieces: [TextPiece]
  /// Index in `headings` of the heading this block stands under (or is), nil before the first.
  public let heading: Int?
  /// Index in `regions` of the innermost annotated block around this one.
  public let region: Int?
  /// Index in `notes` of the note whose body this is.
  public let note: Int?
  /// Whether it stands in a block quotation that is no callout.
  public let isQuoted: Bool
  /// What the block takes up in the file, as far as its pieces tell.
  public var source: Range<Int>
}

/// A stretch of a block's text that stands in the file byte for byte (or as one escape or entity).
public struct TextPiece: Sendable {
  public enum Kind: Sendable {
    /// Words of the author's, in which names are looked for.
    case plain
    /// The text of a link.
    case link
    /// Code, or a construct's stand-in: shown, never searched.
    case opaque
  }

  public let kind: Kind
  /// UTF-8 offset in the block's `text`.
  public let textOffset: Int
  /// Length in the block's `text`, in bytes.
  public let utf8Count: Int
  /// UTF-8 offset in the file of the piece's first byte.
  public let sourceOffset: Int
  /// Length in the file. Equal to `utf8Count` unless the piece is an escape, an entity or a construct.
  public let sourceCount: Int
  /// Equal for pieces with the same parent in the tree: markup may be wrapped around a run that
  /// begins and ends in the same parent.
  public let parent: Int
}

public struct Heading: Sendable {
  public let level: Int
  /// The words, without markup.
  public let text: String
  /// Written by the author, or made by Pandoc's `auto_identifiers`; unique in the page.
  public let id: String
  public let isExplicit: Bool
  /// The words, in the file.
  public let source: Range<Int>
  /// Where the author wrote `id`; nil when it was made.
  public let idSource: Range<Int>?
}

/// `{#id .role key=value}` as written, with the place of each part.
public struct Attributes: Sendable, Equatable {
  public struct Pair: Sendable, Equatable {
    public let key: String
    public let value: String
    public let keySource: Range<Int>
    public let valueSource: Range<Int>
  }

  public var id: String?
  public var idSource: Range<Int>?
  /// Where more identifiers stand than one.
  public var surplusIDSources: [Range<Int>] = []
  public var classes: [String] = []
  public var classSources: [Range<Int>] = []
  public var pairs: [Pair] = []
  /// The whole group, braces included; for a bare `::: word` the word.
  public var source: Range<Int>

  public init(source: Range<Int>) { self.source = source }

  /// The last value given for `key`.
  public func pair(_ key: String) -> Pair? { pairs.last { $0.key == key } }
  public subscript(_ key: String) -> String? { pair(key)?.value }
}

/// `::: {#id .role key=value}` … `:::`, or `> [!TYPE]`.
public struct Region: Sendable {
  public enum Kind: Sendable, Equatable {
    case fenced
    /// The lower-cased type: `note`, `tip`, `important`, `warning`, `caution`, or an unknown one.
    case callout(String)
  }

  public let kind: Kind
  public let attributes: Attributes
  /// Index of the region around this one.
  public let parent: Int?
  public let heading: Int?
  /// The text blocks inside it.
  public var textBlocks: Range<Int>
  public var citations: Range<Int>
  /// From the opening fence's first byte to the closing fence's last.
  public var source: Range<Int>
  /// The first class: `judgment`, `key-judgments`, `event`…
  public var role: String? { attributes.classes.first }
  /// Where each item of a list that stands directly in the region begins and ends, as text blocks.
  public var items: [Range<Int>] = []
}

/// `[words]{#id .role key=value}`.
public struct AnnotatedSpan: Sendable {
  public let block: Int
  /// The words, as UTF-8 offsets in the block's text.
  public internal(set) var textRange: Range<Int>
  public let attributes: Attributes
  /// From `[` to `}`.
  public let source: Range<Int>
  /// Index of the span around this one.
  public let parent: Int?
  public var role: String? { attributes.classes.first }
}

/// `[see @a, p. 3; -@b]`, or `@a` in the text.
public struct CitationGroup: Sendable {
  public let block: Int
  /// UTF-8 offset in the block's text of the U+FFFC that stands for the group.
  public let textOffset: Int
  public let items: [CitationItem]
  /// `@key` without brackets: the publisher is part of the sentence.
  public let isInText: Bool
  public let source: Range<Int>
}

public struct CitationItem: Sendable {
  public let key: String
  /// Words before the key: `see`.
  public let prefix: String
  /// What stands after the key, without the comma and a locator's braces: `para. 2`, `pp. 3, 5 and more`.
  public let locator: String
  /// The place in the source that `locator` begins with.
  public let pinpoint: Locator?
  /// The words of `locator` behind the place.
  public let suffix: String
  /// `-@key`: only the number.
  public let suppressesAuthor: Bool
  /// The key, `@` included.
  public let source: Range<Int>
}

/// `[^id]: …` or `^[…]`.
public struct MarginNote: Sendable {
  /// Nil for an inline note.
  public let label: String?
  /// The text blocks of its body.
  public var textBlocks: Range<Int>
  public let source: Range<Int>
}

public struct NoteReference: Sendable {
  public let block: Int
  public let textOffset: Int
  /// Index in `notes`.
  public let note: Int
  /// Whether it is the note's first reference, which the note leads back to.
  public let isFirst: Bool
  public let source: Range<Int>
}

/// A link whose target the linker resolves: every wiki link, and every ordinary link.
public struct LinkUse: Sendable {
  public enum Form: Sendable, Equatable {
    /// `[[target#fragment|label]]`; `hasLabel` is false when the target's own name is to be shown.
    case wiki(fragment: String?, hasLabel: Bool)
    /// `[text](destination)`, `<url>`, a bare URL.
    case ordinary
  }

  public let form: Form
  /// A wiki link's target without its fragment, empty for `[[#heading]]`; else the destination as
  /// cmark reports it (unescaped).
  public let target: String
  public let block: Int
  /// The shown words in the block's text.
  public internal(set) var textRange: Range<Int>
  public internal(set) var source: Range<Int>
}

/// A place that can be linked to and is nothing else: a table with an identifier.
public struct Anchor: Sendable, Equatable {
  public let id: String
  public let source: Range<Int>
}

public struct ImageUse: Sendable {
  public let destination: String
  /// The alternative text.
  public let text: String
  public let block: Int
  public let source: Range<Int>
}

/// `<!-- dossier: allow CODE reason -->`: silences a code in the block that follows.
public struct Allowance: Sendable {
  public let code: String
  public let reason: String
  /// The comment itself.
  public let source: Range<Int>
  /// The code in it.
  public let codeSource: Range<Int>
  /// What it covers.
  public let covers: Range<Int>
}
