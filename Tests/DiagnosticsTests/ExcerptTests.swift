import TestSupport
import Testing

@testable import Diagnostics

@Suite("Excerpts")
struct ExcerptTests {
  private func excerpt(_ marked: String) -> Excerpt {
    let text = MarkedText(marked)
    return Excerpt(text.text, text.ranges[0])
  }

  private static func width(_ text: String) -> Int { DisplayWidth.of(Array(text.unicodeScalars)) }

  private static let clusters = [
    "x", "漢", "e\u{301}", "👩‍💻", "🇺🇦", "👍🏽", "✈\u{FE0F}", "\u{1100}\u{1161}\u{11A8}",
    "a\u{300}\u{301}\u{302}\u{303}",
  ]

  @Test(arguments: clusters, [0, 1, 59, 60, 61, 200, 5_000])
  func `no excerpt is wider than a terminal`(cluster: String, count: Int) {
    let many = String(repeating: cluster, count: count)
    for marked in ["\(many)⟦y⟧\(many)", "⟦\(many)⟧", "\(many)⟦\(many)⟧\(many)", "\(many)⟦\(many)⟧"] {
      let excerpt = excerpt(marked)
      #expect(Self.width(excerpt.line) <= 161)
      #expect(Self.width(excerpt.padding) + Self.width(excerpt.caret) <= 161)
    }
  }

  @Test(arguments: [("x", 60), ("漢", 30), ("👩‍💻", 30), ("🇺🇦", 30), ("✈\u{FE0F}", 30), ("e\u{301}", 60)])
  func `what stands before the place is cut by columns`(cluster: String, shown: Int) {
    let excerpt = excerpt(String(repeating: cluster, count: 999) + "⟦y⟧")
    #expect(excerpt.line == "…" + String(repeating: cluster, count: shown) + "y")
    #expect(excerpt.padding == String(repeating: " ", count: 61))
  }

  @Test func `a line that fits is shown whole`() {
    let (before, after) = (String(repeating: "漢", count: 30), String(repeating: "字", count: 49))
    #expect(excerpt("\(before)⟦ab⟧\(after)").line == "\(before)ab\(after)")
    #expect(excerpt("\(before)⟦ab⟧\(after)c").line == "\(before)ab\(after)…")
    let wide = excerpt("⟦" + String(repeating: "漢", count: 80) + "⟧")
    #expect((wide.line.unicodeScalars.count, wide.caret.count) == (80, 160))
  }

  @Test func `a tab has room for as much as it may take`() {
    #expect(excerpt(String(repeating: "\t", count: 7) + "⟦x⟧").padding == String(repeating: "\t", count: 7))
    #expect(excerpt(String(repeating: "\t", count: 8) + "⟦x⟧").line == "…\t\t\t\t\t\t\tx")
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `carets stand under the place, and nothing is cut in two`(seed: UInt64) {
    var dice = Dice(seed: seed)
    func clusters() -> [String] { (0..<dice.below(200)).map { _ in dice.pick(Self.clusters) } }
    let (before, marked, after) = (clusters(), clusters(), clusters())
    let excerpt = excerpt("\(before.joined())⟦\(marked.joined())⟧\(after.joined())")
    let scalars = Array(excerpt.line.unicodeScalars)
    var columns = DisplayWidth()
    var width = 0
    let start = scalars.firstIndex { scalar in
      if width >= excerpt.padding.count { return true }
      width += columns.add(scalar)
      return false
    }
    #expect(width == excerpt.padding.count || start == nil)
    let all = before + marked + after
    let shown = excerpt.line.filter { $0 != "…" }.map(String.init)
    #expect(all.indices.contains { all[$0...].starts(with: shown) } || shown.isEmpty)
  }
}
