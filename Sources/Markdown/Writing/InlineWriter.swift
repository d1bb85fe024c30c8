import CMark

/// Writes a body's blocks, token by token: gathers the HTML of each text node and puts it in the node's place.
struct InlineWriter {
  let rewrites: Rewrites
  let table: MarkTable
  let dropsComments: Bool
  var typography: Typography
  private var block = 0
  /// The text node whose HTML is being gathered.
  private var node: Node?
  var output: [UInt8] = []
  /// Whether the HTML differs from what libcmark would print for the node.
  private var isChanged = false
  /// The next of the `mentions`.
  private var mention = 0
  private var openMention: String?

  init(rewrites: Rewrites, table: MarkTable, options: MarkdownOptions) {
    self.rewrites = rewrites
    self.table = table
    dropsComments = options.dropsComments
    typography = Typography(language: options.typographyLanguage)
  }

  /// Writes the block that was read last; blocks come in order.
  mutating func write(_ list: TokenList, _ annotations: Annotations) {
    block = annotations.textBlocks.count - 1
    typography.start(annotations.textBlocks[block])
    while mention < rewrites.mentions.count, rewrites.mentions[mention].block < block { mention += 1 }
    for token in list.tokens { write(token, annotations) }
    flush()
    typography.end()
    precondition(openMention == nil, "a mention ends in the block it begins in")
  }

  // MARK: Tokens

  private mutating func write(_ token: Token, _ annotations: Annotations) {
    switch token.kind {
    case .text, .open, .noteOpen, .close, .at, .strike, .url, .mark:
      begin(token.node)
      writeText(token, annotations)
    case .code, .html, .image:
      flush()
      writeLeaf(token)
    case .softBreak, .hardBreak:
      flush()
      if token.role == .hidden { token.node.remove() }
      typography.see(UInt8(ascii: "\n"))
    case .enter:
      flush()
      if token.node.showsAddress { typography.isPaused = true }
      enter(token)
      typography.seeEdge()
    case .exit:
      flush()
      typography.isPaused = false
      typography.seeEdge()
      // Emphasis inside a citation: its words are in the brackets. A note's reference in it stays.
      if token.role == .hidden { token.node.removeKeepingChildren() }
    }
  }

  private mutating func writeLeaf(_ token: Token) {
    // Inside a citation its brackets show what is said of the source.
    if token.role == .hidden { return token.node.remove() }
    switch token.kind {
    case .code:
      writeCode(token.node)
      typography.seeEdge()
    case .html: dropComment(token.node)
    default: writeImage(token)
    }
  }

  private mutating func begin(_ node: Node) {
    guard self.node != node else { return }
    flush()
    self.node = node
  }

  /// Puts what was gathered into the text node's place.
  private mutating func flush() {
    guard let node else { return }
    if isChanged { node.replace(with: .inline(taking: &output)) }
    self.node = nil
    output.removeAll(keepingCapacity: true)
    isChanged = false
  }

  private mutating func writeText(_ token: Token, _ annotations: Annotations) {
    if token.kind != .text || token.role != .plain { isChanged = true }
    switch token.role {
    case .hidden: break
    case .spanOpen:
      openSpan(token.number, annotations)
      typography.seeEdge()
    case .spanClose:
      closeSpan(token.number)
      typography.seeEdge()
    case .strikeOpen: write("<del>")
    case .strikeClose: write("</del>")
    case .citation: writeCitation(token.number, annotations)
    case .noteReference: writeNoteReference(token.number, annotations)
    case .wikiLink: writeWikiLink(token.number, annotations)
    case .numbered: writeURL(token.number, annotations)
    default: writePlain(token)
    }
  }

  private mutating func write(_ tag: String) {
    HTML.append(tag, into: &output)
    typography.seeEdge()
  }

  private mutating func writePlain(_ token: Token) {
    guard token.kind == .mark else {
      return writeWords(token.words, at: token.textOffset)
    }
    guard token.number < table.entries.count else { return }
    let entry = table.entries[token.number]
    switch entry.kind {
    case .guardian, .noteInside, .noteUnseparated, .labelDefinition, .continuation, .inlineNote: break
    case .verbatim: typography.keepsNext = true
    default: entry.shown.withUnsafeBufferPointer { writeWords($0, at: token.textOffset) }
    }
  }

  // MARK: Words and names

  /// Words, with the mentions that begin and end in them.
  private mutating func writeWords(_ words: UnsafeBufferPointer<UInt8>, at textOffset: Int) {
    guard mention < rewrites.mentions.count, rewrites.mentions[mention].block == block else {
      return writePlainWords(words, at: textOffset)
    }
    let mentions = rewrites.mentions
    var words = words
    var offset = textOffset
    while mention < mentions.count, mentions[mention].block == block {
      let range = mentions[mention].textRange
      let boundary = openMention == nil ? range.lowerBound : range.upperBound
      guard boundary < offset + words.count || (openMention != nil && boundary == offset + words.count) else {
        break
      }
      let count = max(0, boundary - offset)
      writePlainWords(UnsafeBufferPointer(rebasing: words.prefix(count)), at: offset)
      words = UnsafeBufferPointer(rebasing: words.dropFirst(count))
      offset += count
      if openMention == nil { open(mentions[mention]) } else { closeMention() }
    }
    writePlainWords(words, at: offset)
  }

  private mutating func writePlainWords(_ words: UnsafeBufferPointer<UInt8>, at textOffset: Int? = nil) {
    if typography.write(words, at: textOffset, into: &output) { isChanged = true }
  }

  mutating func writePlainWords(_ words: [UInt8]) {
    words.withUnsafeBufferPointer { writePlainWords($0) }
  }

  private mutating func open(_ mark: Rewrites.MentionMark) {
    isChanged = true
    openMention = mark.url == nil ? "span" : "a"
    HTML.append(mark.url == nil ? "<span" : "<a class=\"entity\"", into: &output)
    HTML.attribute("id", mark.id, into: &output)
    HTML.attribute("href", mark.url ?? "", into: &output)
    output.append(UInt8(ascii: ">"))
  }

  private mutating func closeMention() {
    isChanged = true
    HTML.append("</\(openMention ?? "span")>", into: &output)
    openMention = nil
    mention += 1
  }
}
