/// One `{{…}}` of a template, with its place in the template's bytes.
struct TemplateTag: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// `{{name}}`
    case variable
    /// `{{{name}}}` or `{{&name}}`
    case unescaped
    /// `{{#name}}`
    case section
    /// `{{^name}}`
    case inverted
    /// `{{/name}}`
    case close
    /// `{{>name}}`
    case partial
    /// `{{<name}}`: a partial whose blocks are replaced.
    case parent
    /// `{{$name}}`: a block that an including template may replace.
    case block
    /// `{{!…}}`
    case comment

    /// Whether it opens something, or closes it.
    var isStructure: Bool {
      switch self {
      case .section, .inverted, .close, .parent, .block: true
      case .variable, .unescaped, .partial, .comment: false
      }
    }
  }

  let kind: Kind
  /// Without white space and transforms: `sources` of `{{# count(sources) }}`.
  let name: String
  /// `count` of `count(sources)`, outermost first.
  let transforms: [String]
  /// From the first brace to the last.
  let range: Range<Int>
  /// The name as written, transforms included.
  let nameRange: Range<Int>
}
