import Diagnostics

/// CommonMark by the system's libcmark, plus the annotation dialect.
///
/// Three steps: a pre-pass marks what libcmark would damage (`Marking`), libcmark parses once, a post-pass
/// says what the marks mean (`Reading`) and, for a page, rewrites the tree in place (`Writing`).
public enum Markdown {
  /// Everything the body says beside its words. The tree is freed before this returns. O(bytes).
  public static func annotations(of body: Body, options: MarkdownOptions) -> Annotations {
    let marked = Marker.mark(body, features: options.features)
    guard !marked.isRefused else { return refused(marked) }
    let tree = Tree(parsing: marked.bytes)
    var reader = Reader(body: body, options: options, marked: marked, writer: nil)
    reader.read(tree.root)
    return reader.annotations
  }

  /// The body's HTML (no surrounding element), with the annotations rewritten as `rewrites` orders. O(bytes).
  ///
  /// An empty `rewrites` shows every construct by its own words.
  public static func html(of body: Body, options: MarkdownOptions, rewrites: Rewrites) -> [UInt8] {
    let marked = Marker.mark(body, features: options.features)
    guard !marked.isRefused else { return [] }
    let tree = Tree(parsing: marked.bytes)
    let writer = Writer(rewrites: rewrites, marked: marked, options: options)
    var reader = Reader(body: body, options: options, marked: marked, writer: writer)
    reader.read(tree.root)
    return tree.html()
  }

  private static func refused(_ marked: MarkedText) -> Annotations {
    var annotations = Annotations()
    annotations.findings = marked.findings
    return annotations
  }
}
