import Foundation
import Testing

@Suite
struct InitTests {
  private let place: Scratch

  init() throws { place = try Scratch() }

  private func dossier(_ arguments: String...) throws -> Command.Outcome {
    try Command(arguments: arguments, folder: place.path).run()
  }

  @Test(arguments: [[], ["desk"], ["deep/down/desk"]])
  func `a new site builds and checks without a finding`(arguments: [String]) throws {
    let made = try Command(arguments: ["init"] + arguments, folder: place.path).run()
    #expect(made.status == 0)
    let root = arguments.first ?? "."
    for command in ["build", "check"] {
      let outcome = try dossier(command, "--strict", "--root", root)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output == "")
    }
    let tree = Tree("\(place.path)/\(root)/Public")
    #expect(tree.pages.contains("index.html") && tree.pages.contains("claims/index.html"))
    #expect(LeadsSomewhere(tree, base: "https://example.org/").problems == [])
  }

  @Test func `the files made are named on standard output`() throws {
    let made = try dossier("init", "desk")
    let files = made.output.split(separator: "\n").map(String.init)
    #expect(files.contains("desk/Content/site.yaml"))
    #expect(Set(files) == Set(Tree(place.path).paths))
    #expect(made.errors.contains("dossier build -r desk"))
    #expect(made.errors.contains("http.server -d desk/Public"))
  }

  @Test func `no name is no folder, least of all the file system's root`() throws {
    for line in [["init", ""], ["check", "--root", ""], ["build", "-r", ""]] {
      #expect(try Command(arguments: line, folder: place.path).run().status == 64, "\(line)")
    }
    #expect(Tree(place.path).isEmpty)
  }

  @Test func `somebody's own .gitignore stays, and what it lacks is told`() throws {
    try Data("*.o\n/Public/\n".utf8).write(to: URL(fileURLWithPath: place.path + "/.gitignore"))
    let made = try dossier("init")
    #expect(made.status == 0)
    #expect(!made.output.contains(".gitignore"))
    #expect(made.errors.contains("'./.gitignore' stays as it is"))
    #expect(made.errors.contains("/.dossier/, /Content/sources/text/"), "\(made)")
  }

  @Test(arguments: [
    "yardstick", "hemisphere", "link-names", "typography", "feeds", "publisher", "check", "navigation",
  ])
  func `a key that stands in a comment can be brought to life`(key: String) throws {
    _ = try dossier("init", "desk")
    let path = "desk/Content/site.yaml"
    let text = try #require(Tree(place.path).text(path))
    #expect(text.components(separatedBy: "\n# \(key): ").count == 2)
    let changed = text.replacingOccurrences(of: "\n# \(key): ", with: "\n\(key): ")
    try Data(changed.utf8).write(to: URL(fileURLWithPath: "\(place.path)/\(path)"))
    let outcome = try dossier("check", "--strict", "--root", "desk")
    #expect(outcome.status == 0 && outcome.output == "", "\(outcome)")
  }

  @Test func `a folder that holds Content is left as it is`() throws {
    _ = try dossier("init", "desk")
    try Data("title: Mine\n".utf8).write(to: URL(fileURLWithPath: place.path + "/desk/Content/site.yaml"))
    let before = Tree(place.path)
    let outcome = try dossier("init", "desk")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(Tree(place.path).differences(from: before) == [])
  }

  @Test func `a file of one's own is never replaced`() throws {
    try Data("mine\n".utf8).write(to: URL(fileURLWithPath: place.path + "/.gitignore"))
    #expect(try dossier("init").status == 0)
    #expect(Tree(place.path).text(".gitignore") == "mine\n")
  }

  @Test func `a folder that cannot be made ends with 2`() throws {
    try Data().write(to: URL(fileURLWithPath: place.path + "/file"))
    let outcome = try dossier("init", "file/desk")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("file"))
  }

  @Test func `the command alone makes and builds a site`() throws {
    let home = try Scratch()
    // Another process makes the copy: a program that we hold open for writing, or that a test started meanwhile
    // has inherited, cannot be run.
    let copy = try Command(
      program: #require(Binary.inPath("cp")), arguments: [Binary.dossier, "dossier"], folder: home.path
    ).run()
    try #require(copy.status == 0, "\(copy)")
    for arguments in [["init", "x"], ["build", "-r", "x"]] {
      let outcome = try Command(
        program: home.path + "/dossier", arguments: arguments, folder: home.path,
        environment: ["HOME": home.path, "PATH": "", "TMPDIR": home.path]
      ).run()
      #expect(outcome.status == 0, "\(outcome)")
    }
    #expect(Tree(home.path + "/x/Public").pages.contains("index.html"))
  }
}
