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
    ("[", "", "]"), ("{a: ", "b", "}"), ("- ", "a", ""), ("? ", "a", ""), ("[{a: ", "b", "}]"), ("- ? ", "a", ""),
  ])
  func `nesting ends at a limit that a worker thread's stack can hold`(
    opening: String, middle: String, closing: String
  ) async {
    for depth in [5, 31, 64, 65, 300, 5_000] {
      let text =
        String(repeating: opening, count: depth) + middle + String(repeating: closing, count: depth)
      let isRefused = await onSmallStack {
        do throws(YAMLProblem) {
          return try compose(text) == nil
        } catch {
          return error.kind == .tooLarge
        }
      }
      if depth <= 31 { #expect(!isRefused) }
      if depth > 64 { #expect(isRefused) }
    }
  }

  @Test func `indented maps are counted level by level`() {
    let text = (0..<65).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    let problem = #expect(throws: YAMLProblem.self) { try compose(text) }
    #expect(problem?.kind == .tooLarge)
    let flat = (0..<500).map { "a\($0):\n  - b: 1\n    c: 2" }.joined(separator: "\n")
    #expect(throws: Never.self) { try compose(flat) }
  }

  @Test func `one long line is read in one pass`() throws {
    let text = "a: [" + String(repeating: "é,", count: 90_000) + "]"
    #expect(try compose(text)?.nodeCount == 90_003)
  }

  /// 512 KB: what a dispatch worker has on macOS.
  private func onSmallStack(_ work: @escaping @Sendable () -> Bool) async -> Bool {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: work()) }
      thread.stackSize = 512 * 1_024
      thread.start()
    }
  }
}
