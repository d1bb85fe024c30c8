import Markdown

/// One of Pandoc's readers, with what it and the dialect have in common.
enum Reader: String {
  /// Pandoc's reader on commonmark-hs: blocks, spans, notes and tables.
  case commonmark
  /// Pandoc's own Markdown, for what the other one lacks: citations and inline notes, in single paragraphs.
  case markdown

  /// As `--from` takes it.
  var format: String {
    switch self {
    case .commonmark:
      "commonmark+attributes+bracketed_spans+fenced_divs+footnotes+pipe_tables+smart+strikeout"
        + "+autolink_bare_uris"
    case .markdown:
      // Without the lists and formulas that a paragraph of random punctuation turns into.
      "markdown-fancy_lists-startnum-example_lists-definition_lists-tex_math_dollars-raw_tex-subscript"
        + "-superscript-raw_html-implicit_figures"
    }
  }

  /// The constructs that both sides know.
  var features: DialectFeatures {
    switch self {
    case .commonmark: [.notes, .spans, .regions, .headingAttributes, .tables, .strikethrough, .autolinks]
    case .markdown: [.notes, .spans, .citations, .strikethrough]
    }
  }
}
