import Foundation
import Testing

/// Help and documentation show commands; each is run as it stands there.
@Suite("Commands: examples")
struct ExampleTests {
  static let commands = [
    [], ["build"], ["check"], ["verify"], ["serve"], ["new"], ["new", "briefing"], ["new", "entity"],
    ["new", "page"], ["new", "source"], ["init"], ["list"], ["explain"], ["explain-links"], ["suggest"],
    ["suggest", "dates"], ["suggest", "entities"],
  ]

  /// The lines below `Examples:` in a command's help.
  static func examples(_ command: [String]) throws -> [String] {
    let help = try Command(arguments: command + ["--help"], folder: Project.root).run().output
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    guard let heading = lines.firstIndex(where: { $0.hasSuffix("Examples:") }) else { return [] }
    return lines[(heading + 1)...].prefix { !$0.isEmpty }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func `the commands that are tested are all that help names`() throws {
    let named = try ["", "new", "suggest"].flatMap { parent -> [String] in
      let arguments = parent.isEmpty ? ["--help"] : [parent, "--help"]
      let help = try Command(arguments: arguments, folder: Project.root).run().output
      let lines = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS:") }.dropFirst()
      let names = lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap {
        $0.split(whereSeparator: { " ,".contains($0) }).first
      }
      return names.filter { $0 != "See" }.map { parent.isEmpty ? String($0) : "\(parent) \($0)" }
    }
    #expect(Set(named) == Set(ExampleTests.commands.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }))
  }

  @Test(arguments: commands) func `every example in help does what it shows`(command: [String]) throws {
    let examples = try ExampleTests.examples(command)
    try #require(!examples.isEmpty, "\(command) has no examples")
    for example in examples {
      guard Binary.inPath("jq") != nil || !example.contains("| jq") else { continue }
      let outcome = try ExampleSite().run(example)
      #expect(outcome.status == (example.hasPrefix("dossier serve") ? 130 : 0), "\(example): \(outcome)")
    }
  }
}
