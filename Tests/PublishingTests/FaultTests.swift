import Foundation
import Testing

@testable import Publishing

/// A publication that is killed, or refused by the system, at each of its calls in turn.
///
/// The calls are intercepted by `strace`, which kills the process before the call is carried out, or has the
/// call fail.
@Suite(
  .enabled(if: Tool.strace != nil && Tool.publishOnce != nil, "strace is not installed or may not trace"))
struct FaultTests {
  private static let old: Tree = [
    "index.html": "old", "same/index.html": "same", "gone/index.html": "gone", "style.css": "old css",
    "feed.xml": "old feed", "file": "becomes a folder", "folder/index.html": "becomes a file",
  ]
  private static let new: Tree = [
    "index.html": "new", "same/index.html": "same", "come/index.html": "come", "style.css": "new css",
    "feed.xml": "new feed", "file/index.html": "a folder", "folder": "a file",
  ]
  private static let foreignFiles: Tree = [
    ".gitignore": "*\n", "gone/notes.txt": "notes", "same/notes.txt": "notes",
  ]
  private static let foreignOthers: Tree = [
    ".git/HEAD": "ref", ".git/refs/main": "id", "empty/": "", "latest": "-> same",
  ]
  private static let foreign = foreignFiles.with(foreignOthers)

  enum Way: String, CaseIterable { case exchange, fileByFile }

  /// Every call that changes something; the names differ between systems and processors.
  private static let calls = [
    "?mkdir,?mkdirat", "write", "?link,?linkat", "?rename,?renameat", "renameat2", "?unlink,?unlinkat",
    "?rmdir",
    "?chmod,?fchmodat",
  ]

  private func prepared(_ way: Way) throws -> TestSite {
    let site = try TestSite()
    if way == .fileByFile {
      try site.makeFolder("real")
      try site.link("Public", to: "real")
    }
    try site.publish(Self.old)
    for (path, text) in Self.foreign where !text.hasPrefix("-> ") && !path.hasSuffix("/") {
      try site.write(text, to: "Public/" + path)
    }
    try site.makeFolder("Public/empty")
    try site.link("Public/latest", to: "same")
    try site.write(Self.new.sorted { $0.key < $1.key }.map { "\($0)\t\($1)\n" }.joined(), to: "list")
    return site
  }

