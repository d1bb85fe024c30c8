import CMark
import Diagnostics

/// The first pass over the tree: comment lines become regions, list items become notes.
///
/// Works container by container with an explicit stack, so depth costs no stack space.
struct Structure {
  let body: Body
  let marked: MarkedText
  let features: DialectFeatures
  /// By the `tag` of their CUSTOM_BLOCK or BLOCK_QUOTE.
  private(set) var regions: [OpenRegion] = []
  /// By label, lower-cased as references compare.
  private(set) var notes: [Definition] = []
  var findings: [Finding] = []
  private var noteIndices: [[UInt8]: Int] = [:]
  var comments: [Comment] = []
  /// Where the paragraph of each fence that closes nothing begins in the marked text.
  private(set) var strayFences: [Node: Int] = [:]
  /// Lines, from 0, that open no block and were reported, as long as no closing fence is told to be theirs.
  var malformedFences: [Int] = []

  struct OpenRegion {
    let kind: Region.Kind
    let attributes: Attributes
    var source: Range<Int>
    let node: Node
    /// Where it begins in the marked text, from 1.
    let line: Int
    /// The line of a callout's `[!TYPE]`.
    var typeLine: Int?
    /// The line of the closing fence.
    var endLine: Int?
  }

  struct Definition {
    let label: [UInt8]
    let source: Range<Int>
    /// The detached item that holds the body.
    let item: Node
    var isReferred = false
  }

  init(body: Body, marked: MarkedText, features: DialectFeatures) {
    self.body = body
    self.marked = marked
    self.features = features
  }

  mutating func build(_ root: Node) {
    readCode(below: root)
    if !marked.noteDefinitions.isEmpty { detachNotes(root) }
    var containers = [root]
    containers += notes.map(\.item)
    findMalformedFences(below: containers)
    while let container = containers.popLast() {
      // What stands between two fences was gone through with what stands around them.
      let count = regions.count
      if container.kind != CMARK_NODE_CUSTOM_BLOCK { pairFences(in: container) }
      if regions.count > count, container.kind == CMARK_NODE_ITEM, let list = container.parent {
        tighten(list)
      }
      var child = container.firstChild
      while let node = child {
        child = node.next
        if isContainer(node.kind) { containers.append(node) }
      }
    }
    findFollowing()
  }

  /// Frees the notes that were put nowhere.
  func freeDetached() {
    for note in notes where note.item.parent == nil { cmark_node_free(note.item) }
  }

  private func isContainer(_ kind: cmark_node_type) -> Bool {
    kind == CMARK_NODE_BLOCK_QUOTE || kind == CMARK_NODE_LIST || kind == CMARK_NODE_ITEM
      || kind == CMARK_NODE_CUSTOM_BLOCK
  }

  // MARK: Notes

