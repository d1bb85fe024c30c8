import Foundation

/// A program of the system that does what is not ours to write: git, tar, curl.
enum Program {
  struct Ended: Sendable {
    let status: Int32
    /// Without the last line's end.
    let output: String
    /// The first line of what it said of its failure.
    let reason: String?
  }

  /// Runs it to its end without input. For programs that print less than a pipe holds, 64 KiB.
  ///
  /// - Returns: nil when it cannot be started; status 127 when `env` does not find it.
  static func run(_ name: String, _ arguments: [String]) async -> Ended? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let (output, problem) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = problem
    let isStarted = await withCheckedContinuation { continuation in
      process.terminationHandler = { _ in continuation.resume(returning: true) }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(returning: false)
      }
    }
    guard isStarted else { return nil }
    let lines = text(in: problem).split(whereSeparator: \.isNewline)
    return Ended(
      status: process.terminationStatus, output: text(in: output).trimmingCharacters(in: .newlines),
      reason: lines.first.map(String.init))
  }

  private static func text(in pipe: Pipe) -> String {
    String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }
}
