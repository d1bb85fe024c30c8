import CMark

/// The next node of a depth-first walk below `root`, without recursion.
///
/// - Parameter entering: whether to go into `node`'s children.
func successor(of node: Node, below root: Node, entering: Bool = true) -> Node? {
  if entering, let child = node.firstChild { return child }
  var current = node
  while current != root {
    if let next = current.next { return next }
    guard let parent = current.parent else { return nil }
    current = parent
  }
  return nil
}
