/// A trie over folded names, in flat arrays.
///
/// Nodes are numbered breadth first, so that a node's children are neighbours and an edge's target needs no
/// storage: the edge with index *n* leads to node *n* + 1.
struct NameTrie: Sendable {
  struct Node: Sendable {
    /// The node's edges begin here and end where the next node's begin.
    let firstEdge: UInt32
    /// The index of the key that ends here among the sorted distinct keys, or -1.
    let key: Int32
  }

  /// One more than there are nodes.
  private(set) var nodes: [Node] = []
  private(set) var labels: [UInt8] = []
  /// The root's children by label, 0 for none: nearly every search ends there.
  private(set) var rootChildren = [UInt32](repeating: 0, count: 256)

  static let root = 0

  /// - Parameter keys: sorted, distinct, none empty.
  init(keys: [[UInt8]]) {
    var level = [(keys: keys.indices, depth: 0)]
    while !level.isEmpty {
      var next: [(keys: Range<Int>, depth: Int)] = []
      for node in level { addNode(node.keys, depth: node.depth, of: keys, into: &next) }
      level = next
    }
    nodes.append(Node(firstEdge: UInt32(labels.count), key: -1))
    for edge in 0..<Int(nodes[1].firstEdge) { rootChildren[Int(labels[edge])] = UInt32(edge + 1) }
  }

  /// Adds the node at which all of `range`'s keys share their first `depth` bytes, and queues its children.
  private mutating func addNode(
    _ range: Range<Int>, depth: Int, of keys: [[UInt8]], into next: inout [(keys: Range<Int>, depth: Int)]
  ) {
    var start = range.lowerBound
    let endsHere = start < range.upperBound && keys[start].count == depth
    nodes.append(Node(firstEdge: UInt32(labels.count), key: endsHere ? Int32(start) : -1))
    if endsHere { start += 1 }
    while start < range.upperBound {
      let label = keys[start][depth]
      var end = start + 1
      while end < range.upperBound, keys[end][depth] == label { end += 1 }
      labels.append(label)
      next.append((start..<end, depth + 1))
      start = end
    }
  }

  /// The child of `node` over `label`, 0 (the root, nobody's child) for none.
  ///
  /// Takes the arrays as spans: a walk that reads them through `self` spends half its time counting references.
  /// Unchecked, since a node only comes from here, each node has a successor that ends its edges, and a byte has
  /// 256 values.
  @inline(__always)
  static func child(
    of node: Int, over label: UInt8, nodes: Span<Node>, labels: Span<UInt8>, rootChildren: Span<UInt32>
  ) -> Int {
    if node == root { return Int(rootChildren[unchecked: Int(label)]) }
    var edge = Int(nodes[unchecked: node].firstEdge)
    let end = Int(nodes[unchecked: node + 1].firstEdge)
    while edge < end {
      if labels[unchecked: edge] == label { return edge + 1 }
      edge += 1
    }
    return 0
  }

  func child(of node: Int, over label: UInt8) -> Int {
    Self.child(
      of: node, over: label, nodes: nodes.span, labels: labels.span, rootChildren: rootChildren.span)
  }

  /// Whether a space leads to `node`, so that more white space changes nothing.
  func isSpace(_ node: Int) -> Bool { node != Self.root && labels[node - 1] == UInt8(ascii: " ") }

  /// The index of the key that is `bytes`, or nil.
  func key(_ bytes: [UInt8]) -> Int? {
    var node = Self.root
    for byte in bytes {
      node = child(of: node, over: byte)
      if node == 0 { return nil }
    }
    return nodes[node].key < 0 ? nil : Int(nodes[node].key)
  }
}
