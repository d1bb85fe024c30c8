#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension FileSystem {
  enum ReadProblem: Error, Equatable {
    case failure(Failure)
    case tooLarge
  }

  /// All bytes of a regular file of at most `limit` bytes.
  static func bytes(of path: [UInt8], limit: Int) throws(ReadProblem) -> [UInt8] {
    // Not blocking: opening a pipe must not wait for somebody to write.
    let descriptor = path.withCPath { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw .failure(.current) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .failure(.current) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .failure(Failure(reason: "not a regular file")) }
    guard status.st_size <= limit else { throw .tooLarge }
    // One byte more than there should be, so that the end is seen without another call.
    let capacity = Int(status.st_size) + 1
    var failure: Failure?
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      failure = fill(buffer, &count, from: descriptor)
    }
    if let failure { throw .failure(failure) }
    guard bytes.count < capacity else { throw .failure(Failure(reason: "it grew while it was read")) }
    return bytes
  }

  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int, from descriptor: Int32
  ) -> Failure? {
    while count < buffer.count {
      let result = read(descriptor, buffer.baseAddress! + count, buffer.count - count)
      if result == 0 { break }
      if result < 0 {
        if errno == EINTR { continue }
        return .current
      }
      count += result
    }
    return nil
  }
}
