import Foundation

/// Pandoc's document as a shape.
///
/// The names are those of pandoc-types 1.22 (`Text.Pandoc.Definition`).
enum PandocShape {
  static func shape(of document: JSON) -> Shape {
    Shape("document", blocks(document["blocks"])).normalized(isBlock: true)
  }

  private static func blocks(_ list: JSON) -> [Shape] { list.array.map(block) }

  private static func block(_ node: JSON) -> Shape {
    let content = node["c"]
    switch node["t"].string {
    case "Para": return Shape("para", inlines(content))
    case "Plain": return Shape("plain", inlines(content))
    case "LineBlock": return Shape("lines", content.array.map { Shape("plain", inlines($0)) })
    case "CodeBlock": return Shape(label("code", content[0]), [.text(content[1].string)]).verbatim
    case "RawBlock": return Shape("html")
    case "BlockQuote": return Shape("quote", blocks(content))
    case "OrderedList":
      return Shape("ordered \(content[0][0].number)", content[1].array.map { Shape("item", blocks($0)) })
    case "BulletList": return Shape("list", content.array.map { Shape("item", blocks($0)) })
    case "Header": return Shape(label("heading\(content[0].number)", content[1]), inlines(content[2]))
    case "HorizontalRule": return Shape("rule")
    case "Div": return Shape(label("div", content[0]), blocks(content[1]))
    case "Table": return table(content)
    default: return Shape(node["t"].string)
    }
  }

  private static func table(_ content: JSON) -> Shape {
    let alignments = content[2].array.map { String($0[0]["t"].string.dropFirst("Align".count)).lowercased() }
    var rows = content[3][1].array
    for body in content[4].array { rows += body[2].array + body[3].array }
    return Shape(
      "table",
      rows.map { row in
        Shape(
          "row",
          row[1].array.enumerated().map { column, cell in
            let alignment = alignments.indices.contains(column) ? alignments[column] : "default"
            return Shape(
              "cell \(alignment)", cell[4].array.flatMap { inlines($0["c"]) })
          })
      })
  }

  private static func inlines(_ list: JSON) -> [Shape] { list.array.flatMap(inline) }

  private static func inline(_ node: JSON) -> [Shape] {
    let content = node["c"]
    switch node["t"].string {
    case "Str": return [.text(Quotes.markingLone(content.string))]
    case "Space", "SoftBreak": return [.text(" ")]
    case "LineBreak": return [Shape("break")]
    case "Emph": return [Shape("emph", inlines(content))]
    case "Strong": return [Shape("strong", inlines(content))]
    case "Strikeout": return [Shape("strike", inlines(content))]
    case "Quoted": return quoted(content)
    case "Code": return [Shape(label("code", content[0]), [.text(content[1].string)]).verbatim]
    case "RawInline": return [Shape("html")]
    case "Span": return [Shape(label("span", content[0]), inlines(content[1]))]
    case "Link": return [Shape(label("link \(address(content[2]))", content[0]), inlines(content[1]))]
    case "Image":
      return [Shape(label("image \(address(content[2])) \(plain(content[1]))", content[0]))]
    case "Note": return [Shape("note", blocks(content))]
    case "Cite": return [cite(content)]
    default: return [Shape(node["t"].string, inlines(content))]
    }
  }

  private static func quoted(_ content: JSON) -> [Shape] {
    let isDouble = content[0]["t"].string == "DoubleQuote"
    return [.text(isDouble ? "“" : "‘")] + inlines(content[1]) + [.text(isDouble ? "”" : "’")]
  }

  private static func cite(_ content: JSON) -> Shape {
    let items = content[0].array.map { item in
      Shape.citation(
        key: item["citationId"].string, prefix: plain(item["citationPrefix"]),
        suffix: plain(item["citationSuffix"]),
        suppressesAuthor: item["citationMode"]["t"].string == "SuppressAuthor")
    }
    let isInText = content[0][0]["citationMode"]["t"].string == "AuthorInText"
    return Shape(isInText ? "cite in text" : "cite", items)
  }

  private static func label(_ name: String, _ attributes: JSON) -> String {
    Shape.label(
      name, id: attributes[0].string, classes: attributes[1].array.map(\.string),
      pairs: attributes[2].array.map { ($0[0].string, $0[1].string) })
  }

  private static func address(_ target: JSON) -> String {
    Shape.address(target[0].string, title: target[1].string)
  }

  private static func plain(_ list: JSON) -> String { Shape("", inlines(uncited(list))).plainText }

  /// A key among a citation's words is one of the words.
  private static func uncited(_ json: JSON) -> JSON {
    switch json {
    case .array(let values): return .array(values.map(uncited))
    case .object(let values):
      guard json["t"].string == "Cite" else { return .object(values.mapValues(uncited)) }
      return .object(["t": .string("Emph"), "c": json["c"][1]])
    default: return json
    }
  }
}

extension Shape {
  /// The words of a shape without its markup.
  var plainText: String {
    isText ? label : label == "break" ? " " : children.map(\.plainText).joined()
  }

  /// Percent signs undone: which characters of an address are written so is a detail of printing.
  static func address(_ url: String, title: String) -> String {
    "<\(url.removingPercentEncoding ?? url)>" + (title.isEmpty ? "" : " '\(title)'")
  }

  /// Blanks, the comma between key and suffix, and which characters are typographic are not compared: a locator
  /// is kept as typed.
  static func citation(key: String, prefix: String, suffix: String, suppressesAuthor: Bool) -> Shape {
    func words(_ text: some StringProtocol) -> String {
      typed(String(text)).split { $0.isWhitespace }.joined(separator: " ")
    }
    let suffix = words(suffix.drop { $0 == "," || $0.isWhitespace })
    return Shape("\(suppressesAuthor ? "-" : "")@\(key) [\(words(prefix))] [\(suffix)]")
  }

  /// Code keeps its blanks: its text becomes part of the label.
  var verbatim: Shape {
    Shape(label + " " + plainText.debugDescription)
  }
}
