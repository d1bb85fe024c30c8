@testable import Markdown

/// Links and numbers as a site would give them.
enum MadeUpSite {
  static func rewrites(for annotations: Annotations) -> Rewrites {
    var rewrites = Rewrites()
    rewrites.links = annotations.links.map(target)
    rewrites.images = annotations.images.map { "/media/\($0.destination)" }
    var numbers: [String: Int] = [:]
    rewrites.citations = annotations.citations.map { group in
      group.items.map { item in
        let number = numbers[item.key] ?? numbers.count + 1
        numbers[item.key] = number
        return mark(of: item, number, isInText: group.isInText)
      }
    }
    rewrites.noteIDs = annotations.notes.enumerated().map { "note-\($1.label ?? "\($0 + 1)")" }
    return rewrites
  }

  private static func target(of link: LinkUse) -> Rewrites.LinkTarget {
    guard case .wiki(let fragment, _) = link.form else {
      return .init(url: link.target.replacing(".md", with: "/"))
    }
    let anchor = fragment.map { "#" + HeadingIDs.identifier(for: $0) } ?? ""
    guard !link.target.isEmpty else { return .init(url: anchor) }
    let isBriefing = link.target.hasPrefix("briefings/")
    let path = isBriefing ? link.target : "entities/" + HeadingIDs.identifier(for: link.target)
    return .init(url: "/\(path)/\(anchor)", cssClass: isBriefing ? "" : "entity")
  }

  private static func mark(of item: CitationItem, _ number: Int, isInText: Bool) -> Rewrites.CitationMark {
    let publisher =
      item.key.hasPrefix("elpais") ? "El País" : item.key.hasPrefix("reuters") ? "Reuters" : "A source"
    return .init(
      number: number, url: "#source-\(HeadingIDs.identifier(for: item.key))",
      label: item.locator.isEmpty ? publisher : "\(publisher), \(item.locator)",
      publisher: isInText && !item.suppressesAuthor ? publisher : nil)
  }
}
