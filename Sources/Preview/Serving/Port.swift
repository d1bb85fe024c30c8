#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Which addresses and ports are free.
enum Port {
  enum State: Equatable {
    case free
    case taken
    /// The machine has no such address, or the port is not ours to take.
    case refused(String)
  }

  /// Whether something could listen there now.
  static func state(_ port: Int, on host: String) -> State {
    guard let addresses = Addresses(host: host, port: port) else { return .refused("no such address") }
    var worst = State.free
    for address in addresses.all {
      let code = Port.bound(address.pointee)
      if code == EADDRINUSE { return .taken }
      if code != 0 { worst = .refused(String(cString: strerror(code))) }
    }
    return worst
  }

  /// The next port above that is free on all hosts; nil when none of a hundred is.
  static func next(after port: Int, on hosts: [String]) -> Int? {
    (port + 1...port + 100).first { candidate in
      candidate < 65_536 && hosts.allSatisfy { state(candidate, on: $0) == .free }
    }
  }

  /// One that the system has free on all hosts.
  static func any(on hosts: [String]) -> Int? {
    for _ in 0..<20 {
      guard let first = hosts.first, let port = ephemeral(on: first) else { return nil }
      if hosts.dropFirst().allSatisfy({ state(port, on: $0) == .free }) { return port }
    }
    return nil
  }

  private static func ephemeral(on host: String) -> Int? {
    guard let addresses = Addresses(host: host, port: 0), let info = addresses.all.first?.pointee else {
      return nil
    }
    let file = socket(info.ai_family, info.ai_socktype, 0)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    guard bind(file, info.ai_addr, info.ai_addrlen) == 0 else { return nil }
    let code = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(file, $0, &size) }
    }
    guard code == 0 else { return nil }
    // The port stands at the same place in both families' addresses.
    return withUnsafeBytes(of: &storage) { Int($0[2]) << 8 | Int($0[3]) }
  }

  /// 0, or what the system says against it.
  private static func bound(_ info: addrinfo) -> Int32 {
    let file = socket(info.ai_family, info.ai_socktype, 0)
    guard file >= 0 else { return errno }
    defer { close(file) }
    var yes: Int32 = 1
    setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard bind(file, info.ai_addr, info.ai_addrlen) == 0 else { return errno }
    return listen(file, 1) == 0 ? 0 : errno
  }
}

/// What `getaddrinfo` gives, freed at the end.
private final class Addresses {
  private let first: UnsafeMutablePointer<addrinfo>

  init?(host: String, port: Int) {
    var hints = addrinfo()
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    hints.ai_flags = AI_PASSIVE
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let found else { return nil }
    first = found
  }

  deinit { freeaddrinfo(first) }

  var all: [UnsafeMutablePointer<addrinfo>] {
    Array(sequence(first: first) { $0.pointee.ai_next })
  }
}
