/// What the site knows about one page's annotations, by their indices in `Annotations`: the renderer's orders.
///
/// Strings are plain text (or URLs); the renderer escapes them.
public struct Rewrites: Sendable {
  /// Where each link of `Annotations.links` leads; nil: its words stay, without a link.
  public var links: [LinkTarget?] = []
  /// What each picture of `Annotations.images` is loaded from; nil: its text stands for it.
  public var images: [String?] = []
  /// In step with `Annotations.citations`, an entry an item.
  public var citations: [[CitationMark]] = []
  /// Names in text, sorted by block and offset, never overlapping.
  public var mentions: [MentionMark] = []
  /// In step with `Annotations.spans`.
  public var spans: [SpanMark] = []
  /// In step with `Annotations.regions`.
  public var regions: [RegionMark] = []
  /// Identifiers of `Annotations.notes`, without the `#`.
  public var noteIDs: [String] = []

  public init() {}

  func noteID(_ index: Int) -> String {
    noteIDs.indices.contains(index) ? noteIDs[index] : "note-\(index + 1)"
  }

  public struct LinkTarget: Sendable, Equatable {
    public var url: String
    /// `entity` for an entity's page, empty for none.
    public var cssClass: String
    /// Shown instead of the target when the writer gave no label.
    public var name: String?
    /// An identifier for the link itself (an explicit mention's), nil for none.
    public var id: String?

    public init(url: String, cssClass: String = "", name: String? = nil, id: String? = nil) {
      self.url = url
      self.cssClass = cssClass
      self.name = name
      self.id = id
    }
  }

  /// One citation: `[n]`, linked to the page's list of sources.
  public struct CitationMark: Sendable, Equatable {
    /// Nil when the source is unknown: the key stays as written.
    public var number: Int?
    public var url: String
    /// What a screen reader says: "El País, para. 2".
    public var label: String
    /// Printed before the number when the key stands in the text.
    public var publisher: String?

    public init(number: Int?, url: String, label: String, publisher: String? = nil) {
      self.number = number
      self.url = url
      self.label = label
      self.publisher = publisher
    }
  }

  /// A name found in the text.
  public struct MentionMark: Sendable, Equatable {
    public var block: Int
    public var textRange: Range<Int>
    public var id: String
    /// Nil: the mention is counted and has an identifier, but is no link (a later one in its section).
    public var url: String?

    public init(block: Int, textRange: Range<Int>, id: String, url: String?) {
      self.block = block
      self.textRange = textRange
      self.id = id
      self.url = url
    }
  }

  /// How an annotated span is shown.
  public struct SpanMark: Sendable, Equatable {
    public var id: String?
    /// `claim`, `judgment`, `quote`…
    public var cssClass: String
    /// `data-status` and the like, in the order given.
    public var data: [(name: String, value: String)] = []
    /// A small label after the span: its text, its class and where it leads.
    public var chip: Chip?
    /// Where the register of statements has it; a sign behind the span leads there. Nil for none.
    public var row: String?

    public init(
      id: String?, cssClass: String, data: [(name: String, value: String)] = [], chip: Chip? = nil
    ) {
      self.id = id
      self.cssClass = cssClass
      self.data = data
      self.chip = chip
    }

    public static func == (a: SpanMark, b: SpanMark) -> Bool {
      a.id == b.id && a.cssClass == b.cssClass && a.chip == b.chip && a.row == b.row
        && a.data.elementsEqual(b.data, by: ==)
    }
  }

  public struct Chip: Sendable, Equatable {
    public var text: String
    public var cssClass: String
    public var url: String?

    public init(text: String, cssClass: String, url: String?) {
      self.text = text
      self.cssClass = cssClass
      self.url = url
    }
  }

  /// How an annotated block is shown.
  public struct RegionMark: Sendable, Equatable {
    public var id: String?
    public var cssClass: String
    /// A heading printed at its top ("Gap", "Key judgments"), nil for none.
    public var label: String?
    /// Printed at its end (a quotation's speaker, a judgment's confidence), as finished HTML, or empty.
    public var footerHTML: String
    /// Printed at the end of each list item (a likelihood's band), as finished HTML, by the item's index.
    public var itemFootersHTML: [String]

    public init(
      id: String?, cssClass: String, label: String? = nil, footerHTML: String = "",
      itemFootersHTML: [String] = []
    ) {
      self.id = id
      self.cssClass = cssClass
      self.label = label
      self.footerHTML = footerHTML
      self.itemFootersHTML = itemFootersHTML
    }
  }
}
