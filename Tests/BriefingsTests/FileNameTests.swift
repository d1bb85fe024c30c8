import Diagnostics
import Foundation
import Testing

@testable import Briefings

@Suite("Names of files")
struct FileNameTests {
  private static let names: [[UInt8]] =
    [
      "truce", "the truce", "it's", "é汉😀", "a\\b", "a\nb\t\u{7F}", "\u{9B}31m", "a\u{202A}b\u{202E}c",
      "a\u{2028}b\u{2029}f", "\u{2066}a\u{2069}", "it's \u{202E}eciv\u{2067}", "$HOME `x` \"y\"", "\u{200B}a",
    ].map { Array($0.utf8) } + [[0x61, 0xFF, 0x62]]

  @Test(arguments: names)
  func `a path in a command is not changed when the finding is printed`(name: [UInt8]) throws {
    let path = RelativePath(literal: "Content/a.md")
    let quoted = FileNames.shellQuoted(name)
    let finding = Finding(.badFileName, quoted, at: Place(path))
    let printed = TextFormat(isColored: false) { _ in nil }.render(FindingList([finding]))
    #expect(printed == "Content/a.md: error: \(quoted) [bad-file-name]\n")
  }

  private static let hasShell = FileManager.default.isExecutableFile(atPath: "/bin/bash")

  @Test(.enabled(if: hasShell, "needs bash"), arguments: names)
  func `a shell reads a quoted path as the bytes it was`(name: [UInt8]) throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = ["-c", "printf %s \(FileNames.shellQuoted(name))"]
    let pipe = Pipe()
    shell.standardOutput = pipe
    try shell.run()
    let read = pipe.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    #expect(Array(read) == name)
  }
}
