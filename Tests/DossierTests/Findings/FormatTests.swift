import Foundation
import Testing

/// What `check` prints for programs, read back by a program that shares nothing with ours.
@Suite("Findings: formats")
struct FindingFormatTests {
  /// Of the standard, where the external suites are.
  private static let schema: String? = {
    let path = Project.root + "/../shared/suites/sarif-2.1.0.json"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  private static let python: String? = {
    let candidates = [Project.root + "/.venv/bin/python", Binary.inPath("python3")].compactMap { $0 }
    return candidates.first { candidate in
      guard FileManager.default.isExecutableFile(atPath: candidate) else { return false }
      let outcome = try? Command(program: candidate, arguments: ["-c", "import jsonschema"], folder: "/")
        .run()
      return outcome?.status == 0
    }
  }()

  /// Places that are easily counted wrong, in files whose names have to be escaped.
  private static let hostile: [String: String] = [
    "Content/briefings/third.md": SampleSite.briefing(
      "Third",
      "é 汉 😀 👩‍💻 \t[[second-shp|so]] and [@harbour-notise].\n\n## One {#a}\n\n## Two {#a}\n\n😀 [[ferry#whatt]]\n\n[[no {0} page}]]\n"
    ),
    "Content/briefings/returns.md":
      "\u{FEFF}---\r\ntitle: Fourth\r\ndate: 2025-04-01\r\nsummary: One.\r\n---\r\n😀[@nobody-knows]\r\n\r\n[@nobody-knows]\r\n",
    "Content/static/a%b, c:d/x.txt": "One.\n", "Content/static/a%b, c:d/X.txt": "Two.\n",
    "Content/entities/pilot-house.md": "---\nname: Pilot House\ntype: place\nsummary: A house.\n---\n",
    "Content/briefings/map.png": "no picture\n",
  ]

  /// A site in a folder of a repository, both with names that an address escapes.
  private func written() throws -> (site: TestSite, folder: String) {
    let folder = "news desk/100% ä"
    var files: [String: String] = [:]
    for (path, text) in SampleSite.files.merging(
      FindingFormatTests.hostile, uniquingKeysWith: { _, new in new })
    {
      files["\(folder)/\(path)"] = text
    }
    let site = try TestSite(files)
    try site.makeFolder(".git")
    return (site, folder)
  }

  private func check(
    _ site: TestSite, _ folder: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Command.Outcome {
    try site.dossier(["check", "-r", folder] + arguments, environment: environment)
  }

  @Test(
    .enabled(if: schema != nil, "needs sarif-2.1.0.json in ../shared/suites"),
    .enabled(if: python != nil, "no jsonschema; '.ci/install venv:jsonschema==4.25.1' puts it into .venv"))
  func `JSON, SARIF and workflow commands say the same, at the places where it is`() throws {
    let (site, folder) = try written()
    var arguments = [Project.root + "/Tests/Formats/read_back.py", site.root + "/" + folder, folder]
    for format in ["json", "sarif", "github"] {
      let outcome = try check(site, folder, ["--format", format])
      #expect(outcome.status == 1)
      let file = "\(site.outside)/findings.\(format)"
      try outcome.output.write(toFile: file, atomically: false, encoding: .utf8)
      arguments.append(file)
    }
    let python = try #require(FindingFormatTests.python)
    let read = try Command(
      program: python, arguments: arguments + [try #require(FindingFormatTests.schema)], folder: "/"
    ).run()
    #expect(read.status == 0, "\(read)")
    #expect((Int(read.output.dropLast()) ?? 0) >= 10, "\(read)")
  }

  @Test func `inside GitHub Actions commands are printed unless another format is asked for`() throws {
    let site = try TestSite(SampleSite.with([SampleSite.configuration: "title: Harbour Desk\n"]))
    let actions = ["GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": site.outside]
    let commands = try site.dossier(["check"], environment: actions).output
    #expect(commands.hasPrefix("::notice file=site/Content/site.yaml,title=no-base-url::"))
    let text = try site.dossier(["check", "--format", "text"], environment: actions).output
    #expect(text.hasPrefix("Content/site.yaml: note: "))
    #expect(try site.dossier(["check"], environment: ["GITHUB_ACTIONS": "false"]).output == text)
    #expect(try site.dossier(["build"], environment: actions).output == text)
  }

  @Test func `a finding has the same fingerprint where its line has moved to`() throws {
    func fingerprints(_ text: String) throws -> [String] {
      let site = try TestSite(
        SampleSite.with(["Content/briefings/third.md": SampleSite.briefing("Third", text)]))
      return try site.dossier("check", "--format", "json").output.split(separator: "\n").map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return try #require(object?["fingerprint"] as? String)
      }
    }
    let before = try fingerprints("See [[nowhere]].\n\nAnd [[nobody]].")
    #expect(before.count == 2)
    #expect(try fingerprints("New.\n\nAnd [[nobody]].\n\n\nSee [[nowhere]].").sorted() == before.sorted())
    #expect(Set(try fingerprints("See [[nowhere]].\n\nSee [[nowhere]].")).count == 2)
  }

  @Test(arguments: ["sarif", "github"])
  func `a run that cannot begin is told to the program that reads`(format: String) throws {
    let site = try TestSite(SampleSite.files)
    try site.makeFolder("Templates")
    try site.link("Templates/page.mustache", to: "nowhere")
    let outcome = try site.dossier("check", "--format", format)
    #expect(outcome.status == 2)
    let isTold = outcome.output.contains("page.mustache")
    #expect(isTold, "\(outcome)")
    if format == "sarif" { #expect(outcome.output.contains("\"executionSuccessful\":false")) }
  }

  /// What is wrong before anything is looked at.
  @Test(arguments: [
    (["-r", "nowhere"], [:]), (["--texts", "nowhere"], [:]), (["--baseline", "nowhere"], [:]),
    ([], ["DOSSIER_BASE_URL": "nowhere"]), ([], ["SOURCE_DATE_EPOCH": "nowhere"]),
  ])
  func `what a run is not given is told to the program that reads`(
    arguments: [String], environment: [String: String]
  ) throws {
    let site = try TestSite(SampleSite.files)
    for (format, sign) in [("sarif", "\"executionSuccessful\":false"), ("github", "::error title=dossier::")]
    {
      let outcome = try site.dossier(
        ["check", "--format", format] + arguments, environment: environment)
      #expect(outcome.status == 2)
      #expect(outcome.output.contains(sign) && outcome.output.contains("nowhere"), "\(outcome)")
      #expect(outcome.errors.contains("nowhere"))
    }
  }
}
