import Diagnostics

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

  private static let names: Set<String> = ["href", "src", "poster"]

  /// `rel` of `<link>` elements that browsers fetch, or connect to (HTML, 4.6.7).
  private static let fetchedRelations: Set<String> = [
    "apple-touch-icon", "dns-prefetch", "icon", "manifest", "modulepreload", "preconnect", "prefetch",
    "preload", "stylesheet",
  ]

  /// In the order of the file.
  static func all(in elements: [TemplateElement], _ tags: [TemplateTag], of path: RelativePath)
    -> [TemplateLink]
  {
    elements.flatMap { element in
      element.attributes.filter { names.contains($0.name) && !$0.range.isEmpty }.compactMap { attribute in
        attribute.text.map {
          TemplateLink(
            place: Place(path, attribute.range), text: $0, beginsWithRoot: attribute.beginsWithRoot,
            isFetched: isFetched(attribute, of: element),
            isConditional: isConditional(attribute.range.lowerBound, tags))
        }
      }
    }
  }

  private static func isFetched(_ attribute: TemplateElement.Attribute, of element: TemplateElement) -> Bool {
    guard attribute.name == "href" else { return true }
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
