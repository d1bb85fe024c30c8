import Diagnostics
import Foundation
import Testing

@testable import Rendering

struct EmbeddedThemeTests {
  /// The repository's `Templates/`.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Templates").resolvingSymlinksInPath()

  @Test func `the binary carries every file of the theme byte for byte`() throws {
    let files = try ThemeFolder.files(in: Self.folder)
    #expect(!files.isEmpty)
    #expect(EmbeddedTheme.files == files)
  }

  @Test func `a folder that is not there has no files`() throws {
    #expect(try ThemeFolder.files(in: Self.folder.appending(path: "nothing")) == [])
  }
}
