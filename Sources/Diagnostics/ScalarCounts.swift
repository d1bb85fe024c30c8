/// How many Unicode scalars begin before a place of a text: counted once, in steps, so that a column far into a line
/// of megabytes costs no more than one in a short line, whatever the order in which places are asked for.
struct ScalarCounts: Sendable {
  private static let step = 256

  private struct Sum {
    var scalars = 0
    /// Those beyond U+FFFF, which UTF-16 counts twice.
    var pairs = 0

    mutating func add(_ byte: UInt8) {
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte >= 0xF0 { pairs += 1 }
    }
  }

  /// Before each offset that is a multiple of the step.
  private let sums: [Sum]

  init(of bytes: [UInt8]) {
    var sums: [Sum] = []
    sums.reserveCapacity(bytes.count / ScalarCounts.step + 1)
    var sum = Sum()
    bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices {
        if offset % ScalarCounts.step == 0 { sums.append(sum) }
        sum.add(bytes[offset])
      }
    }
    if bytes.count % ScalarCounts.step == 0 { sums.append(sum) }
    self.sums = sums
  }

  /// - Parameters:
  ///   - range: UTF-8 offsets within the bytes.
  ///   - bytes: those that were counted.
  func count(_ range: Range<Int>, of bytes: [UInt8], in unit: ColumnUnit) -> Int {
    let (start, end) = (sum(before: range.lowerBound, bytes), sum(before: range.upperBound, bytes))
    let scalars = end.scalars - start.scalars
    return unit == .utf16 ? scalars + end.pairs - start.pairs : scalars
  }

  private func sum(before offset: Int, _ bytes: [UInt8]) -> Sum {
    let step = offset / ScalarCounts.step
    var sum = sums[step]
    for byte in bytes[step * ScalarCounts.step..<offset] { sum.add(byte) }
    return sum
  }
}
