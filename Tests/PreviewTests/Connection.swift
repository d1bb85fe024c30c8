import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A plain TCP connection, which sends what no browser would.
final class Connection: Sendable {
  private let file: Int32

  struct Failure: Error {
    let reason: String
  }

  init(host: String, port: Int) throws {
    var hints = addrinfo()
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let info = found else {
      throw Failure(reason: "no address")
    }
    defer { freeaddrinfo(info) }
    file = socket(info.pointee.ai_family, info.pointee.ai_socktype, 0)
    guard file >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
    signal(SIGPIPE, SIG_IGN)
    guard connect(file, info.pointee.ai_addr, info.pointee.ai_addrlen) == 0 else {
      let reason = String(cString: strerror(errno))
      close(file)
      throw Failure(reason: reason)
    }
  }

  deinit { close(file) }

  func send(_ text: String) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(reason: String(cString: strerror(errno))) }
      bytes = bytes.dropFirst(count)
    }
  }

  /// What comes next; nil at the end.
  func part() -> String? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(file, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  /// Everything up to the end.
  func rest() -> String {
    var text = ""
    while let part = part() { text += part }
    return text
  }
}