  private mutating func detachNotes(_ root: Node) {
    var definitions = [Int: MarkedText.NoteDefinition]()
    for definition in marked.noteDefinitions { definitions[definition.line + 1] = definition }
    var child = root.firstChild
    while let list = child {
      child = list.next
      guard list.kind == CMARK_NODE_LIST else { continue }
      detachNotes(from: list, definitions)
    }
    notes.sort { $0.source.lowerBound < $1.source.lowerBound }
    noteIndices = Dictionary(
      notes.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
    reportDuplicates()
  }

  private mutating func detachNotes(from list: Node, _ definitions: [Int: MarkedText.NoteDefinition]) {
    var item = list.firstChild
    while let current = item {
      item = current.next
      guard let definition = definitions[current.startLine] else { continue }
      cmark_node_unlink(current)
      // A loose copy of its kind: its paragraphs are printed as paragraphs.
      notes.append(Definition(label: definition.label, source: definition.range, item: current))
    }
    if list.firstChild == nil { list.remove() }
  }

  private mutating func reportDuplicates() {
    var first: [[UInt8]: Range<Int>] = [:]
    for note in notes {
      guard let earlier = first[note.label] else {
        first[note.label] = note.source
        continue
      }
      findings.append(
        Finding(
          .duplicateID, "two notes are called '\(String(decoding: note.label, as: UTF8.self))'; rename one",
          at: Place(body.path, note.source), notes: [.init("first defined here", Place(body.path, earlier))]))
    }
  }

  /// The note that `[^label]` means.
  func note(_ label: some Collection<UInt8>) -> Int? {
    noteIndices[Array(label)]
  }

  // MARK: Fences

  private mutating func pairFences(in container: Node) {
    guard let first = container.firstChild else { return }
    var open: [Int] = []
    var child: Node? = first
    while let node = child {
      child = node.next
      if node.kind == CMARK_NODE_HTML_BLOCK, handle(node, &open) { continue }
      if node.kind == CMARK_NODE_BLOCK_QUOTE, features.contains(.callouts) { findCallout(node) }
      if let innermost = open.last { regions[innermost].node.append(node) }
    }
    for (position, index) in open.enumerated() where position == 0 || open[position - 1] != index {
      reportUnclosed(index)
    }
  }

  /// Whether the block was a fence or a comment of ours, and is used up.
  private mutating func handle(_ node: Node, _ open: inout [Int]) -> Bool {
    guard let number = fenceMark(node) else {
      noteComment(node)
      return false
    }
    let source = marked.table.entries[number].source
    guard !source.isEmpty else {
      node.remove()
      return true
    }
    let place = fencePlace(node, source.count)
    let meaning = source.withUnsafeBufferPointer {
      FenceLine($0, 0..<source.count, base: place.lowerBound)?.meaning
    }
    switch meaning {
    case .opening where open.count >= Marker.maximumContainers: openTooDeep(node, place, &open)
    case .opening(let attributes): openRegion(node, attributes, place, &open)
    case .closing where !open.isEmpty:
      let index = open.removeLast()
      regions[index].source = regions[index].source.lowerBound..<place.upperBound
      regions[index].endLine = node.startLine
      node.remove()
    default: keepStrayFence(node, number, place, open)
    }
    return true
  }

  /// libcmark's inserts cost as much as their place is deep: what stands deeper belongs to the last block allowed.
  private mutating func openTooDeep(_ node: Node, _ place: Range<Int>, _ open: inout [Int]) {
    if open.count == Marker.maximumContainers {
      findings.append(
        Finding(
          .tooDeep, "more than \(Marker.maximumContainers) blocks inside each other; flatten them",
          at: Place(body.path, place)))
    }
    open.append(open[open.count - 1])
    node.remove()
  }

  private mutating func openRegion(
    _ node: Node, _ attributes: Attributes, _ place: Range<Int>, _ open: inout [Int]
  ) {
    let block = Node.custom(block: true, enter: [])
    let line = node.startLine
    block.tag = regions.count
    node.replace(with: block)
    if let innermost = open.last { regions[innermost].node.append(block) }
    open.append(regions.count)
    regions.append(OpenRegion(kind: .fenced, attributes: attributes, source: place, node: block, line: line))
  }

  private mutating func keepStrayFence(_ node: Node, _ number: Int, _ place: Range<Int>, _ open: [Int]) {
    let paragraph = Node.new(CMARK_NODE_PARAGRAPH)
    let text = Node.new(CMARK_NODE_TEXT)
    var mark: [UInt8] = []
    Mark.append(number, to: &mark)
    text.setLiteral(mark)
    paragraph.append(text)
    strayFences[paragraph] = marked.lineStarts[node.startLine - 1] + node.startColumn - 1
    let line = node.startLine
    node.replace(with: paragraph)
    guard !takeMalformedFence(above: line) else { return }
    findings.append(
      Finding(
        .unclosedBlock, "this ':::' closes nothing; remove it, or open a block above it",
        at: Place(body.path, place)))
  }

  private mutating func reportUnclosed(_ index: Int) {
    let region = regions[index]
    findings.append(
      Finding(
        .unclosedBlock, "this block is never closed; end it with a line ':::'",
        at: Place(body.path, region.source)))
  }

  /// The mark's number when the block is `<!--mark-->`.
  private func fenceMark(_ node: Node) -> Int? {
    let literal = node.literal
    guard literal.count > 12 else { return nil }
    // Up to three blanks may stand before.
    guard let start = literal.firstIndex(of: Mark.firstByte), (4...7).contains(start),
      literal[start - 4] == UInt8(ascii: "<"), let mark = Mark.read(literal, at: start),
      marked.table.entries[mark.number].kind == .fence
    else { return nil }
    return mark.number
  }

  private func fencePlace(_ node: Node, _ count: Int) -> Range<Int> {
    let start = marked.lineStarts[node.startLine - 1] + node.startColumn - 1
    return marked.sourceOffset(start)..<marked.sourceOffset(start) + count
  }

  // MARK: Callouts

  /// `> [!TYPE]` alone on the quotation's first line (GitHub's alerts).
  private mutating func findCallout(_ quote: Node) {
    guard let paragraph = quote.firstChild, paragraph.kind == CMARK_NODE_PARAGRAPH,
      let text = paragraph.firstChild, text.kind == CMARK_NODE_TEXT, text.literal.first == UInt8(ascii: "[")
    else { return }
    guard let type = Structure.calloutType(text.literal),
      text.next == nil || text.next?.kind == CMARK_NODE_SOFTBREAK || text.next?.kind == CMARK_NODE_LINEBREAK
    else { return reportTitle(text.literal, paragraph) }
    let place = fencePlace(paragraph, type.utf8.count + 3)
    let typeLine = paragraph.startLine
    if let lineBreak = text.next { lineBreak.remove() }
    text.remove()
    if paragraph.firstChild == nil { paragraph.remove() }
    let end = marked.sourceOffset(marked.lineEnd(quote.endLine))
    quote.tag = regions.count
    regions.append(
      OpenRegion(
        kind: .callout(type.lowercased()), attributes: Attributes(source: place),
        source: place.lowerBound..<max(end, place.upperBound), node: quote, line: quote.startLine,
        typeLine: typeLine))
    reportUnknownCallout(type, place)
  }

  /// `[!NOTE] words`: a callout has no title of its own.
  private mutating func reportTitle(_ literal: UnsafeBufferPointer<UInt8>, _ paragraph: Node) {
    guard let close = literal.prefix(20).firstIndex(of: UInt8(ascii: "]")),
      let type = Structure.calloutType(UnsafeBufferPointer(rebasing: literal[...close])),
      Structure.calloutTypes.contains(type.lowercased())
    else { return }
    findings.append(
      Finding(
        .unsupportedSyntax, "a callout's type stands alone on its line; begin the words on the next one",
        at: Place(body.path, fencePlace(paragraph, close + 1))))
  }

  private mutating func reportUnknownCallout(_ type: String, _ place: Range<Int>) {
    guard !Structure.calloutTypes.contains(type.lowercased()) else { return }
    findings.append(
      Finding(
        .unknownCallout, "no callout is called '\(type)'; write NOTE, TIP, IMPORTANT, WARNING or CAUTION",
        at: Place(body.path, place),
        suggestions: Suggestions.nearest(to: type, among: Structure.calloutTypes.map { $0.uppercased() })))
  }
}
