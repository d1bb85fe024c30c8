import Foundation

/// One pandoc that answers many questions.
struct Pandoc {
  private let process = Process()
  private let questions = Pipe()
  private let answers = Pipe()

  /// - Throws: when the program cannot be started.
  init(script: URL) throws {
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "pandoc", "/dev/null", "--from", "markdown", "--to", "json", "--lua-filter", script.path,
    ]
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
  }

  /// The document that pandoc reads in `text`.
  ///
  /// - Throws: when pandoc ends before it has answered.
  func document(of text: String, format: String) throws -> JSON {
    try questions.fileHandleForWriting.write(contentsOf: Data("\(text.utf8.count) \(format)\n\(text)".utf8))
    guard let count = Int(String(decoding: try line(), as: UTF8.self)) else { throw Silence() }
    let answer = try bytes(count + 1)
    return try JSON(parsing: answer.dropLast())
  }

  /// - Throws: when the pipe cannot be closed.
  func finish() throws {
    try questions.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Pandoc ended or said something else than was asked.
  struct Silence: Error {}

  private func line() throws -> Data {
    var line = Data()
    while true {
      let byte = try bytes(1)
      if byte[byte.startIndex] == UInt8(ascii: "\n") { return line }
      line += byte
    }
  }

  private func bytes(_ count: Int) throws -> Data {
    var data = Data()
    while data.count < count {
      guard let more = try answers.fileHandleForReading.read(upToCount: count - data.count), !more.isEmpty
      else {
        throw Silence()
      }
      data += more
    }
    return data
  }
}
