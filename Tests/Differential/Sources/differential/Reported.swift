import Diagnostics

/// Something that the library reports to the author.
struct ReportedPlace {
  let code: FindingCode
  /// The bytes that the finding is about.
  let source: ArraySlice<UInt8>

  var isAllColons: Bool {
    source.allSatisfy { $0 == UInt8(ascii: ":") || $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
  }
}

/// A backslash before what is reported: it is text then, here and there.
enum Reported {
  /// - Parameter isMeant: which findings; nothing else is escaped.
  static func escape(_ text: String, _ reader: Reader, where isMeant: (ReportedPlace) -> Bool) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<20 {
      let findings = OurShape.findings(in: String(decoding: bytes, as: UTF8.self), features: reader.features)
      let places = findings.compactMap { finding -> Int? in
        guard let range = finding.place.range, range.upperBound <= bytes.count, !range.isEmpty,
          bytes[range.lowerBound] != UInt8(ascii: "\\"),
          isMeant(ReportedPlace(code: finding.code, source: bytes[range]))
        else { return nil }
        return range.lowerBound
      }
      guard !places.isEmpty else { break }
      for place in Set(places).sorted(by: >) { bytes.insert(UInt8(ascii: "\\"), at: place) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
