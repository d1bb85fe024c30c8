import Foundation
import Testing

/// What is printed where, and what happens when it cannot be.
@Suite
struct StreamTests {
  private let good: TestSite
  private let bad: TestSite

  init() throws {
    good = try TestSite(SampleSite.files)
    bad = try TestSite(SampleSite.files)
    try BadInput.content[0].write(into: bad)
  }

  @Test(arguments: ["build", "check", "generate"])
  func `findings go to standard output, everything else to standard error`(command: String) throws {
    let clean = try good.dossier(command)
    #expect(clean.status == 0)
    #expect(clean.output == "")
    #expect(clean.errors.contains("2 entities") && clean.errors.contains("0 errors"))
    #expect(clean.errors.split(separator: "\n").count == 1, "one closing line: \(clean)")
    let broken = try bad.dossier(command)
    #expect(broken.output.contains("[unknown-key]"))
    #expect(!broken.errors.contains("unknown-key"))
    #expect(broken.errors.contains("1 error,"))
  }

  @Test(arguments: ["-q", "--quiet"])
  func `quiet leaves the findings only`(flag: String) throws {
    let clean = try good.dossier("build", flag)
    #expect(clean.status == 0)
    #expect(clean.everything == "")
    let broken = try bad.dossier("build", flag)
    #expect(broken.output.contains("[unknown-key]"))
    #expect(broken.errors == "")
  }

  @Test(arguments: ["-v", "--verbose"])
  func `verbose says more, on standard error`(flag: String) throws {
    let outcome = try good.dossier("build", flag)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("Public"))
  }

  private static let full = "/dev/full"

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: full), "needs a device that is always full"),
    arguments: [["check"], ["--version"], ["--help"], ["init", "new"]])
  func `results that cannot be written end with 2`(arguments: [String]) throws {
    var command = bad.command(arguments)
    command.standardOutput = FileHandle(forWritingAtPath: StreamTests.full)
    let outcome = try command.run()
    #expect(outcome.status == 2, "\(outcome)")
    #expect(!outcome.isKilled)
    #expect(outcome.errors != "")
  }

  @Test(arguments: [["check"], ["build"], ["--version"], ["--help"], ["init", "new"]])
  func `a reader that went away is no reason to complain`(arguments: [String]) throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    var command = bad.command(arguments)
    command.standardOutput = pipe.fileHandleForWriting
    let outcome = try command.run()
    #expect(!outcome.isKilled)
    #expect(!outcome.errors.lowercased().contains("pipe"), "\(outcome)")
    let isFailure = ["check", "build"].contains(arguments[0])
    #expect(outcome.status == (isFailure ? 1 : 0), "\(outcome)")
  }

  /// Arguments and environment, and whether color comes of them when nobody looks at a terminal.
  static let colors: [([String], [String: String], Bool)] = [
    ([], [:], false),
    (["--color", "auto"], ["TERM": "xterm-256color"], false),
    (["--color", "always"], ["TERM": "dumb"], true),
    ([], ["TERM": "dumb", "CLICOLOR_FORCE": "1"], true),
    (["--color", "always"], [:], true),
    (["--color", "always"], ["NO_COLOR": "1"], true),
    (["--color", "never"], ["CLICOLOR_FORCE": "1"], false),
    ([], ["CLICOLOR_FORCE": "1"], true),
    ([], ["CLICOLOR_FORCE": "0"], false),
    ([], ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], false),
    ([], ["NO_COLOR": "", "CLICOLOR_FORCE": "1"], true),
  ]

  @Test(arguments: colors)
  func `color is shown when asked for`(
    arguments: [String], environment: [String: String], isColored: Bool
  ) throws {
    let outcome = try bad.dossier(["check"] + arguments, environment: environment)
    #expect(outcome.output.contains("\u{1B}[") == isColored)
    let plain = outcome.output.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "")
    #expect(plain == (try bad.dossier("check").output))
  }

  @Test func `more than twenty findings of a kind in one file are folded`() throws {
    let links = (1...30).map { "[[nowhere-\($0)]]" }.joined(separator: " ")
    try good.write(SampleSite.briefing("Third", links), to: "Content/briefings/third.md")
    let outcome = try good.dossier("check")
    #expect(outcome.output.components(separatedBy: ": error: ").count - 1 == 20)
    #expect(outcome.errors.contains("30 errors"))
  }
}

@Suite
struct HelpTests {
  private func dossier(_ arguments: [String]) throws -> Command.Outcome {
    try Command(arguments: arguments, folder: "/").run()
  }

  @Test func `the version is one line of three numbers`() throws {
    let outcome = try dossier(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: ".").count == 3)
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.errors == "")
  }

  static let flags: [String: [String]] = [
    "build": [
      "--root", "--output", "--base-url", "--drafts", "--future", "--clock", "--strict", "--jobs", "--force",
      "--quiet", "--verbose", "--color",
    ],
    "generate": ["--output"],
    "check": [
      "--root", "--base-url", "--drafts", "--future", "--clock", "--strict", "--jobs", "--color", "--format",
      "--baseline", "--write-baseline",
    ],
    "explain": ["--all", "--format"],
    "init": ["<dir>"],
  ]

  /// Options that a command would take without hearing them.
  @Test(arguments: [
    (["new", "page"], ["--strict", "--drafts", "--quiet", "--base-url"]),
    (["list"], ["--strict", "--quiet", "--base-url", "--verbose"]), (["verify"], ["--drafts", "--base-url"]),
    (["suggest", "dates"], ["--strict", "--future"]), (["explain-links"], ["--drafts", "--verbose"]),
    (["serve"], ["--verbose", "--output"]),
  ])
  func `a command offers no option that it does not hear`(command: [String], flags: [String]) throws {
    let help = try dossier(command + ["--help"]).output
    for flag in flags { #expect(!help.contains(flag)) }
  }

  @Test(arguments: flags.keys.sorted())
  func `each command explains its flags, with an example`(command: String) throws {
    for arguments in [["help", command], [command, "--help"], [command, "-h"]] {
      let outcome = try dossier(arguments)
      #expect(outcome.status == 0)
      for flag in HelpTests.flags[command] ?? [] { #expect(outcome.output.contains(flag), "\(arguments)") }
      #expect(outcome.output.contains("dossier "))
      #expect(outcome.errors == "")
    }
  }

  @Test func `the command's own help names every command`() throws {
    let outcome = try dossier(["--help"])
    #expect(outcome.status == 0)
    for command in ["build", "check", "init"] { #expect(outcome.output.contains("  \(command)")) }
  }
}
