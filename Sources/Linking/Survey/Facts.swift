package import Briefings
package import Diagnostics
package import Markdown

/// What the survey keeps of one file: what is annotated or named in it, not what is written.
///
/// References to other files are as written; linking resolves them. Blocks, links, citations, spans and
/// regions keep their indices in `Annotations`.
package struct Facts: Sendable {
  package let page: PageID
  package let path: RelativePath
  package var headings: [Heading] = []
  /// For the reading time; code is not counted.
  package var wordCount = 0
  /// Sentences that names, links and citations stand in, each once.
  package var sentences: [String] = []
  /// Names found in the text, by block and offset.
  package var names: [FoundName] = []
  /// Names in the text, folded, of which nothing says whose they are.
  package var ambiguousNames: Set<String> = []
  package var links: [FoundLink] = []
  package var images: [ImageUse] = []
  /// Tables with an identifier.
  package var anchors: [Anchor] = []
  package var citations: [FoundCitation] = []
  /// The labels of margin notes, nil for inline ones.
  package var noteLabels: [String?] = []
  package var spans: [FoundAnnotation] = []
  package var regions: [FoundAnnotation] = []
  package var allowances: [Allowance] = []
  package var findings: [Finding] = []

  package init(page: PageID, path: RelativePath) {
    self.page = page
    self.path = path
  }

  subscript(shape: AnnotationShape) -> FoundAnnotation {
    switch shape {
    case .span(let index): spans[index]
    case .region(let index): regions[index]
    }
  }
}

/// Where a name, a link or a citation stands.
package struct FoundPlace: Sendable, Equatable {
  /// Index in `Annotations.textBlocks`.
  package let block: Int
  /// UTF-8 offsets in the block's text.
  package let textRange: Range<Int>
  /// In the file.
  package let source: Range<Int>
  /// Index in `Facts.headings` of the section, nil before the first heading.
  package let section: Int?
  /// Index in `Facts.sentences`.
  package let sentence: Int
  /// The words, as UTF-8 offsets in that sentence.
  package let marked: Range<Int>
  package let isQuoted: Bool
}

/// An entity's name in the text.
package struct FoundName: Sendable, Equatable {
  package let entity: Slug
  package let written: String
  package let place: FoundPlace
}

package struct FoundLink: Sendable, Equatable {
  package let use: LinkUse.Form
  package let target: String
  /// The shown words.
  package let text: String
  package let place: FoundPlace
}

package struct FoundCitation: Sendable, Equatable {
  package struct Item: Sendable, Equatable {
    package let key: String
    package let locator: String
    package let suppressesAuthor: Bool
    package let source: Range<Int>
  }
  package let items: [Item]
  package let isInText: Bool
  /// Index in `Facts.sentences`.
  package let sentence: Int
}

/// An annotated span or block.
package struct FoundAnnotation: Sendable, Equatable {
  package let role: FoundRole
  package let id: String?
  package let idSource: Range<Int>?
  package let words: AnnotatedWords
  /// For an event: the sentence around a span, the words of a block.
  package let sentence: String
  /// Indices in `Facts.citations` of what it rests on.
  package let citations: [Int]
  /// `source=`: stated in place of the citations.
  package let statedSources: [Located<String>]
  /// Indices of the names and links inside it.
  package let names: [Int]
  package let links: [Int]
  /// The whole construct in the file.
  package let source: Range<Int>
  /// The group `{…}`.
  package let attributeSource: Range<Int>
  /// Where it begins on the page, for the order of spans and blocks: block, then offset in it.
  package let start: Start
  /// The text blocks a block spans; the one of a span.
  package let blocks: Range<Int>
  /// For `key-judgments`: each item's words and the range of blocks.
  package let items: [Item]

  /// Whether it cites anything, known or not.
  var isCited: Bool { !citations.isEmpty || !statedSources.isEmpty }

  package struct Start: Sendable, Equatable, Comparable {
    package let block: Int
    package let textOffset: Int

    package static func < (a: Start, b: Start) -> Bool {
      (a.block, a.textOffset) < (b.block, b.textOffset)
    }
  }

  package struct Item: Sendable, Equatable {
    package let wordCount: Int
    package let blocks: Range<Int>
    package let source: Range<Int>
  }
}
