import ArgumentParser

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The two output streams, written with every error seen: `print` would lose output on a full device.
struct Terminal {
  let isColored: Bool
  /// Whether standard error is a terminal that can draw, and nobody collects it.
  let showsProgress: Bool

  init(_ color: ColorChoice) {
    let environment = Environment()
    let draws = environment["TERM"] != "dumb"
    switch color {
    case .always: isColored = true
    case .never: isColored = false
    case .auto:
      if environment["NO_COLOR"] != nil {
        isColored = false
      } else {
        isColored = environment["CLICOLOR_FORCE"] ?? "0" != "0" || (draws && isatty(STDOUT_FILENO) == 1)
      }
    }
    showsProgress = draws && isatty(STDERR_FILENO) == 1 && environment["CI"] == nil
  }

  /// A reader that went away is known by a write that fails, not by a signal.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Results: findings, lists.
  func print(_ text: String) throws { try write(text, to: STDOUT_FILENO) }

  /// Everything that is no result.
  func say(_ line: String) throws { try write(line + "\n", to: STDERR_FILENO) }

  func fail(_ message: String) throws { try say("dossier: error: \(message)") }

  /// Writes without a line end, whatever comes of it: progress is not worth a failure.
  func draw(_ text: String) { try? write(text, to: STDERR_FILENO) }

  private func write(_ text: String, to stream: Int32) throws {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer -> Int in
        guard let start = buffer.baseAddress else { return 0 }
        #if canImport(Darwin)
          return Darwin.write(stream, start + offset, bytes.count - offset)
        #elseif canImport(Musl)
          return Musl.write(stream, start + offset, bytes.count - offset)
        #else
          return Glibc.write(stream, start + offset, bytes.count - offset)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        // Nobody reads any more: the work and its exit code are the same without a word.
        if errno == EPIPE { return }
        let reason = String(cString: strerror(errno))
        if stream == STDOUT_FILENO { try fail("cannot write the results: \(reason)") }
        throw ExitCode(2)
      }
      offset += count
    }
  }
}
