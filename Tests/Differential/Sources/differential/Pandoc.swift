import Foundation

/// A pandoc that answers many questions; another one takes its place when it is silent for too long.
final class Pandoc {
  private let script: URL
  private var process = Process()
  private var questions = Pipe()
  private var answers = Pipe()

  /// What an answer may take, in milliseconds: most take one.
  private static let patience: Int32 = 10_000

  /// - Throws: when the program cannot be started.
  init(script: URL) throws {
    self.script = script
    try start()
  }

  private func start() throws {
    process = Process()
    questions = Pipe()
    answers = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "pandoc", "/dev/null", "--from", "markdown", "--to", "json", "--lua-filter", script.path,
    ]
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
  }

  /// The document that pandoc reads in `text`; nil when it does not answer in time.
  ///
  /// - Throws: when pandoc ends before it has answered.
  func document(of text: String, format: String) throws -> JSON? {
    try questions.fileHandleForWriting.write(contentsOf: Data("\(text.utf8.count) \(format)\n\(text)".utf8))
    do {
      guard let count = Int(String(decoding: try line(), as: UTF8.self)) else { throw Silence.ended }
      return try JSON(parsing: try bytes(count + 1).dropLast())
    } catch Silence.late {
      process.terminate()
      process.waitUntilExit()
      try start()
      return nil
    }
  }

  /// - Throws: when the pipe cannot be closed.
  func finish() throws {
    try questions.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Why no answer came.
  enum Silence: Error {
    /// Pandoc ended, or said something else than was asked.
    case ended
    case late
  }

  private func line() throws -> Data {
    var line = Data()
    while true {
      let byte = try bytes(1)
      if byte[byte.startIndex] == UInt8(ascii: "\n") { return line }
      line += byte
    }
  }

  private func bytes(_ count: Int) throws -> Data {
    let reading = answers.fileHandleForReading
    var data = Data()
    while data.count < count {
      var waiting = pollfd(fd: reading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Pandoc.patience) > 0 else { throw Silence.late }
      guard let more = try reading.read(upToCount: count - data.count), !more.isEmpty else {
        throw Silence.ended
      }
      data += more
    }
    return data
  }
}
