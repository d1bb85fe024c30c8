import Foundation
import Testing

/// README and documentation show sessions at the terminal; each prints what stands below its commands.
@Suite("Commands: sessions in the documentation")
struct SessionTests {
  /// `$ command` and the lines below it.
  private struct Step {
    let command: String
    var output: [String] = []
  }

  /// Of all indented blocks of a page, in order.
  private static func steps(of page: String) throws -> [Step] {
    let text = try String(contentsOfFile: "\(Project.root)/\(page)", encoding: .utf8)
    var steps: [Step] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      isInside = line.hasPrefix("    $ ") || isInside && line.hasPrefix("    ")
      guard isInside else { continue }
      let words = String(line.dropFirst(4))
      if words.hasPrefix("$ ") {
        steps.append(Step(command: String(words.dropFirst(2))))
      } else {
        steps[steps.count - 1].output.append(words)
      }
    }
    return steps
  }

  /// What the text between two commands tells the reader to do.
  private static let told = [
    "README.md dossier check": """
    sed -i.old 's/likelihood=unlikely/likelihood=improbable/; s/@port-report, p. 3/@port-reprt, p. 3/' \
    Content/briefings/harbour-bridge.md; rm Content/briefings/*.old
    """,
    "Sources/Tradecraft/Tradecraft.docc/Quotations.md dossier verify": "rm Content/briefings/truce.md",
  ]

  /// Durations differ from run to run; how many findings a site has is its own matter.
  private static func comparable(_ lines: [String]) -> [String] {
    lines.map { line in
      line.replacing(/[0-9]+\.[0-9]+ s$/, with: "‹time›").replacing(
        /^[0-9]+ findings? (are|is) known/, with: "‹count› known")
    }
  }

  @Test(arguments: [
    ("README.md", 5), ("Sources/Diagnostics/Diagnostics.docc/Known-findings.md", 2),
    ("Sources/Tradecraft/Tradecraft.docc/Quotations.md", 1),
  ])
  func `each session prints what the page shows`(page: String, count: Int) throws {
    let steps = try SessionTests.steps(of: page)
    #expect(steps.count == count)
    let site = try ExampleSite(isEmpty: page == "README.md")
    let script = steps.map { step in
      [SessionTests.told["\(page) \(step.command)"], "echo '‹step›'", "{ \(step.command); } 2>&1"]
        .compactMap { $0 }.joined(separator: "\n")
    }
    let outcome = try site.bash(script.joined(separator: "\n"))
    let printed = outcome.output.components(separatedBy: "‹step›\n").dropFirst()
      .map { $0.split(separator: "\n").map(String.init) }
    try #require(printed.count == steps.count, "\(outcome)")
    for (step, lines) in zip(steps, printed) where !step.output.isEmpty {
      #expect(SessionTests.comparable(lines) == SessionTests.comparable(step.output), "\(step.command)")
    }
  }

  /// What help offers, the list of commands tells.
  @Test func `the page of commands has each command and each option`() throws {
    let page = try String(
      contentsOfFile: "\(Project.root)/Sources/dossier/dossier.docc/Commands.md", encoding: .utf8)
    for command in ExampleTests.commands where !["new", "suggest"].contains(command.joined()) {
      let isThere = page.contains("`dossier \(command.joined(separator: " "))")
      #expect(isThere || command.isEmpty, "\(command)")
      let help = try Command(arguments: command + ["--help"], folder: Project.root).run().output
      let options = help.matches(of: /--[a-z-]+/).map { String($0.output) }
      let unknown = Set(options).filter { !page.contains($0) }
      #expect(unknown.subtracting(["--help"]) == [], "\(command)")
    }
  }

  /// `dossier …` in the midst of prose, and in blocks without a session.
  @Test(arguments: [
    "README.md", "CONTRIBUTING.md", "Sources/dossier/dossier.docc/Commands.md",
    "Sources/dossier/dossier.docc/ContinuousIntegration.md",
    "Sources/Diagnostics/Diagnostics.docc/Known-findings.md",
    "Sources/Publishing/Publishing.docc/Publishing-a-site.md",
    "Sources/Tradecraft/Tradecraft.docc/Quotations.md",
  ])
  func `every command that prose names is one, with the options that it names`(page: String) throws {
    let text = try String(contentsOfFile: "\(Project.root)/\(page)", encoding: .utf8)
    let named = Set(
      text.matches(
        of: /`dossier ([a-z][a-z-]*(?: (?:briefing|entity|source|page|dates|entities)(?![a-z]))?)([^`]*)`/
      )
      .map { "\($0.output.1)|\($0.output.2)" })
    for name in named.sorted() {
      let parts = name.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let command = parts[0].split(separator: " ").map(String.init)
      guard command != ["help"] else { continue }
      let help = try Command(arguments: command + ["--help"], folder: Project.root).run()
      #expect(help.status == 0 && help.output.contains("USAGE: dossier \(command[0])"), "\(name)")
      for option in parts[1].matches(of: /--[a-z-]+/) {
        #expect(help.output.contains(String(option.output)), "\(name)")
      }
    }
  }
}
