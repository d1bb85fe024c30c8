import Foundation
import Testing

/// One program, started once: arguments, surroundings, and where its output goes.
struct Command {
  var program = Binary.dossier
  var arguments: [String]
  /// The current folder.
  var folder: String
  /// All that it sees of the environment, besides `PATH`.
  var environment: [String: String] = [:]
  /// Instead of being collected.
  var standardOutput: FileHandle?
  /// Whether the superuser's tests run it as somebody whom files can be kept from.
  var isUnprivileged = false

  /// 1 June 2025, noon: no test depends on the day it runs.
  static let noon = "1748779200"

  /// What a command printed and how it ended.
  struct Outcome: CustomStringConvertible {
    let status: Int32
    /// Whether a signal ended it.
    let isKilled: Bool
    let output: String
    let errors: String

    var everything: String { output + errors }
    var description: String { "status \(status)\n\(output)--\n\(errors)" }
  }

  /// Longer than any run takes; what is still at it then hangs, and is killed.
  private static let patience = DispatchTimeInterval.seconds(300)

  /// Output goes through files: a full pipe would stop a program that nobody reads yet.
  func run() throws -> Outcome {
    let scratch = try Scratch()
    let process = Process()
    let line =
      try isUnprivileged
      ? Unprivileged.line(program, arguments, in: scratch.path) : [program] + arguments
    process.executableURL = URL(fileURLWithPath: line[0])
    process.arguments = Array(line.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment.merging(
      ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]) { own, _ in own }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try standardOutput ?? scratch.handle("output")
    process.standardError = try scratch.handle("errors")
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + Command.patience) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, isKilled: process.terminationReason == .uncaughtSignal,
      output: scratch.text("output"), errors: scratch.text("errors"))
  }
}

/// An empty folder that goes with the test that made it.
final class Scratch {
  let path: String

  init() throws {
    let place = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    path = place.appendingPathComponent("dossier-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func handle(_ name: String) throws -> FileHandle {
    try Data().write(to: URL(fileURLWithPath: path + "/" + name))
    return try #require(FileHandle(forWritingAtPath: path + "/" + name))
  }

  func text(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path + "/" + name) ?? Data(), as: UTF8.self)
  }
}
