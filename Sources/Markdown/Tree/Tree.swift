import CMark

/// A node of libcmark's tree; valid as long as its `Tree`.
typealias Node = OpaquePointer

/// The one owner of a libcmark tree.
struct Tree: ~Copyable {
  let root: Node

  /// Parses in safe mode. O(n) within `Marker`'s limits.
  init(parsing bytes: [UInt8]) {
    root = bytes.withUnsafeBytes { buffer in
      guard
        let root = cmark_parse_document(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
      else { preconditionFailure("libcmark returned no document") }
      return root
    }
  }

  deinit { cmark_node_free(root) }

  /// The tree as HTML by `cmark_render_html`, raw HTML refused.
  func html() -> [UInt8] {
    guard let rendered = cmark_render_html(root, CMARK_OPT_DEFAULT) else { return [] }
    defer { free(rendered) }
    let count = strlen(rendered)
    return rendered.withMemoryRebound(to: UInt8.self, capacity: count) {
      Array(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// One line with its escapes and entities undone and nothing else. O(n).
  ///
  /// The info string of a code block is where libcmark does just that (CommonMark 4.5).
  static func unescaped(_ line: [UInt8]) -> [UInt8] {
    let tree = Tree(parsing: Array("~~~ ".utf8) + line)
    guard let code = tree.root.firstChild else { return line }
    return Array(String(decoding: code.fenceInfo, as: UTF8.self).utf8)
  }

  /// The tree as libcmark's XML.
  func xml() -> String {
    guard let rendered = cmark_render_xml(root, CMARK_OPT_DEFAULT) else { return "" }
    defer { free(rendered) }
    return String(cString: rendered)
  }
}
