@testable import Markdown

/// Survey and page count alike: each annotation gets its index as a class, and is found once in the page.
enum Numbering {
  static func rewrites(of annotations: Annotations) -> Rewrites {
    var rewrites = Rewrites()
    rewrites.spans = annotations.spans.indices.map { .init(id: nil, cssClass: "span-\($0)") }
    rewrites.regions = annotations.regions.indices.map { .init(id: nil, cssClass: "region-\($0)") }
    rewrites.noteIDs = annotations.notes.indices.map { "note-\($0)" }
    rewrites.links = annotations.links.indices.map { .init(url: "/", cssClass: "link-\($0)") }
    rewrites.images = annotations.images.indices.map { "/image-\($0)" }
    rewrites.citations = annotations.citations.enumerated().map { index, group in
      group.items.map { _ in .init(number: index, url: "/", label: "") }
    }
    return rewrites
  }

  static func check(_ nodes: [Markup.Node], _ annotations: Annotations) throws(Laws.Contradiction) {
    var found: [String: Int] = [:]
    try gather(nodes, isInLink: false, into: &found)
    for index in annotations.spans.indices {
      try Laws.require(found["span-\(index)"] == 1, "a span is in the page")
    }
    for index in annotations.regions.indices {
      try Laws.require(found["region-\(index)"] == 1, "a block is in the page")
    }
    for index in annotations.links.indices {
      try Laws.require(found["link-\(index)"] == 1, "a link is in the page")
    }
    for index in annotations.images.indices {
      try Laws.require(found["/image-\(index)"] == 1, "a picture is in the page")
    }
    try Laws.require(found["cites"] ?? 0 == annotations.citations.count, "a citation is in the page")
    try Laws.require(
      found["noteref"] ?? 0 == annotations.noteReferences.count, "a note's reference is in the page")
    try Laws.require(found["note"] ?? 0 == annotations.notes.count, "a note is in the page")
  }

  private static func gather(
    _ nodes: [Markup.Node], isInLink: Bool, into found: inout [String: Int]
  ) throws(Laws.Contradiction) {
    for case .element(let element) in nodes {
      let key = element.name == "img" ? element.attributes["src"] ?? "" : element.cssClass
      found[key, default: 0] += 1
      if key == "noteref" { try Laws.require(!isInLink, "no note's reference stands in a link") }
      try gather(element.children, isInLink: isInLink || element.name == "a", into: &found)
    }
  }
}
