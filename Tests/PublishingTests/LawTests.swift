import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Law 3 for publishing: whatever was published before, the output is that of a fresh publication, and
/// whatever somebody else has put there stays.
@Suite struct LawTests {
  /// Short names, so that files become folders and folders files.
  private func randomTree(_ numbers: inout Dice) -> Tree {
    var tree: Tree = [:]
    for _ in 0..<Int.random(in: 0...12, using: &numbers) {
      let depth = Int.random(in: 1...3, using: &numbers)
      let path = (0..<depth).map { _ in ["a", "b", "c.css", "d.xml"].randomElement(using: &numbers) ?? "a" }
        .joined(separator: "/")
      let isFree = !tree.keys.contains { $0.hasPrefix(path + "/") || path.hasPrefix($0 + "/") }
      if isFree { tree[path] = String(Int.random(in: 0...2, using: &numbers)) }
    }
    return tree
  }

  @Test(arguments: 0..<24)
  func `publishing over anything equals publishing into nothing`(seed: Int) throws {
    var numbers = Dice(seed: UInt64(seed))
    let (site, fresh) = (try TestSite(), try TestSite())
    let isLink = seed % 2 == 1
    if isLink {
      try site.makeFolder("real")
      try site.link("Public", to: "real")
    }
    let folder = isLink ? "real" : "Public"
    var foreign: Tree = [:]
    for round in 0..<8 {
      let tree = randomTree(&numbers)
      try site.publish(tree)
      let output = "fresh-\(round)"
      try fresh.publish(tree, to: fresh.path(output))
      #expect(site.snapshot(folder) == fresh.snapshot(output).with(foreign), "round \(round)")
      #expect(site.stagingIsEmpty)
      foreign.merge(try addForeign(to: site, folder, round, &numbers)) { _, new in new }
    }
  }

  /// In one of the folders that are there, or in one of its own.
  private func addForeign(
    to site: TestSite, _ folder: String, _ round: Int, _ numbers: inout Dice
  ) throws -> Tree {
    let parents = ["", "e\(round)/"]
    let name = (parents.randomElement(using: &numbers) ?? "") + "theirs-\(round)"
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0:
      try site.write("theirs", to: "\(folder)/\(name)")
      return [name: "theirs"]
    case 1:
      try site.makeFolder("\(folder)/\(name)")
      return [name + "/": ""]
    case 2:
      try site.makeFolder("\(folder)/\(name)")
      try site.link("\(folder)/\(name)/link", to: "nowhere")
      return [name + "/link": "-> nowhere"]
    default: return [:]
    }
  }
}
