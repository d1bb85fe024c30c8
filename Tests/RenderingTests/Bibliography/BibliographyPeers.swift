import Foundation
import Testing

/// Programs of others that read what is exported.
enum BibliographyPeers {
  static let pandoc = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/pandoc" }.first(where: FileManager.default.isExecutableFile)

  private static let python = SampleSite.root.appending(path: ".venv/bin/python").path()

  static let hasJSONSchema = (try? run(python, ["-c", "import jsonschema"])) != nil

  /// `csl-data.json`, beside the project.
  static let schema: String? = {
    var place = SampleSite.root
    while place.path() != "/" {
      place = place.deletingLastPathComponent()
      let schema = place.appending(path: "shared/suites/csl-data.json").path()
      if FileManager.default.fileExists(atPath: schema) { return schema }
    }
    return nil
  }()

  /// What the schema of CSL finds wrong, a finding a line.
  static func findings(in json: String) throws -> String {
    let script = SampleSite.root.appending(path: "Tests/Bibliography/validate.py").path()
    return try with(json, named: "b.json") { try run(python, [script, try #require(schema), $0]) }
  }

  /// The entries of a `.bib` file as Pandoc reads them, by key.
  static func read(bib: String) throws -> [String: [String: Any]] {
    let output = try with(bib, named: "b.bib") {
      try run(try #require(pandoc), ["-f", "biblatex", "-t", "csljson", $0])
    }
    return try items(output)
  }

  static func items(_ json: String) throws -> [String: [String: Any]] {
    let items = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: items.map { ($0["id"] as? String ?? "", $0) })
  }

  /// A Markdown text with its citations resolved.
  static func cite(_ text: String, from bibliography: String, named name: String) throws -> String {
    try with(bibliography, named: name) { file in
      let folder = (file as NSString).deletingLastPathComponent
      try Data(text.utf8).write(to: URL(filePath: folder + "/text.md"))
      return try run(
        try #require(pandoc),
        ["--citeproc", "--bibliography", file, "-t", "plain", "--wrap=none", folder + "/text.md"])
    }
  }

  private static func with<Value>(
    _ text: String, named name: String, _ body: (String) throws -> Value
  ) throws -> Value {
    let folder = try SampleSite.folder([(name, text)])
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appending(path: "Content/\(name)").path())
  }

  private struct Failure: Error { let status: Int32 }

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return String(decoding: data, as: UTF8.self)
  }
}
