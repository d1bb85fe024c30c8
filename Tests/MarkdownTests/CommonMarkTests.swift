import Diagnostics
import Testing

@testable import Markdown

/// Law 2: with heading identifiers, typography, names and the URL policy off, Markdown without dialect
/// constructs renders byte for byte as the linked libcmark renders it in safe mode.
@Suite("CommonMark (law 2)")
struct CommonMarkTests {
  private var options: MarkdownOptions {
    var options = MarkdownOptions.plain
    options.features = .all
    return options
  }

  private func ours(_ text: String) -> String { html(text, options) }
  private func theirs(_ text: String) -> String {
    String(decoding: cmarkHTML(Array(text.utf8)), as: UTF8.self)
  }

  /// Examples that hold dialect syntax, with what it means here.
  static let exceptions: [Int: String] = [
    547: "[[…]] is a wiki link",
    558: "[[…]] is a wiki link",
    589: "[[…]] is a wiki link",
  ]

  @Test(.enabled(if: Suites.areThere, "the folder of external suites is not there"))
  func `the 652 examples render as libcmark renders them, but for three wiki links`() {
    var different: [Int] = []
    for example in Suites.commonMark where ours(example.markdown) != theirs(example.markdown) {
      different.append(example.example)
    }
    #expect(Suites.commonMark.count == 652)
    #expect(different == Self.exceptions.keys.sorted())
  }

  @Test(.enabled(if: Suites.areThere, "the folder of external suites is not there"))
  func `cmark's regression examples render as libcmark renders them`() {
    #expect(!Suites.regressions.isEmpty)
    for example in Suites.regressions where !example.markdown.contains("[^") {
      #expect(ours(example.markdown) == theirs(example.markdown), "\(example.markdown.prefix(80))")
    }
  }
}
