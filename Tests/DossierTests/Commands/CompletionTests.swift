import Foundation
import Testing

@Suite("Commands: completions")
struct CompletionTests {
  private static func script(_ shell: String) throws -> String {
    let outcome = try Command(arguments: ["--generate-completion-script", shell], folder: Project.root).run()
    try #require(outcome.status == 0, "\(outcome)")
    return outcome.output
  }

  /// What bash offers for the last of the words.
  private static func offers(_ words: [String], in site: TestSite) throws -> Set<String> {
    try site.write(script("bash"), to: "completions.bash")
    let folder = (Binary.dossier as NSString).deletingLastPathComponent
    let typed = words.joined(separator: " ")
    let outcome = try Command(
      program: "/bin/bash",
      arguments: [
        "-c",
        """
        PATH="\(folder):$PATH"; . ./completions.bash
        COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " ")))
        COMP_CWORD=\(words.count - 1) COMP_LINE='\(typed)' COMP_POINT=\(typed.utf8.count)
        $(complete -p dossier | sed 's/.*-F \\([^ ]*\\).*/\\1/') dossier '\(words.last ?? "")' '\(words.dropLast().last ?? "")' 2>errors
        printf '%s\\n' "${COMPREPLY[@]}"
        """,
      ], folder: site.root
    ).run()
    return Set(outcome.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
  }

  @Test(arguments: [
    (["dossier", "che"], "check"), (["dossier", "explain", "unknown-so"], "unknown-source"),
    (["dossier", "explain-links", "art"], "article.txt"),
    (["dossier", "build", "--output", "fol"], "folder"),
    (["dossier", "build", "--root", "fol"], "folder"),
  ])
  func `bash completes commands, codes, files and folders`(words: [String], expected: String) throws {
    let site = try TestSite(["article.txt": "", "folder/file": ""])
    #expect(try CompletionTests.offers(words, in: site) == [expected])
  }

  @Test func `bash offers no file where a folder is wanted`() throws {
    let site = try TestSite(["article.txt": ""])
    #expect(try CompletionTests.offers(["dossier", "build", "--output", "art"], in: site) == [])
  }

  @Test(.enabled(if: Binary.inPath("zsh") != nil, "needs zsh")) func `zsh reads its completions`() throws {
    try expectRead(by: "zsh")
  }

  @Test(.enabled(if: Binary.inPath("fish") != nil, "needs fish")) func `fish reads its completions`() throws {
    try expectRead(by: "fish")
  }

  private func expectRead(by shell: String) throws {
    let site = try TestSite(["completions": CompletionTests.script(shell)])
    let outcome = try Command(
      program: #require(Binary.inPath(shell)), arguments: ["-n", "completions"], folder: site.root
    ).run()
    #expect(outcome.status == 0 && outcome.everything.isEmpty, "\(outcome)")
  }
}
