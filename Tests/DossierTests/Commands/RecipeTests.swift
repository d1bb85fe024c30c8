import Foundation
import Testing
import Yams

/// The recipes of `ContinuousIntegration.md`, each run as it stands; only fetching and compiling Dossier itself are
/// replaced by programs that do nothing but put the built one where they would.
@Suite("Commands: recipes for CI")
struct RecipeTests {
  private static let page = Project.root + "/Sources/dossier/dossier.docc/ContinuousIntegration.md"

  /// The fenced blocks of a language, in order.
  private static func blocks(_ language: String) throws -> [String] {
    let text = try String(contentsOfFile: page, encoding: .utf8)
    return text.components(separatedBy: "```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }
  }

  private let site: ExampleSite

  init() throws {
    site = try ExampleSite()
    try site.stub("apt-get", "exit 0")
    try site.stub("git", #"[ "$1" = clone ] && mkdir -p "${!#}""#)
    try site.stub(
      "swift",
      """
      while [ "$1" != --package-path ]; do shift; done
      mkdir -p "$2/.build/release" && cp "$(command -v dossier)" "$2/.build/release/dossier"
      """)
  }

  @Test func `the shell script checks, then publishes`() throws {
    let script = try #require(try RecipeTests.blocks("sh").first)
    let outcome = try site.bash("cat >recipe <<'END'\n\(script)\nEND\nsh recipe")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(site.published.pages.contains("index.html"))
    let broken = try site.bash("rm -r Public; echo 'nobody: 1' >>Content/site.yaml; sh recipe")
    #expect(broken.status == 1)
    #expect(site.published.isEmpty)
  }

  @Test func `each step of GitHub's workflow runs after the one before it`() throws {
    let workflow = try mapping(try RecipeTests.blocks("yaml")[0])
    let jobs = try #require(workflow["jobs"] as? [String: [String: Any]])
    let build = try #require(jobs["build"]), deploy = try #require(jobs["deploy"])
    let steps = try #require(build["steps"] as? [[String: Any]])
    let scripts = steps.compactMap { $0["run"] as? String }
    #expect(scripts.count == 3)
    let run = scripts.map { script in
      "PATH=\"$(cat \"$GITHUB_PATH\"):$PATH\" bash -e <<'END'\n\(script)\nEND"
    }
    let outcome = try site.bash(
      "set -e; export RUNNER_TEMP=$HOME/temp GITHUB_PATH=$HOME/path GITHUB_ACTIONS=true\n"
        + "export DOSSIER_REPOSITORY='\(try repository(in: workflow["env"]))'\n"
        + "printf -- '---\\nname: Nobody\\ntype: person\\n---\\n' >Content/entities/nobody.md\n"
        + "mkdir -p \"$RUNNER_TEMP\"; touch \"$GITHUB_PATH\"\n" + run.joined(separator: "\n"))
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("::notice file=Content/"), "findings are annotations: \(outcome)")
    #expect(site.published.pages.contains("index.html"))
    let upload = steps.compactMap { $0["with"] as? [String: Any] }
    #expect(upload.first?["path"] as? String == "Public")
    #expect((deploy["permissions"] as? [String: String]) == ["pages": "write", "id-token": "write"])
    #expect(deploy["needs"] as? String == "build")
  }

  @Test func `the steps for code scanning write SARIF, also of a site with errors`() throws {
    let steps = try #require(try Yams.load(yaml: try RecipeTests.blocks("yaml")[1]) as? [[String: Any]])
    let script = try #require(steps.first?["run"] as? String)
    let outcome = try site.bash("echo 'nobody: 1' >>Content/site.yaml; bash -e <<'END'\n\(script)\nEND")
    #expect(outcome.status == 0, "\(outcome)")
    let file = try #require((steps.last?["with"] as? [String: String])?["sarif_file"])
    let text = try String(contentsOfFile: "\(site.path)/\(file)", encoding: .utf8)
    #expect(text.hasPrefix("{\"$schema\"") && text.contains("unknown-key"))
    #expect(steps.allSatisfy { $0["if"] as? String == "always()" })
  }

  /// What stands for the address of Dossier's repository.
  private func repository(in environment: Any?) throws -> String {
    let address = try #require((environment as? [String: String])?["DOSSIER_REPOSITORY"])
    #expect(address.hasPrefix("https://"))
    return address
  }

  @Test(arguments: ["check", "pages"]) func `each job of GitLab's pipeline runs`(job: String) throws {
    let pipeline = try mapping(try RecipeTests.blocks("yaml")[2])
    let before = try #require((pipeline["default"] as? [String: Any])?["before_script"] as? [String])
    let script = try #require((pipeline[job] as? [String: Any])?["script"] as? [String])
    let address = try repository(in: pipeline["variables"])
    let lines = ["set -e; export DOSSIER_REPOSITORY='\(address)'"] + before + script
    let outcome = try site.bash(lines.joined(separator: "\n"))
    #expect(outcome.status == 0, "\(outcome)")
    let paths = ((pipeline[job] as? [String: Any])?["artifacts"] as? [String: Any])?["paths"] as? [String]
    #expect(paths == (job == "pages" ? ["public"] : nil))
    #expect(Tree(site.path + "/public").pages.contains("index.html") == (job == "pages"))
  }

  @Test func `the container file copies what is there`() throws {
    let text = try String(contentsOfFile: Project.root + "/.ci/Containerfile", encoding: .utf8)
    let copied = text.split(separator: "\n").filter { $0.hasPrefix("COPY ") && !$0.contains("--from") }
      .compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
    #expect(copied.contains("Sources"))
    for path in copied {
      #expect(FileManager.default.fileExists(atPath: "\(Project.root)/\(path)"), "\(path)")
    }
  }

  private func mapping(_ yaml: String) throws -> [String: Any] {
    try #require(try Yams.load(yaml: yaml) as? [String: Any])
  }
}
