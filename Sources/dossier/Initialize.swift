import ArgumentParser
import Publishing

/// `dossier init`: a small working site.
struct Initialize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a small working site that builds without a warning.",
    discussion: """
      Nothing that is there already is changed.

      Examples:
        dossier init
        dossier init desk && dossier build -r desk
      """)

  @Argument(
    help: ArgumentHelp("The folder of the new site (default: the current one).", valueName: "dir"),
    completion: .directory)
  var folder = "."

  func validate() throws {
    if folder.isEmpty {
      throw ValidationError("Give the folder of the new site, or nothing for the current one.")
    }
  }

  func run() async throws {
    let terminal = Terminal(.auto)
    if SiteRoot.exists(folder + "/Content") {
      try terminal.fail("'\(folder)' holds a Content already; 'dossier check -r \(folder)' looks at it")
      throw ExitCode(2)
    }
    for file in StarterSite.files { try make(file, terminal) }
    let place = folder == "." ? "" : " -r \(folder)"
    try terminal.say(
      "Next: 'dossier build\(place)', then 'python3 -m http.server -d \(folder)/Public' and http://localhost:8000/."
    )
  }

  private func make(_ file: NewFile, _ terminal: Terminal) throws {
    let isMade: Bool
    do {
      isMade = try file.write(below: folder)
    } catch {
      try terminal.fail("cannot write '\(error.path)': \(error.reason)")
      throw ExitCode(2)
    }
    if isMade { return try terminal.print("\(folder)/\(file.path)\n") }
    let own = SiteRoot.bytes(of: "\(folder)/\(file.path)").map { String(decoding: $0, as: UTF8.self) } ?? ""
    let missing = file.text.split(separator: "\n").filter { !own.split(separator: "\n").contains($0) }
    guard file.path == StarterSite.ignored, !missing.isEmpty else { return }
    let lines = missing.joined(separator: ", ")
    try terminal.say("'\(folder)/\(file.path)' stays as it is; add what git is to leave out: \(lines)")
  }
}
