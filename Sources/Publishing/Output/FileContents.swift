#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Whole files: read, written, compared, copied.
extension FileSystem {
  /// A multiple of 32, as the digest needs it.
  private static let chunkSize = 1 << 16

  /// Gives `body` the rest of the file, chunk by chunk, until it returns false.
  private static func chunks(
    of file: borrowing Descriptor,
    _ body: (UnsafeRawBufferPointer) throws(PublishError) -> Bool
  ) throws(PublishError) {
    try withUnsafeTemporaryAllocation(byteCount: chunkSize, alignment: 16) {
      (buffer) throws(PublishError) in
      while true {
        let count = try file.read(into: buffer)
        guard count > 0, try body(UnsafeRawBufferPointer(rebasing: buffer[..<count])), count == chunkSize
        else { return }
      }
    }
  }

  static func contents(_ path: DiskPath) throws(PublishError) -> [UInt8] {
    let file = try Descriptor.reading(path)
    var bytes: [UInt8] = []
    try chunks(of: file) { (chunk) throws(PublishError) in
      bytes.append(contentsOf: chunk)
      return true
    }
    return bytes
  }

  /// Fails with `EEXIST` when there is such a name.
  static func create(_ path: DiskPath, _ bytes: [UInt8]) throws(PublishError) {
    var file = try Descriptor.creating(path)
    try bytes.withUnsafeBufferPointer { (buffer) throws(PublishError) in
      try file.write(UnsafeRawBufferPointer(buffer))
    }
    try file.finish()
  }

  /// Whether the file holds exactly these bytes.
  static func holds(_ path: DiskPath, _ bytes: [UInt8]) throws(PublishError) -> Bool {
    let file = try Descriptor.reading(path)
    var offset = 0
    var isSame = true
    try chunks(of: file) { (chunk) throws(PublishError) in
      let range = offset..<offset + chunk.count
      isSame =
        range.upperBound <= bytes.count
        && bytes.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[range]).isSame(as: chunk) }
      offset += chunk.count
      return isSame
    }
    return isSame && offset == bytes.count
  }

  /// Whether both files hold the same bytes, from where they stand now.
  static func isSame(
    _ one: borrowing Descriptor, _ other: borrowing Descriptor
  ) throws(PublishError) -> Bool {
    try withUnsafeTemporaryAllocation(byteCount: 2 * chunkSize, alignment: 16) {
      (buffer) throws(PublishError) in
      let first = UnsafeMutableRawBufferPointer(rebasing: buffer[..<chunkSize])
      let second = UnsafeMutableRawBufferPointer(rebasing: buffer[chunkSize...])
      while true {
        let count = try one.read(into: first)
        guard try other.read(into: second) == count else { return false }
        let isSame = UnsafeRawBufferPointer(rebasing: first[..<count])
          .isSame(as: UnsafeRawBufferPointer(rebasing: second[..<count]))
        if !isSame || count < chunkSize { return isSame }
      }
    }
  }

  /// The digest and size of the rest of the file.
  static func digest(_ file: borrowing Descriptor) throws(PublishError) -> (ContentDigest, size: Int) {
    var stream = DigestStream()
    var size = 0
    try chunks(of: file) { (chunk) throws(PublishError) in
      stream.absorb(chunk)
      size += chunk.count
      return true
    }
    return (stream.digest, size)
  }

  /// Copies the rest of the file into a new one. Fails with `EEXIST` when there is such a name.
  @discardableResult
  static func copy(
    _ file: borrowing Descriptor, to path: DiskPath
  ) throws(PublishError) -> (ContentDigest, size: Int) {
    var copied = try Descriptor.creating(path)
    var stream = DigestStream()
    var size = 0
    try chunks(of: file) { (chunk) throws(PublishError) in
      stream.absorb(chunk)
      size += chunk.count
      try copied.write(chunk)
      return true
    }
    try copied.finish()
    return (stream.digest, size)
  }

  /// A second name for the file, or a copy where the file system or its owner allows no second name.
  static func linkOrCopy(_ path: DiskPath, as name: DiskPath) throws(PublishError) {
    do {
      try link(path, as: name)
    } catch {
      guard error.isRefusedLink else { throw error }
      try copy(try Descriptor.reading(path), to: name)
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func isSame(as other: UnsafeRawBufferPointer) -> Bool {
    guard let start = baseAddress, let otherStart = other.baseAddress else { return count == other.count }
    return count == other.count && memcmp(start, otherStart, count) == 0
  }
}
