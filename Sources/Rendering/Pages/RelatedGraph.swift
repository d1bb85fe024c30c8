import Briefings
import Linking

/// A drawing of an entity amid those that stand in the same paragraphs: the table below it says the same.
///
/// The entity stands in the middle, the others in two bows beside it, those with most paragraphs in common nearest
/// to the middle of each; lines between them tell which of them stand together, too. All coordinates are integers,
/// so that the same neighbours give the same bytes.
struct RelatedGraph {
  struct Node {
    let entity: Slug
    let name: String
    let url: String?
    let paragraphs: Int
    fileprivate(set) var x = 0
    fileprivate(set) var y = 0
  }

  static let limit = 24
  /// Lines between neighbours: from each to those closest to it. More would be a tangle.
  static let tieLimit = 3
  private static let width = 720
  private static let rowHeight = 30
  private static let margin = 20
  /// Half the distance of the bows' ends, and how much farther their middles are.
  private static let (nearReach, bulge) = (70, 80)

  private let center: String
  private var nodes: [Node]
  private let height: Int

  /// - Parameter nodes: closest first.
  init(around center: String, _ nodes: [Node]) {
    self.center = center
    self.nodes = Array(nodes.prefix(Self.limit))
    let rows = (self.nodes.count + 1) / 2
    height = max(3, rows) * Self.rowHeight + 2 * Self.margin
    place()
  }

  /// The closest to the right, the next to the left, and so on, each farther from the middle of its bow.
  private mutating func place() {
    for side in 0..<2 {
      let members = nodes.indices.filter { $0 % 2 == side }
      for (rank, index) in members.enumerated() {
        // 0, 1, -1, 2, -2…, moved so that an even number of rows is centred.
        let step = rank % 2 == 1 ? (rank + 1) / 2 : -(rank / 2)
        let shift = members.count % 2 == 0 ? -Self.rowHeight / 2 : 0
        let offset = step * Self.rowHeight + shift
        nodes[index].y = height / 2 + offset
        let reach = Self.nearReach + Self.bow(offset, in: height / 2)
        nodes[index].x = Self.width / 2 + (side == 0 ? reach : -reach)
      }
    }
  }

  /// A circle's arc, drawn out: the bulge in the middle, nothing at the ends.
  private static func bow(_ offset: Int, in radius: Int) -> Int {
    bulge * root(max(0, radius * radius - offset * offset)) / max(1, radius)
  }

  /// The square root, rounded down (Newton's method on integers).
  private static func root(_ number: Int) -> Int {
    guard number > 1 else { return number }
    var guess = number
    var next = (guess + 1) / 2
    while next < guess {
      guess = next
      next = (guess + number / guess) / 2
    }
    return guess
  }

  /// - Parameter ties: pairs of neighbours that stand together, as indices, the first below the second.
  func svg(ties: [(Int, Int)], into markup: inout Markup) {
    guard nodes.count > 1 else { return }
    markup.raw("<svg class=\"graph\" role=\"group\" viewBox=\"0 0 ")
    markup.text("\(Self.width) \(height)")
    markup.raw("\"><title>")
    markup.text("\(center) and who stands beside it; the table says the same")
    markup.raw("</title>\n")
    for (first, second) in ties { write(tie: nodes[first], nodes[second], to: &markup) }
    let most = max(1, nodes.first?.paragraphs ?? 1)
    for node in nodes {
      let width = 1 + 4 * node.paragraphs / most
      markup.raw("<path class=\"spoke\"")
      markup.attribute("stroke-width", String(width))
      markup.attribute("d", "M\(Self.width / 2) \(height / 2)L\(node.x) \(node.y)")
      markup.raw("/>\n")
    }
    for node in nodes { write(node, to: &markup) }
    markup.raw("<circle class=\"self\" r=\"9\"")
    markup.attribute("cx", String(Self.width / 2))
    markup.attribute("cy", String(height / 2))
    markup.raw("/></svg>\n")
  }

  /// Bent towards the middle, so that lines of one side do not lie on each other.
  private func write(tie first: Node, _ second: Node, to markup: inout Markup) {
    markup.raw("<path class=\"tie\"")
    let bend = "\((first.x + second.x) / 4 + Self.width / 4) \((first.y + second.y) / 2)"
    markup.attribute("d", "M\(first.x) \(first.y)Q\(bend) \(second.x) \(second.y)")
    markup.raw("/>\n")
  }

  private func write(_ node: Node, to markup: inout Markup) {
    let isRight = node.x > Self.width / 2
    if let url = node.url {
      markup.raw("<a")
      markup.attribute("href", url)
      markup.raw(">")
    }
    markup.raw("<title>")
    markup.text("\(node.name): \(counted(node.paragraphs, "paragraph", "paragraphs"))")
    markup.raw("</title><circle r=\"5\"")
    markup.attribute("cx", String(node.x))
    markup.attribute("cy", String(node.y))
    markup.raw("/><text")
    markup.attribute("x", String(node.x + (isRight ? 11 : -11)))
    markup.attribute("y", String(node.y + 4))
    if !isRight { markup.raw(" text-anchor=\"end\"") }
    markup.raw(">")
    markup.text(Self.shortened(node.name))
    markup.raw("</text>")
    markup.raw(node.url == nil ? "\n" : "</a>\n")
  }

  /// What fits beside a bow.
  private static func shortened(_ name: String) -> String {
    name.count > 26 ? name.prefix(25) + "…" : name
  }
}

extension PageContext {
  /// Nothing for an entity with fewer than two neighbours.
  func graph(_ entity: EntityPage) -> RelatedDrawing? {
    let related = entity.related.prefix(RelatedGraph.limit)
    guard related.count > 1 else { return nil }
    let nodes = related.map { neighbour in
      let link = self.entity(neighbour.entity)
      return RelatedGraph.Node(
        entity: neighbour.entity, name: link?.text ?? neighbour.entity.string, url: link?.url,
        paragraphs: neighbour.paragraphs)
    }
    return RelatedDrawing(
      graph: RelatedGraph(around: typeset(entity.record.name.value), nodes), ties: ties(related.map(\.entity))
    )
  }

  /// Which of some entities are close to each other, as far as each one's closest tell.
  private func ties(_ entities: [Slug]) -> [(Int, Int)] {
    let positions = Dictionary(uniqueKeysWithValues: zip(entities, entities.indices))
    var ties: [(Int, Int)] = []
    for (index, slug) in entities.enumerated() {
      for neighbour in site.entity(slug)?.related.prefix(RelatedGraph.tieLimit) ?? [] {
        guard let other = positions[neighbour.entity] else { continue }
        ties.append((min(index, other), max(index, other)))
      }
    }
    ties.sort { $0 < $1 }
    return ties.indices.filter { $0 == 0 || ties[$0] != ties[$0 - 1] }.map { ties[$0] }
  }
}

/// A graph and its lines.
struct RelatedDrawing: Sendable {
  let graph: RelatedGraph
  let ties: [(Int, Int)]

  func write(to markup: inout Markup) { graph.svg(ties: ties, into: &markup) }
}
