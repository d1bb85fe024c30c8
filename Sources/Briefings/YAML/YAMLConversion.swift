import Yams

/// The parser's tree, with places instead of marks and aliases replaced by what they name.
struct YAMLConversion {
  /// Nodes that may be reached through aliases, all together.
  static let aliasedNodeLimit = 1_000
  static let aliasLimit = 100
  /// Nodes of a whole file, written out.
  static let nodeLimit = 100_000

  private let bytes: [UInt8]
  private let range: Range<Int>
  /// What stands for an asterisk in the parser's strings.
  private let asterisk: [UInt8]?
  private let renamedKeys: [Int: String]
  private var cursor: YAMLCursor
  private var anchors: [String: YAMLNode] = [:]
  /// What aliases there are name; anchors without one are most often a text's first word.
  private let aliasNames: Set<String>
  private var aliases = 0
  private var aliasedNodes = 0
  private var nodes = 0

  init(bytes: [UInt8], range: Range<Int>, asterisk: [UInt8]?, renamedKeys: [Int: String]) {
    self.bytes = bytes
    self.range = range
    self.asterisk = asterisk
    self.renamedKeys = renamedKeys
    self.cursor = YAMLCursor(bytes, in: range)
    self.aliasNames = asterisk == nil ? [] : LostWords.aliases(in: bytes[range])
  }

  /// Nodes must come in the order of the text.
  mutating func convert(_ node: Node) throws(YAMLProblem) -> YAMLNode {
    let start = node.mark.map { cursor.offset(line: $0.line, column: $0.column) } ?? range.lowerBound
    nodes += 1
    guard nodes <= Self.nodeLimit else {
      throw YAMLProblem(
        .tooLarge, "more than 100,000 values; shorten the front matter", start..<start + 1)
    }
    let properties = NodeProperties(bytes, from: start, before: range.upperBound)
    if let tag = properties.foreignTag {
      throw YAMLProblem(
        .syntax, "a text cannot begin with '!' in YAML; put it in quotes", tag..<tag + 1)
    }
    let result: YAMLNode
    switch node {
    case .scalar(let scalar):
      if isAlias(scalar, at: properties.end) { return try resolve(scalar, start: start, properties) }
      result = convert(scalar, start: start, properties)
    case .sequence(let sequence): result = try convert(sequence, start: properties.end)
    case .mapping(let mapping): result = try convert(mapping, start: properties.end)
    case .alias: throw YAMLProblem(.syntax, "an alias that names nothing", start..<start + 1)
    }
    if let anchor = properties.anchor, !beginsWithItsKey(node) { anchors[anchor] = result }
    return result
  }

  /// In `&a key: value` map and key have one mark, and the anchor is the key's.
  private func beginsWithItsKey(_ node: Node) -> Bool {
    guard case .mapping(let mapping) = node, let key = mapping.first?.key.mark, let mark = node.mark else {
      return false
    }
    return key.line == mark.line && key.column == mark.column
  }

  private mutating func convert(_ sequence: Node.Sequence, start: Int) throws(YAMLProblem) -> YAMLNode {
    var items: [YAMLNode] = []
    items.reserveCapacity(sequence.count)
    for item in sequence { items.append(try convert(item)) }
    return collection(.sequence(items), items, start: start)
  }

  private mutating func convert(_ mapping: Node.Mapping, start: Int) throws(YAMLProblem) -> YAMLNode {
    var pairs: [YAMLNode.Pair] = []
    var children: [YAMLNode] = []
    pairs.reserveCapacity(mapping.count)
    for (key, value) in mapping {
      let key = try convert(key)
      let value = try convert(value)
      pairs.append(YAMLNode.Pair(key: key, value: value))
      children.append(key)
      children.append(value)
    }
    return collection(.mapping(pairs), children, start: start)
  }

  private func collection(_ content: YAMLNode.Content, _ children: [YAMLNode], start: Int) -> YAMLNode {
    var end = min(start + 1, range.upperBound)
    var count = 1
    for child in children {
      end = max(end, child.end)
      count += child.nodeCount
    }
    return YAMLNode(content: content, source: start..<max(start, end), end: end, nodeCount: count)
  }

  private func convert(_ scalar: Node.Scalar, start: Int, _ properties: NodeProperties) -> YAMLNode {
    let text = renamedKeys[start].map(restored) ?? restored(scalar.string)
    let extent = extent(of: text, scalar.style, from: properties.end)
    // Where nothing follows an anchor or tag, what follows it is another value.
    let isMissing = text.isEmpty && scalar.style == .plain
    let end = isMissing ? properties.wordsEnd : extent.whole.upperBound
    return YAMLNode(
      content: .scalar(text), source: isMissing ? start..<properties.wordsEnd : extent.content,
      end: end, verbatimStart: extent.verbatimStart, isPlain: scalar.style == .plain,
      lost: scalar.style == .plain ? lostWords(properties, start: start, end: end) : nil)
  }

  private func lostWords(_ properties: NodeProperties, start: Int, end: Int) -> LostWords? {
    if let anchor = properties.anchor, !aliasNames.contains(anchor), let offset = properties.anchorStart {
      return .anchor(offset)
    }
    return LostWords.comment(bytes, behind: end, before: range.upperBound)
  }

  private func extent(of text: String, _ style: Node.Scalar.Style, from start: Int) -> ScalarExtent {
    let end = range.upperBound
    guard start < end else { return ScalarExtent(plain: "", bytes, from: min(start, end), before: end) }
    switch style {
    case .singleQuoted, .doubleQuoted: return ScalarExtent(quoted: text, bytes, from: start, before: end)
    case .literal, .folded: return ScalarExtent(block: text, bytes, from: start, before: end)
    case .plain, .any: return ScalarExtent(plain: text, bytes, from: start, before: end)
    }
  }

  /// The text with its asterisks back.
  private func restored(_ text: String) -> String {
    guard let asterisk, text.utf8.contains(asterisk[0]) else { return text }
    let standIn = asterisk.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    guard let scalar = standIn.unicodeScalars.first else { return text }
    var result = String.UnicodeScalarView()
    for each in text.unicodeScalars { result.append(each == scalar ? "*" : each) }
    return String(result)
  }

  // MARK: Aliases

  private func isAlias(_ scalar: Node.Scalar, at offset: Int) -> Bool {
    asterisk != nil && scalar.style == .plain && offset < range.upperBound
      && bytes[offset] == UInt8(ascii: "*") && !scalar.string.isEmpty
  }

  private mutating func resolve(
    _ scalar: Node.Scalar, start: Int, _ properties: NodeProperties
  ) throws(YAMLProblem) -> YAMLNode {
    let text = restored(scalar.string)
    let source = ScalarExtent(plain: text, bytes, from: properties.end, before: range.upperBound).whole
    let name = String(text.dropFirst())
    let isName = !name.isEmpty && name.utf8.allSatisfy(YAMLConversion.isNameByte)
    guard isName, properties.end == start, let target = anchors[name] else {
      throw YAMLProblem(
        .syntax,
        isName
          ? "no anchor '&\(name)' stands before this alias; put a text that begins with * in quotes"
          : "a text that begins with * must stand in quotes", source)
    }
    aliases += 1
    aliasedNodes += target.nodeCount
    guard aliases <= Self.aliasLimit, aliasedNodes <= Self.aliasedNodeLimit else {
      throw YAMLProblem(
        .tooLarge,
        "the aliases up to this one stand for too much (at most 100 aliases and 1,000 values); write it out",
        source)
    }
    nodes += target.nodeCount
    return target
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
