import Diagnostics
import Linking

/// An address that a template's HTML names, as far as it is known before anything is rendered.
struct TemplateLink: Sendable {
  let place: Place
  /// Behind `{{root}}` when it begins with that, else as written.
  let text: String
  let beginsWithRoot: Bool
  /// Whether browsers fetch it by themselves: a picture, a script, a style sheet.
  let isFetched: Bool
  /// Whether it stands in a section, so that a condition may hold it back.
  let isConditional: Bool

  private static let names: Set<String> = ["data", "href", "poster", "src", "xlink:href"]

  /// `rel` of `<link>` elements that browsers fetch, or connect to (HTML, 4.6.7).
  private static let fetchedRelations: Set<String> = [
    "apple-touch-icon", "dns-prefetch", "icon", "manifest", "modulepreload", "preconnect", "prefetch",
    "preload", "stylesheet",
  ]

  /// In the order of the file.
  static func all(in elements: [TemplateElement], _ tags: [TemplateTag], of file: ThemeFile) -> [TemplateLink]
  {
    elements.flatMap { element in
      element.attributes.flatMap { attribute in addresses(in: attribute, of: element, file.bytes) }
        + styled(element.content, of: element, file.bytes)
    }.map { found in
      TemplateLink(
        place: Place(file.sitePath, found.range), text: found.text, beginsWithRoot: found.beginsWithRoot,
        isFetched: found.isFetched, isConditional: isConditional(found.range.lowerBound, tags))
    }
  }

  private struct Found {
    let range: Range<Int>
    let text: String
    var beginsWithRoot = false
    var isFetched = true
  }

  private static func addresses(
    in attribute: TemplateElement.Attribute, of element: TemplateElement, _ bytes: [UInt8]
  ) -> [Found] {
    guard let text = attribute.text, !attribute.range.isEmpty else { return [] }
    switch attribute.name {
    case "srcset": return candidates(in: attribute, text)
    case "style": return remote(in: attribute.range, bytes)
    case let name where names.contains(name) && (name != "data" || element.name == "object"):
      return [
        Found(
          range: attribute.range, text: text, beginsWithRoot: attribute.beginsWithRoot,
          isFetched: isFetched(attribute, of: element))
      ]
    default: return []
    }
  }

  /// Each address of a list such as `a.png 1x, b.png 2x` (HTML, 4.8.4.2.1).
  private static func candidates(in attribute: TemplateElement.Attribute, _ text: String) -> [Found] {
    text.split(separator: ",").enumerated().compactMap { index, candidate in
      candidate.split(whereSeparator: \.isWhitespace).first.map { address in
        Found(
          range: attribute.range, text: String(address),
          beginsWithRoot: index == 0 && attribute.beginsWithRoot)
      }
    }
  }

  private static func styled(_ content: Range<Int>, of element: TemplateElement, _ bytes: [UInt8]) -> [Found]
  {
    element.name == "style" ? remote(in: content, bytes) : []
  }

  /// What a style sheet loads from other hosts; its other addresses are seen from each page.
  private static func remote(in range: Range<Int>, _ bytes: [UInt8]) -> [Found] {
    StylesheetAddresses.ranges(in: Array(bytes[range])).compactMap { address in
      let place = range.lowerBound + address.lowerBound..<range.lowerBound + address.upperBound
      let text = String(decoding: bytes[place], as: UTF8.self)
      return Destinations.isRemote(text) ? Found(range: place, text: text) : nil
    }
  }

  private static func isFetched(_ attribute: TemplateElement.Attribute, of element: TemplateElement) -> Bool {
    guard attribute.name.hasSuffix("href") else { return true }
    // What all addresses of a page are seen from, and pictures inside a drawing.
    if ["base", "feimage", "image", "use"].contains(element.name) { return true }
    guard element.name == "link", let relations = element["rel"]?.text else { return false }
    return relations.lowercased().split(separator: " ").contains { fetchedRelations.contains(String($0)) }
  }

  private static func isConditional(_ offset: Int, _ tags: [TemplateTag]) -> Bool {
    var open: [Bool] = []
    for tag in tags where tag.range.lowerBound < offset {
      switch tag.kind {
      case .section, .inverted: open.append(true)
      case .parent, .block: open.append(false)
      case .close: _ = open.popLast()
      default: break
      }
    }
    return open.contains(true)
  }
}
