import CMark
import Diagnostics

/// The post-pass: walks the tree once and says what each mark, bracket and key means.
///
/// The survey and the renderer run the same walk; the renderer adds a `Writer`. So an annotation has the same
/// index in both.
struct Reader: ~Copyable {
  let body: Body
  let options: MarkdownOptions
  let marked: MarkedText
  var writer: Writer?
  var structure: Structure
  var tokenizer: Tokenizer
  /// What the next block's words are gathered in.
  var spareWords = Words()
  var annotations = Annotations()

  /// Changed text nodes stay text: for comparing trees.
  var restoresText = false

  var heading: Int?
  var region: Int?
  var note: Int?
  var quoteDepth = 0
  var openRegions: [Int] = []
  /// Where the inline note that is being read begins in the marked text.
  var inlineStart: Int?
  /// Where each cell and each caption is to be looked for in the marked text.
  var inlinePlaces: [Node: Range<Int>] = [:]
  /// Empty cells that the short rows of all tables may still be filled up with: a row of two bytes could ask for a
  /// thousand, again and again.
  var padding = 100_000
  /// By the last line of a table, that of the caption behind it.
  var captionLines: [Int: Int] = [:]
  /// What carries the identifier of each caption's table.
  var captions: [Node: Node] = [:]
  var headingIDs = HeadingIDs()
  /// Notes referred to since the last top-level block, as indices in `annotations.notes`.
  var pendingNotes: [PendingNote] = []
  /// Indices in `annotations.notes` that a reference leads to already.
  var referredNotes: Set<Int> = []
  /// `Structure.notes` index → `annotations.notes` index.
  var noteIndices: [Int: Int] = [:]
  /// From a group of attributes that was looked at to the end of its line in the file.
  var adviceLine = 0..<0
  /// References to notes that are not defined.
  var unknownNotes: [(label: String, source: Range<Int>)] = []
  /// Labels of definitions that stand where none can.
  var misplacedNotes: Set<String> = []
  /// Notes that an unknown label may mean, by label.
  var noteSuggestions: [String: [String]] = [:]
  /// Inline notes moved out of their paragraphs, by mark number.
  var inlineNotes: [InlineNote] = []
  /// One past each inline note in the marked text, in step with `inlineNotes`.
  var inlineNoteEnds: [Int] = []

  struct PendingNote {
    let index: Int
    let node: Node
    /// Where an inline note's words begin in the marked text.
    let marked: Int?
  }

  struct InlineNote {
    let paragraph: Node
    let marked: Range<Int>
  }

  init(body: Body, options: MarkdownOptions, marked: MarkedText, writer: Writer?) {
    self.body = body
    self.options = options
    self.marked = marked
    self.writer = writer
    tokenizer = Tokenizer(table: marked.table, features: options.features)
    structure = Structure(body: body, marked: marked, features: options.features)
    annotations.findings = marked.findings
  }

  mutating func read(_ root: Node) {
    structure.build(root)
    buildTables(root)
    annotations.findings += structure.findings
    reserveWrittenIDs()
    annotations.textBlocks.reserveCapacity(marked.lineStarts.count)
    var child = root.firstChild
    while let top = child {
      var last = readBlock(top)
      child = last.next
      for pending in takePendingNotes() { last = placeNote(pending, after: last) }
    }
    reportUnknownNotes()
    reportUnusedNotes()
    noteAllowances()
    structure.freeDetached()
  }

  /// Reads one top-level block with all below it; returns what stands in its place.
  mutating func readBlock(_ top: Node) -> Node {
    var top = top
    var current: Node? = top
    var isEntering = true
    while let node = current {
      if isEntering {
        let replacement = enter(node)
        if node == top { top = replacement }
        if isBlockContainer(replacement), let child = replacement.firstChild, child.isBlock {
          current = child
          continue
        }
        current = replacement
      }
      guard let left = current else { break }
      let node = leave(left)
      if left == top { return node }
      isEntering = node.next != nil
      current = node.next ?? node.parent
    }
    return top
  }

  private func isBlockContainer(_ node: Node) -> Bool {
    let kind = node.kind
    return kind == CMARK_NODE_BLOCK_QUOTE || kind == CMARK_NODE_LIST || kind == CMARK_NODE_ITEM
      || kind == CMARK_NODE_CUSTOM_BLOCK
  }

  private mutating func enter(_ node: Node) -> Node {
    switch node.kind {
    case CMARK_NODE_PARAGRAPH: return readInlines(of: node, kind: .paragraph)
    case CMARK_NODE_HEADING:
      return readInlines(of: node, kind: .heading(level: Int(cmark_node_get_heading_level(node))))
    case CMARK_NODE_CODE_BLOCK: restoreCode(node)
    case CMARK_NODE_HTML_BLOCK: return readHTML(node)
    case CMARK_NODE_CUSTOM_BLOCK where captions[node] != nil: return readInlines(of: node, kind: .caption)
    case CMARK_NODE_CUSTOM_BLOCK where node.firstChild.map { !$0.isBlock } ?? false:
      return readInlines(of: node, kind: .tableCell)
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_CUSTOM_BLOCK:
      if let tag = node.tag {
        enterRegion(tag)
      } else {
        quoteDepth += node.kind == CMARK_NODE_BLOCK_QUOTE ? 1 : 0
      }
    case CMARK_NODE_ITEM: enterItem(node)
    default: break
    }
    return node
  }

  /// Returns what stands in the block's place.
  private mutating func leave(_ node: Node) -> Node {
    switch node.kind {
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_CUSTOM_BLOCK:
      if node.tag != nil { return leaveRegion(node) }
      quoteDepth -= node.kind == CMARK_NODE_BLOCK_QUOTE ? 1 : 0
    case CMARK_NODE_ITEM: leaveItem(node)
    default: break
    }
    return node
  }

  mutating func report(
    _ code: FindingCode, _ range: Range<Int>, _ message: String, suggestions: [String] = [],
    severity: Severity? = nil
  ) {
    var finding = Finding(code, message, at: Place(body.path, range), suggestions: suggestions)
    if let severity { finding.severity = severity }
    annotations.findings.append(finding)
  }

  /// The source range of a range of the marked text.
  func source(_ marked: Range<Int>) -> Range<Int> {
    let start = self.marked.sourceOffset(marked.lowerBound)
    let end = self.marked.sourceOffset(marked.upperBound)
    return start..<max(start, end)
  }
}

extension Node {
  /// Whether it is a block.
  var isBlock: Bool {
    kind.rawValue >= CMARK_NODE_FIRST_BLOCK.rawValue && kind.rawValue <= CMARK_NODE_LAST_BLOCK.rawValue
  }
}
