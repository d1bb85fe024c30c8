public import Diagnostics

/// CommonMark by the system's libcmark, plus the annotation dialect.
public enum Markdown {
  /// Everything the body says beside its words. The tree is freed before this returns.
  public static func annotations(of body: Body, options: MarkdownOptions) -> Annotations {
    Annotations()
  }

  /// The body's HTML (no surrounding element), with the annotations rewritten as `rewrites` orders.
  public static func html(of body: Body, options: MarkdownOptions, rewrites: Rewrites) -> [UInt8] {
    []
  }
}
