import Briefings
import Diagnostics
import EDTF
import Markdown

/// Reads one `{…}`'s values; what cannot be read is reported and left out.
struct AttributeReader {
  let attributes: Attributes
  let path: RelativePath
  var findings: [Finding] = []

  init(_ attributes: Attributes, in path: RelativePath) {
    self.attributes = attributes
    self.path = path
  }

  /// Reports keys that the role does not take, and required ones that are missing or empty.
  mutating func check(against schema: RoleSchema) {
    for pair in attributes.pairs where !schema.attributes.contains(pair.key) {
      report(
        .unknownAttribute,
        schema.attributes.isEmpty
          ? "'\(schema.name)' takes no attributes; remove '\(pair.key)'"
          : "'\(schema.name)' takes no attribute '\(pair.key)'", at: pair.keySource,
        suggestions: Suggestions.nearest(to: pair.key, among: schema.attributes))
    }
    for key in schema.required where attributes.pair(key) == nil {
      report(
        .missingAttribute, "'\(schema.name)' needs '\(key)='", at: attributes.source)
    }
  }

  /// Identifiers separated by spaces or commas, each with its own place.
  mutating func list(_ key: String) -> [Located<String>] {
    guard let pair = attributes.pair(key) else { return [] }
    var words: [Located<String>] = []
    let bytes = Array(pair.value.utf8)
    let verbatim = AttributeReader.verbatimSource(of: pair)
    var start = 0
    for end in 0...bytes.count where end == bytes.count || isSeparator(bytes[end]) {
      if start < end {
        let source = verbatim.map { offset(start..<end, by: $0.lowerBound) } ?? pair.valueSource
        words.append(Located(String(decoding: bytes[start..<end], as: UTF8.self), source))
      }
      start = end + 1
    }
    if words.isEmpty { report(.badAttribute, "'\(key)' is empty", at: pair.valueSource) }
    return words
  }

  /// One identifier; nil and reported when it is empty.
  mutating func identifier(_ key: String) -> Located<String>? {
    guard let pair = attributes.pair(key) else { return nil }
    guard !pair.value.utf8.allSatisfy(isSeparator) else {
      report(.badAttribute, "'\(key)' is empty", at: pair.valueSource)
      return nil
    }
    return Located(pair.value, pair.valueSource)
  }

  /// A word of a closed list.
  mutating func word<Value: RawRepresentable & CaseIterable>(_ key: String) -> Value?
  where Value.RawValue == String {
    guard let pair = attributes.pair(key) else { return nil }
    if let value = Value(rawValue: pair.value) { return value }
    let words = Value.allCases.map(\.rawValue)
    report(
      .badAttribute, "'\(key)' is one of \(words.joined(separator: ", ")), not '\(pair.value)'",
      at: pair.valueSource, suggestions: Suggestions.nearest(to: pair.value, among: words))
    return nil
  }

  mutating func date(_ key: String) -> Located<EDTFDate>? {
    guard let pair = attributes.pair(key) else { return nil }
    do {
      return Located(try EDTFDate(parsing: pair.value), pair.valueSource)
    } catch {
      report(.badDate, "\(error.message) ('\(key)' is an EDTF date)", at: place(of: error, in: pair))
      return nil
    }
  }

  private func place(of error: EDTFError, in pair: Attributes.Pair) -> Range<Int> {
    guard let source = AttributeReader.verbatimSource(of: pair) else { return pair.valueSource }
    let start = source.lowerBound + error.column - 1
    return start < source.upperBound ? start..<source.upperBound : pair.valueSource
  }

  /// Where the value's own bytes stand, without quotes; nil when an escape in it has made it shorter.
  private static func verbatimSource(of pair: Attributes.Pair) -> Range<Int>? {
    switch pair.valueSource.count - pair.value.utf8.count {
    case 0: pair.valueSource
    case 2: pair.valueSource.lowerBound + 1..<pair.valueSource.upperBound - 1
    default: nil
    }
  }

  mutating func number(_ key: String, in range: ClosedRange<Double>, said: String) -> Located<Double>? {
    guard let pair = attributes.pair(key) else { return nil }
    let isPlain = pair.value.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
    }
    if isPlain, let value = Double(pair.value), range.contains(value) {
      return Located(value, pair.valueSource)
    }
    report(.badAttribute, "'\(key)' is \(said), not '\(pair.value)'", at: pair.valueSource)
    return nil
  }

  mutating func report(
    _ code: FindingCode, _ message: String, at range: Range<Int>, suggestions: [String] = []
  ) {
    findings.append(Finding(code, message, at: Place(path, range), suggestions: suggestions))
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\t")
      || byte == UInt8(ascii: "\n")
  }
  private func offset(_ range: Range<Int>, by start: Int) -> Range<Int> {
    start + range.lowerBound..<start + range.upperBound
  }
}
