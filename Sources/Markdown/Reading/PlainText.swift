extension TextBlock {
  /// The words as a string, without the stand-ins of citations, notes and pictures.
  public var plainText: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var offset = 0
    while offset < text.count {
      if text[offset] == Reader.standIn[0], text[offset...].starts(with: Reader.standIn) {
        offset += Reader.standIn.count
        continue
      }
      bytes.append(text[offset] == UInt8(ascii: "\n") ? 0x20 : text[offset])
      offset += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
