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

/// What is reported to be text.
enum Reported {
  /// A backslash before it: then Pandoc takes it as text, too.
  ///
  /// - Parameter isMeant: which findings; nothing else is escaped.
  static func escape(_ text: String, _ reader: Reader, where isMeant: (ReportedPlace) -> Bool) -> String {
    var bytes = Array(text.utf8)
    for place in places(in: text, reader, where: isMeant).sorted(by: >) {
      bytes.insert(UInt8(ascii: "\\"), at: place)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Offsets of what is reported.
  static func places(
    in text: String, _ reader: Reader, where isMeant: (ReportedPlace) -> Bool
  ) -> Set<Int> {
    let bytes = Array(text.utf8)
    return Set(
      OurShape.findings(in: text, features: reader.features).compactMap { finding in
        guard let range = finding.place.range, range.upperBound <= bytes.count, !range.isEmpty,
          bytes[range.lowerBound] != UInt8(ascii: "\\"),
          isMeant(ReportedPlace(code: finding.code, source: bytes[range]))
        else { return nil }
        return range.lowerBound
      })
  }
}