  /// - Parameter number: of the call that the fault meets, counted from 1 for each of `calls`.
  private func publish(_ site: TestSite, calls: String, _ fault: String? = nil, number: Int = 1) throws -> Run
  {
    let inject = fault.map { ["-e", "inject=\(calls):\($0):when=\(number)"] } ?? []
    let arguments = ["-f", "-qq", "-o", site.path("trace"), "-e", "trace=\(calls)"] + inject
    let result = try Tool.run(
      try #require(Tool.strace),
      arguments + [try #require(Tool.publishOnce), site.root, site.output, site.path("list")])
    let trace = site.snapshot("")["trace"] ?? ""
    return Run(
      output: result.output, exitCode: result.exitCode, trace: trace.split(separator: "\n").map(String.init))
  }

  private struct Run {
    let output: String
    /// Nil when it was killed.
    let exitCode: Int32?
    let trace: [String]

    var metFault: Bool { exitCode == nil || trace.contains { $0.contains("(INJECTED)") } }
  }

  /// Runs until there is no further call for the fault to meet, each time followed by a run without a fault.
  private func eachFault(
    _ way: Way, _ calls: String, _ fault: String, check: (TestSite, Run, Tree) throws -> Void
  ) throws {
    for number in 1..<200 {
      let site = try prepared(way)
      let before = try output(of: site, way)
      let run = try publish(site, calls: calls, fault, number: number)
      try check(site, run, before)
      try site.publish(Self.new)
      #expect(try output(of: site, way).pages == Self.new.with(Self.foreign), "after the next run")
      #expect(site.stagingIsEmpty)
      if run.metFault { continue }
      // Every way makes folders, writes, moves and removes; only an exchange sets permissions.
      #expect(number > 1 || calls.contains("chmod") && way == .fileByFile, "the fault never met a call")
      return
    }
    Issue.record("there was always another call")
  }

  private func output(of site: TestSite, _ way: Way) throws -> Tree {
    site.snapshot(way == .exchange ? "Public" : "real")
  }

  @Test(arguments: calls)
  func `killed while folders are exchanged, the output is the old or the new one`(calls: String) throws {
    try eachFault(.exchange, calls, "signal=SIGKILL") { site, result, before in
      let after = try output(of: site, .exchange)
      #expect(result.exitCode == nil || result.exitCode == 0)
      let ours = after.filter { Self.foreign[$0.key] == nil }
      let isOld = ours == before.filter { Self.foreign[$0.key] == nil }
      #expect(isOld || ours.pages == Self.new)
      #expect(after.filter { Self.foreignFiles[$0.key] != nil } == Self.foreignFiles)
      // A folder or a link of somebody else's may wait in the staging folder for the next run.
      let staged = isOld ? [:] : site.snapshot(".dossier/new")
      #expect(after.with(staged).filter { Self.foreignOthers[$0.key] != nil } == Self.foreignOthers)
    }
  }

  @Test(arguments: calls)
  func `killed file by file, each file is the old or the new one`(calls: String) throws {
    try eachFault(.fileByFile, calls, "signal=SIGKILL") { site, result, before in
      let after = try output(of: site, .fileByFile)
      #expect(result.exitCode == nil || result.exitCode == 0)
      #expect(after.filter { Self.foreign[$0.key] != nil } == Self.foreign)
      for (path, text) in after.pages where Self.foreign[path] == nil && !path.hasSuffix("/") {
        #expect(text == Self.old[path] || text == Self.new[path], "\(path)")
      }
      for path in Set(Self.old.keys).intersection(Self.new.keys) { #expect(after[path] != nil, "\(path)") }
    }
  }

  /// The second run is killed while it settles what the first has left.
  @Test(arguments: Way.allCases, [("renameat2", "renameat2"), ("?rename,?renameat", "?unlink,?unlinkat")])
  func `killed twice, the third run has the new one`(way: Way, calls: (first: String, second: String)) throws
  {
    for first in 1..<200 {
      for second in [1, 2, 5] {
        let site = try prepared(way)
        let one = try publish(site, calls: calls.first, "signal=SIGKILL", number: first)
        _ = try publish(site, calls: calls.second, "signal=SIGKILL", number: second)
        try site.publish(Self.new)
        #expect(try output(of: site, way).pages == Self.new.with(Self.foreign), "\(first), \(second)")
        #expect(site.stagingIsEmpty)
        if !one.metFault { return }
      }
    }
    Issue.record("there was always another call")
  }

  @Test(arguments: Way.allCases, calls)
  func `when a call fails, the output is as it was, or new with a reason`(way: Way, calls: String) throws {
    try eachFault(way, calls, "error=ENOSPC") { site, result, before in
      let after = try output(of: site, way)
      if result.exitCode == 0 {
        #expect(after.pages == Self.new.with(Self.foreign))
      } else {
        #expect(result.exitCode == 2)
        #expect(result.output.contains("No space left on device"))
        #expect(after == before)
        if !calls.contains("unlink"), !calls.contains("rmdir") { #expect(site.stagingIsEmpty) }
      }
    }
  }

  /// The error numbers with which systems say that they cannot exchange these folders.
  @Test(arguments: [
    ("EINVAL", Publication.Refusal.unsupported), ("ENOSYS", .unsupported), ("EXDEV", .mountPoint),
    ("EBUSY", .mountPoint), ("EACCES", .parentNotWritable), ("EPERM", .parentNotWritable),
  ])
  func `where exchange is refused, files are renamed one by one`(
    error: String, reason: Publication.Refusal
  ) throws {
    let calls = try publish(try prepared(.exchange), calls: "renameat2").trace
    let number = try #require(calls.firstIndex { $0.contains("RENAME_EXCHANGE") }) + 1
    let site = try prepared(.exchange)
    let run = try publish(site, calls: "renameat2", "error=\(error)", number: number)
    #expect(run.output == "fileByFile(because: \(reason))\n")
    #expect(site.snapshot().pages == Self.new.with(Self.foreign))
    #expect(site.stagingIsEmpty)
  }
}
