import Diagnostics
import Testing

@testable import Markdown

/// Texts that once made the library crash, hang or contradict itself, each kept as small as it was found.
@Suite("Robustness")
struct RobustnessTests {
  @Test(arguments: [
    // An entity before an escape, and no character's end eight bytes on.
    "&copy;\\*日本日本"
  ])
  func `survey and page end, and agree`(text: String) {
    let annotations = annotations(text)
    #expect(!annotations.textBlocks.isEmpty)
    #expect(!html(text).isEmpty)
  }
}
