import CMark

/// Small words over libcmark's calls. Kinds are compared as integers, never by name.
extension Node {
  var kind: cmark_node_type { cmark_node_get_type(self) }
  var parent: Node? { cmark_node_parent(self) }
  var next: Node? { cmark_node_next(self) }
  var firstChild: Node? { cmark_node_first_child(self) }
  var lastChild: Node? { cmark_node_last_child(self) }
  /// From 1, in the marked text.
  var startLine: Int { Int(cmark_node_get_start_line(self)) }
  var endLine: Int { Int(cmark_node_get_end_line(self)) }
  /// From 1, in bytes of the marked line; right for blocks, wrong for inlines in containers.
  var startColumn: Int { Int(cmark_node_get_start_column(self)) }

  /// The literal's bytes, valid until it is set or the node freed. O(length).
  var literal: UnsafeBufferPointer<UInt8> { Node.bytes(cmark_node_get_literal(self)) }
  /// A part of the literal that is known to be there: nothing is measured.
  func literal(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    let start = UnsafeRawPointer(cmark_node_get_literal(self))?.assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start.map { $0 + range.lowerBound }, count: range.count)
  }

  var url: UnsafeBufferPointer<UInt8> { Node.bytes(cmark_node_get_url(self)) }
  var title: UnsafeBufferPointer<UInt8> { Node.bytes(cmark_node_get_title(self)) }
  var fenceInfo: UnsafeBufferPointer<UInt8> { Node.bytes(cmark_node_get_fence_info(self)) }

  /// Whether it is a link whose words are its own address, as in `<http://…>`.
  var showsAddress: Bool {
    guard kind == CMARK_NODE_LINK, let child = firstChild, child.next == nil, child.kind == CMARK_NODE_TEXT
    else { return false }
    let (url, words) = (url, child.literal)
    guard url.count != words.count else { return url.elementsEqual(words) }
    return url.starts(with: "mailto:".utf8) && url.dropFirst("mailto:".utf8.count).elementsEqual(words)
  }

  func setLiteral(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { setLiteral($0) } }

  /// The bytes may be a part of the literal itself.
  func setLiteral(_ bytes: UnsafeBufferPointer<UInt8>) {
    Node.withCString(bytes) { _ = cmark_node_set_literal(self, $0) }
  }

  func setURL(_ bytes: [UInt8]) { Node.withCString(bytes) { _ = cmark_node_set_url(self, $0) } }
  func setTitle(_ bytes: [UInt8]) { Node.withCString(bytes) { _ = cmark_node_set_title(self, $0) } }
  func setFenceInfo(_ bytes: [UInt8]) {
    Node.withCString(bytes) { _ = cmark_node_set_fence_info(self, $0) }
  }

  /// A new custom node: `enter` and `exit` are written as they are, around its children.
  static func custom(block: Bool, enter: [UInt8], exit: [UInt8] = []) -> Node {
    let kind = block ? CMARK_NODE_CUSTOM_BLOCK : CMARK_NODE_CUSTOM_INLINE
    guard let node = cmark_node_new(kind) else { preconditionFailure("libcmark is out of memory") }
    node.setMarkup(enter: enter, exit: exit)
    return node
  }

  /// A new custom inline that prints `markup`, which is empty then and keeps its room.
  static func inline(taking markup: inout [UInt8]) -> Node {
    let node = new(CMARK_NODE_CUSTOM_INLINE)
    withCString(&markup) { _ = cmark_node_set_on_enter(node, $0) }
    markup.removeAll(keepingCapacity: true)
    return node
  }

  /// What a custom node prints before and after its children.
  func setMarkup(enter: [UInt8], exit: [UInt8]) {
    Node.withCString(enter) { _ = cmark_node_set_on_enter(self, $0) }
    if !exit.isEmpty { Node.withCString(exit) { _ = cmark_node_set_on_exit(self, $0) } }
  }

  static func new(_ kind: cmark_node_type) -> Node {
    guard let node = cmark_node_new(kind) else { preconditionFailure("libcmark is out of memory") }
    return node
  }

  func append(_ child: Node) { Node.require(cmark_node_append_child(self, child)) }
  func follow(with sibling: Node) { Node.require(cmark_node_insert_after(self, sibling)) }
  func precede(with sibling: Node) { Node.require(cmark_node_insert_before(self, sibling)) }

  /// Takes this node's place in the tree with `other`, which gets its children, and frees it.
  func replaceKeepingChildren(with other: Node) {
    precede(with: other)
    while let child = firstChild { other.append(child) }
    remove()
  }

  /// Leaves its children in its place, and frees it.
  func removeKeepingChildren() {
    while let child = firstChild { precede(with: child) }
    remove()
  }

  /// Takes this node's place in the tree with `other`, and frees it.
  func replace(with other: Node) {
    precede(with: other)
    remove()
  }

  /// Out of the tree, and freed with all below it.
  func remove() {
    cmark_node_unlink(self)
    cmark_node_free(self)
  }

  /// An index kept with the node, nil when none was.
  var tag: Int? {
    get { cmark_node_get_user_data(self).map { Int(bitPattern: $0) - 1 } }
    nonmutating set {
      cmark_node_set_user_data(self, newValue.flatMap { UnsafeMutableRawPointer(bitPattern: $0 + 1) })
    }
  }

  /// Every insert we ask for is one that libcmark allows.
  private static func require(_ result: Int32) {
    precondition(result == 1, "libcmark refused to insert a node")
  }

  private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: strlen(string))
  }

  private static func withCString(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Void) {
    bytes.withUnsafeBufferPointer { withCString($0, body) }
  }

  private static func withCString(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<CChar>) -> Void
  ) {
    withUnsafeTemporaryAllocation(byteCount: bytes.count + 1, alignment: 1) { string in
      string.copyMemory(from: UnsafeRawBufferPointer(bytes))
      string[bytes.count] = 0
      if let start = string.baseAddress { body(start.assumingMemoryBound(to: CChar.self)) }
    }
  }

  /// Leaves a NUL behind `bytes`.
  private static func withCString(_ bytes: inout [UInt8], _ body: (UnsafePointer<CChar>) -> Void) {
    bytes.append(0)
    bytes.withUnsafeBytes { buffer in
      if let start = buffer.baseAddress { body(start.assumingMemoryBound(to: CChar.self)) }
    }
  }
}
