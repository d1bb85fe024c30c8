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

  private func differs(_ text: String) -> Bool {
    html(text, options) != String(decoding: cmarkHTML(Array(text.utf8)), as: UTF8.self)
  }

  /// Examples that hold dialect syntax, with what it means here.
  static let exceptions = Exceptions(of: "commonmark-exceptions.tsv")

  @Test(.enabled(if: Suites.areThere, "the folder of external suites is not there"))
  func `the 652 examples render as libcmark renders them, but for the named ones`() {
    #expect(Suites.commonMark.count == 652)
    let different = Suites.commonMark.filter { differs($0.markdown) }.map { "spec \($0.example)" }
    #expect(Set(different) == named("spec "))
  }

  @Test(.enabled(if: Suites.areThere, "the folder of external suites is not there"))
  func `cmark's regression examples render as libcmark renders them, but for the named ones`() {
    #expect(Suites.regressions.count > 50)
    let different = Suites.regressions.filter { differs($0.example.markdown) }
      .map { "\($0.list) \($0.example.example)" }
    #expect(Set(different) == named("cmark-"))
  }

  @Test func `every exception has its reason`() {
    #expect(Self.exceptions.reasons.count == 6)
    #expect(Self.exceptions.reasons.values.allSatisfy { $0.count > 20 })
  }

  private func named(_ prefix: String) -> Set<String> {
    Set(Self.exceptions.reasons.keys.filter { $0.hasPrefix(prefix) })
  }
}
