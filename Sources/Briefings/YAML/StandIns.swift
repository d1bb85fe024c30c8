/// Characters that a text does not hold, to stand for others while it is parsed: from the private use area on.
struct StandIns {
  private let present: Set<UInt32>
  private var candidate: UInt32 = 0xE000

  /// O(bytes). The bytes must be valid UTF-8.
  init(absentFrom text: [UInt8]) {
    var present: Set<UInt32> = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value >= 0xE000 {
      present.insert(scalar.value)
    }
    self.present = present
  }

  /// The UTF-8 of the next one; nil when the text holds all there are.
  mutating func next() -> [UInt8]? {
    while candidate < 0x11_0000 {
      defer { candidate += 1 }
      // YAML forbids the byte order mark and the non-characters at the end of the plane.
      let isForbidden = candidate == 0xFEFF || candidate == 0xFFFE || candidate == 0xFFFF
      guard !isForbidden, !present.contains(candidate), let scalar = Unicode.Scalar(candidate) else {
        continue
      }
      return Array(String(scalar).utf8)
    }
    return nil
  }
}
