import Foundation
import Testing

/// A host that answers by `Tests/External/host.py` until it is stopped.
final class OtherHost {
  /// `http://127.0.0.1:49152`
  let address: String
  private let process = Process()
  private let (input, output) = (Pipe(), Pipe())

  static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  init() throws {
    process.executableURL = URL(fileURLWithPath: try #require(OtherHost.python))
    process.arguments = [Project.root + "/Tests/External/host.py"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line: [UInt8] = []
    while line.last != UInt8(ascii: "\n"), let byte = try output.fileHandleForReading.read(upToCount: 1) {
      line += byte
    }
    address = String(decoding: line.dropLast(), as: UTF8.self)
    #expect(address.hasPrefix("http://"))
  }

  /// - Returns: what it was asked for, as `HEAD /path`.
  @discardableResult
  func stop() throws -> [String] {
    try input.fileHandleForWriting.close()
    let asked = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: asked, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  deinit { if process.isRunning { process.terminate() } }
}
