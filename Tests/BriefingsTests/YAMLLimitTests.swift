import Diagnostics
import Foundation
import Testing

@testable import Briefings

@Suite struct YAMLLimitTests {
  @Test func `an alias bomb is refused at the alias that goes too far`() {
    let marked = Marked(
      """
      a: &a [x, x, x, x, x, x, x, x, x, x]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
      c: &c [*b, *b, *b, *b, *b, *b, *b, *b, ⟦*b⟧, *b]
      d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
      """)
    let problem = #expect(throws: YAMLProblem.self) {
      try YAMLComposer.compose(marked.bytes, in: 0..<marked.bytes.count)
    }
    #expect(problem?.kind == .tooLarge)
    #expect(problem?.source == marked.places[0])
  }

  @Test func `the hundred and first alias is refused`() {
    let aliases = Array(repeating: "*a", count: 100).joined(separator: ", ")
    #expect(throws: Never.self) { try compose("a: &a x\nb: [\(aliases)]\n") }
    let marked = Marked("a: &a x\nb: [\(aliases), ⟦*a⟧]\n")
    let problem = #expect(throws: YAMLProblem.self) {
      try YAMLComposer.compose(marked.bytes, in: 0..<marked.bytes.count)
    }
    #expect(problem?.kind == .tooLarge)
    #expect(problem?.source == marked.places[0])
  }

  @Test func `a bomb in a key is refused as well`() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    text += "? *a60\n: x\n"
    #expect(throws: YAMLProblem.self) { try compose(text) }
  }

  @Test func `more than a hundred thousand values are refused`() {
    let text = "a: [" + String(repeating: "x,", count: 100_001) + "]"
    let problem = #expect(throws: YAMLProblem.self) { try compose(text) }
    #expect(problem?.kind == .tooLarge)
  }

  @Test(arguments: [
    ("[", "", "]", 128), ("{a: ", "b", "}", 128), ("[a: ", "b", "]", 128), ("[? ", "b", "]", 128),
    ("[{a: ", "b", "}]", 64),
    ("- ", "a", "", 31), ("? ", "a", "", 31), ("- ? ", "a", "", 15),
  ])
  func `nesting ends at a limit that a worker thread's stack can hold`(
    opening: String, middle: String, closing: String, limit: Int
  ) async {
    for depth in [limit - 3, limit + 3, 300, 5_000] {
      let value = String(repeating: opening, count: depth) + middle + String(repeating: closing, count: depth)
      let codes = await codesOnSmallStack("---\ntitle: x\nextra:\n  a:\n  \(value)\n---\n")
      #expect(codes.contains(.yamlTooLarge) == (depth > limit), "\(depth)")
    }
  }

  @Test func `indentation and brackets together fit on a worker thread's stack`() async {
    var text = "---\ntitle: x\nextra:\n"
    for level in 1...30 { text += String(repeating: " ", count: 2 * level) + "- a:\n" }
    text += String(repeating: " ", count: 62) + String(repeating: "[a: ", count: 128)
    text += String(repeating: "]", count: 128) + "\n---\n"
    let codes = await codesOnSmallStack(text)
    #expect(codes.count <= 1)
  }

  @Test func `indented maps are counted level by level`() {
    let text = (0..<33).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    let problem = #expect(throws: YAMLProblem.self) { try compose(text) }
    #expect(problem?.kind == .tooLarge)
    #expect(throws: Never.self) {
      try compose((0..<32).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"))
    }
    let flat = (0..<500).map { "a\($0):\n  - b: 1\n    c: 2" }.joined(separator: "\n")
    #expect(throws: Never.self) { try compose(flat) }
  }

  @Test func `one long line is read in one pass`() throws {
    let text = "a: [" + String(repeating: "é,", count: 90_000) + "]"
    #expect(try compose(text)?.nodeCount == 90_003)
  }

  /// 512 KB: what a dispatch worker has on macOS.
  private func codesOnSmallStack(_ text: String) async -> [FindingCode] {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(returning: DecodedFile(.page, text).findings.map(\.code))
      }
      thread.stackSize = 512 * 1_024
      thread.start()
    }
  }
}
