import Foundation
import Testing

/// A site with all that examples name: files, a tag, articles in the home folder.
final class ExampleSite {
  private let scratch: Scratch
  var path: String { scratch.path + "/site" }
  var published: Tree { Tree(path + "/Public") }

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

  /// - Parameter isEmpty: whether there is no site yet.
  init(isEmpty: Bool = false) throws {
    scratch = try Scratch()
    for folder in ["site", "bin"] {
      try FileManager.default.createDirectory(
        atPath: scratch.path + "/" + folder, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/bin/dossier", withDestinationPath: Binary.dossier)
    // No example opens a browser here, or asks another host.
    for name in ["xdg-open", "open", "curl"] { try stub(name, "exit 0") }
    if isEmpty { return }
    let outcome = try bash("set -e\n" + ExampleSite.preparation)
    try #require(outcome.status == 0, "\(outcome)")
  }

  /// Stands for a program that is not to be run.
  func stub(_ name: String, _ script: String) throws {
    let file = scratch.path + "/bin/" + name
    try Data("#!/bin/bash\n\(script)\n".utf8).write(to: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
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

  func bash(_ script: String) throws -> Command.Outcome {
    try Command(
      program: "/bin/bash", arguments: ["-c", "PATH=\"\(scratch.path)/bin:$PATH\"; \(script)"], folder: path,
      environment: ["HOME": scratch.path + "/home", "SOURCE_DATE_EPOCH": Command.noon]
    ).run()
  }
}
