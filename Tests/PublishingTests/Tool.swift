import Foundation

/// Programs that some tests run.
enum Tool {
  struct Result {
    let output: String
    /// Nil when a signal ended it.
    let exitCode: Int32?
  }

  static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = path.split(separator: ":").map(String.init) + ["/usr/sbin", "/sbin"]
    for folder in folders where FileManager.default.isExecutableFile(atPath: folder + "/" + name) {
      return folder + "/" + name
    }
    return nil
  }

  static let xxhsum = find("xxhsum")

  /// The one that can trace: some sandboxes have it and forbid it.
  static let strace = find("strace").flatMap { path in
    (try? run(path, ["-f", "-o", "/dev/null", "true"]))?.exitCode == 0 ? path : nil
  }

  /// Next to the tests in the build folder.
  static let publishOnce: String? = {
    let starts =
      CommandLine.arguments + [
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
      ]
    for start in starts {
      var folder = URL(fileURLWithPath: start)
      for _ in 0..<5 {
        folder.deleteLastPathComponent()
        let path = folder.appendingPathComponent("PublishOnce").path
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if isThere, !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: path) { return path }
      }
    }
    return nil
  }()

  static func run(_ path: String, _ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let isExit = process.terminationReason == .exit && process.terminationStatus < 128
    return Result(
      output: String(decoding: output, as: UTF8.self), exitCode: isExit ? process.terminationStatus : nil)
  }
}
