import Briefings
import EDTF
import Linking

/// A published source as it is handed to other programs.
struct Reference {
  let source: SourcePage
  let authors: [CitedName]

  var record: Source { source.record }
  /// A CSL type; a record that names none is some document.
  var type: String { record.type ?? "document" }
  var url: String? { if case .url(let url) = record.address { url } else { nil } }

  /// Whether the publisher is what the text appeared in, and is printed beside its title.
  var appearsInPublisher: Bool {
    switch type {
    case "article-journal", "article-magazine", "article-newspaper", "broadcast", "entry", "entry-dictionary",
      "entry-encyclopedia", "interview", "post", "post-weblog", "review", "review-book", "webpage":
      true
    default: false
    }
  }

  /// Every source that is not withheld, by identifier.
  static func all(of site: Site) -> [Reference] {
    let names = CitedNames(site)
    return site.sources.filter { !$0.isWithheld }.map { source in
      Reference(source: source, authors: source.record.authors.map { names.name($0) })
    }
  }

  /// Without control characters, each run of white space a space: no format has a place for a line break in a title.
  static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSpace =
        scalar == " " || (scalar.properties.isWhitespace && scalar != "\u{A0}" && scalar != "\u{202F}")
      if isSpace {
        if let last = line.last, last != " " { line.append(" ") }
      } else if scalar.properties.generalCategory != .control {
        line.append(scalar)
      }
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }
}
