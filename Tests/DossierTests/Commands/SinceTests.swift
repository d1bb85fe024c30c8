import Foundation
import Testing

@Suite(
  .enabled(
    if: (try? Command(program: "/usr/bin/env", arguments: ["git", "--version"], folder: "/").run().status)
      == 0, "git is missing"))
struct SinceTests {
  private let place: Scratch

  init() throws { place = try Scratch() }

  private func git(_ arguments: String...) throws {
    let identity = [
      "-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false",
    ]
    let outcome = try Command(
      program: "/usr/bin/env", arguments: ["git"] + identity + arguments, folder: place.path
    ).run()
    try #require(outcome.status == 0, "\(outcome)")
  }

  private func check(_ revision: String, root: String) throws -> Command.Outcome {
    try Command(arguments: ["check", "--quiet", "--root", root, "--since", revision], folder: place.path)
      .run()
  }

  private func replace(_ old: String, with new: String, in name: String) throws {
    let url = URL(fileURLWithPath: "\(place.path)/desk/Content/\(name)")
    let text = try String(contentsOf: url, encoding: .utf8)
    try #require(text.contains(old))
    try text.replacing(old, with: new).write(to: url, atomically: true, encoding: .utf8)
  }

  @Test func `a check since a revision compares with what was published then`() throws {
    let made = try Command(arguments: ["init", "desk"], folder: place.path).run()
    try #require(made.status == 0)
    try git("init", "--quiet")
    try git("add", "--all")
    try git("commit", "--quiet", "--message", "One")
    #expect(try check("HEAD", root: "desk").status == 0)

    let briefing = try #require(
      try FileManager.default.contentsOfDirectory(atPath: "\(place.path)/desk/Content/briefings").first)
    try replace("{.claim", with: "{.claim status=disputed", in: "briefings/\(briefing)")
    let silent = try check("HEAD", root: "desk")
    #expect(silent.status == 1)
    #expect(
      silent.output.contains("error: the claim has another status ('disputed', it was none) since HEAD"))
    #expect(silent.output.contains("[silent-correction]"))

    try replace(
      "\n---\n", with: "\ncorrections:\n  - {date: 2025-01-02, kind: correction, text: Disputed.}\n---\n",
      in: "briefings/\(briefing)")
    #expect(try check("HEAD", root: "desk").status == 0)
  }

  @Test(arguments: ["nothing", "--output=x", "HEAD:desk"])
  func `a revision that is none ends with exit code 2 and its name`(revision: String) throws {
    _ = try Command(arguments: ["init", "desk"], folder: place.path).run()
    try git("init", "--quiet")
    let outcome = try Command(
      arguments: ["check", "--root", "desk", "--since=\(revision)"], folder: place.path
    ).run()
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cannot compare with '\(revision)'"))
  }
}
