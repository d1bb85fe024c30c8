/// What makes a finding the same one in another run: everything but where its line stands.
struct FindingIdentity: Hashable {
  let path: String
  let code: String
  /// Without what is measured in it.
  let message: String
  /// A digest of the line it points at, 16 hexadecimal digits; empty for a whole file.
  let line: String

  init(path: String, code: String, message: String, line: String) {
    (self.path, self.code, self.message, self.line) = (path, code, message, line)
  }

  init(_ finding: Finding, _ texts: inout SourceTexts) {
    path = finding.place.path.string
    code = finding.code.rawValue
    message = finding.identity
    line =
      finding.place.range.flatMap { texts.lineDigest(of: finding.place.path, at: $0.lowerBound) } ?? ""
  }
}

extension FindingIdentity: Comparable {
  static func < (a: FindingIdentity, b: FindingIdentity) -> Bool {
    for (one, other) in [(a.path, b.path), (a.code, b.code), (a.message, b.message), (a.line, b.line)] {
      let (one, other) = (Array(one.utf8), Array(other.utf8))
      if one != other { return one.lexicographicallyPrecedes(other) }
    }
    return false
  }
}

/// Short names for what a finding says. Not cryptographic.
enum Fingerprint {
  /// FNV-1a, 64 bits.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// Names each of several findings of one run: the same finding has the same name in the next run, wherever its
  /// line has moved to in its file. The second of two alike ends in `:2`.
  struct Counter {
    private var seen: [FindingIdentity: Int]

    /// Counts on from what was left out, so that a finding has the same name with a baseline and without one.
    init(_ list: FindingList) { seen = list.leftOut }

    mutating func fingerprint(of finding: Finding, _ texts: inout SourceTexts) -> String {
      let identity = FindingIdentity(finding, &texts)
      let count = seen[identity, default: 0] + 1
      seen[identity] = count
      let words = [identity.code, identity.message, identity.line].joined(separator: "\u{0}")
      return "\(Digits.hexadecimal(Fingerprint.hash(words.utf8), count: 16)):\(count)"
    }
  }
}
