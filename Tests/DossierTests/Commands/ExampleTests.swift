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

  @Test func `every command of the recipes for CI runs in a new site`() throws {
    let path = Project.root + "/Sources/dossier/dossier.docc/ContinuousIntegration.md"
    let recipes = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      let words = line.trimmingCharacters(in: .whitespaces)
      return ["run: ", "- "].first(where: words.hasPrefix).map { String(words.dropFirst($0.count)) } ?? words
    }
    let commands = Set(recipes.filter { $0.hasPrefix("dossier ") })
    try #require(commands.contains("dossier check --strict") && commands.contains("dossier build"))
    for command in commands {
      let outcome = try ExampleSite().run(command)
      #expect(outcome.status == 0, "\(command): \(outcome)")
    }
  }
}

/// A site with all that examples name: files, a tag, articles in the home folder.
private final class ExampleSite {
  private let scratch: Scratch
  private var site: String { scratch.path + "/site" }

  private static let preparation = """
    dossier init . >files
    mkdir -p "$HOME/articles" ../empty
    cp Content/sources/text/port-report.txt "$HOME/articles"
    cp Content/briefings/harbour-bridge.md Content/briefings/truce.md
    sed -i.old 's/^title: .*/title: A truce/; s/#/#truce-/g' Content/briefings/truce.md
    rm Content/briefings/truce.md.old files
    echo 'Talks were held on Friday in Geneva, and will go on.' >article.txt
    echo '<html><title>Talks</title><article><p>Talks were held on Friday in Geneva.</p></article></html>' >article.html
    git init -q . && git add . && git -c user.name=a -c user.email=a@example.org commit -qm a && git tag v1.0
    touch known.jsonl && dossier check --quiet --write-baseline known.jsonl
    """

  init() throws {
    scratch = try Scratch()
    for folder in ["site", "bin"] {
      try FileManager.default.createDirectory(
        atPath: scratch.path + "/" + folder, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/bin/dossier", withDestinationPath: Binary.dossier)
    // No example opens a browser here, or asks another host.
    for name in ["xdg-open", "open", "curl"] {
      let file = scratch.path + "/bin/" + name
      try Data("#!/bin/sh\nexit 0\n".utf8).write(to: URL(fileURLWithPath: file))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    }
    let outcome = try bash("set -e\n" + ExampleSite.preparation)
    try #require(outcome.status == 0, "\(outcome)")
  }

  func run(_ example: String) throws -> Command.Outcome {
    if example.hasPrefix("dossier serve") { return try bash(ExampleSite.stopped(example)) }
    return try bash(example.hasPrefix("dossier init") ? "cd ../empty && \(example)" : example)
  }

  /// Served at a free port until it has said where.
  private static func stopped(_ example: String) -> String {
    """
    set -m
    \(example) --port 0 >address & server=$!
    for turn in {1..300}; do [ -s address ] && break; sleep 0.1; done
    kill -INT $server; wait $server
    """
  }

  private func bash(_ script: String) throws -> Command.Outcome {
    try Command(
      program: "/bin/bash", arguments: ["-c", "PATH=\"\(scratch.path)/bin:$PATH\"; \(script)"], folder: site,
      environment: ["HOME": scratch.path + "/home", "SOURCE_DATE_EPOCH": Command.noon]
    ).run()
  }
}
