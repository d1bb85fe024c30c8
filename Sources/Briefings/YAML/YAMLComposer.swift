import Yams

/// Reads YAML into nodes with places. The one file that knows Yams.
///
/// Only `compose` is used: `load` traps on a key that is no scalar and `YAMLDecoder` drops it. Two things are
/// taken from the parser's hands by writing other characters, one for one, so that every mark stays true:
/// - An asterisk becomes a stand-in, so that aliases arrive as plain scalars and are resolved here. The parser
///   loses an alias's place, and hashes a key through all its aliases before anybody could count them.
/// - The first character of a key that occurs again becomes a stand-in, because the parser gives up at a
///   duplicate without its place. The reader of the map reports it, at the second key.
struct YAMLComposer {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var text: [UInt8]
  private var standIns: StandIns?
  private var asterisk: [UInt8]?
  /// Keys that were given another first character: their place, and what they are.
  private var renamedKeys: [Int: String] = [:]

  /// Reads the YAML at `range` of a file's bytes, which must be valid UTF-8; nil when it holds no value.
  /// O(bytes), times the number of keys written twice.
  static func compose(_ bytes: [UInt8], in range: Range<Int>) throws(YAMLProblem) -> YAMLNode? {
    let precheck = try YAMLPrecheck(bytes, in: range)
    var composer = YAMLComposer(bytes, range)
    if precheck.hasAsterisk { try composer.replaceAsterisks() }
    guard let root = try composer.composeUniqueKeys() else { return nil }
    var conversion = YAMLConversion(
      bytes: bytes, range: range, asterisk: composer.asterisk, renamedKeys: composer.renamedKeys)
    return try conversion.convert(root)
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    self.text = Array(bytes[range])
  }

  private mutating func nextStandIn() throws(YAMLProblem) -> [UInt8] {
    var standIns = self.standIns ?? StandIns(absentFrom: text)
    defer { self.standIns = standIns }
    guard let next = standIns.next() else {
      throw YAMLProblem(.tooLarge, "the front matter uses more characters than can be told apart", range)
    }
    return next
  }

  private mutating func replaceAsterisks() throws(YAMLProblem) {
    let standIn = try nextStandIn()
    asterisk = standIn
    var replaced: [UInt8] = []
    replaced.reserveCapacity(text.count + 16)
    for byte in text {
      if byte == UInt8(ascii: "*") { replaced += standIn } else { replaced.append(byte) }
    }
    text = replaced
  }

  private mutating func composeUniqueKeys() throws(YAMLProblem) -> Node? {
    while true {
      do {
        return try Yams.compose(yaml: String(decoding: text, as: UTF8.self), .basic, .default, .utf8)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        try renameKey(keys.first ?? "", at: context.mark)
      } catch {
        throw problem(from: error)
      }
    }
  }

  /// More duplicates than this in one file are not told apart.
  private static let duplicateLimit = 20

  private mutating func renameKey(_ key: String, at mark: Mark) throws(YAMLProblem) {
    var cursor = YAMLCursor(bytes, in: range)
    let place = cursor.offset(line: mark.line, column: mark.column)
    var changed = YAMLCursor(text, in: 0..<text.count)
    var offset = changed.offset(line: mark.line, column: mark.column)
    offset = NodeProperties(text, from: offset, before: text.count).end
    if offset < text.count, text[offset] == UInt8(ascii: "\"") || text[offset] == UInt8(ascii: "'") {
      offset += 1
    }
    guard offset < text.count, let first = key.unicodeScalars.first, renamedKeys.count < Self.duplicateLimit,
      text[offset...].starts(with: String(first).utf8)
    else { throw YAMLProblem(.duplicateKey, "the key '\(key)' is written twice", place..<place + 1) }
    let width = String(first).utf8.count
    text.replaceSubrange(offset..<offset + width, with: try nextStandIn())
    if renamedKeys[place] == nil { renamedKeys[place] = key }
  }

  private func problem(from error: any Error) -> YAMLProblem {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      var cursor = YAMLCursor(bytes, in: range)
      let start = context.map { cursor.offset(line: $0.mark.line, column: $0.mark.column) }
      let offset = cursor.offset(line: mark.line, column: mark.column)
      let finding = YAMLMistake(
        problem: problem, context: context?.text ?? "", offset: offset, contextOffset: start ?? offset,
        text: YAMLText(bytes: bytes, range: range)
      ).finding
      return YAMLProblem(.syntax, finding.words, finding.source)
    case .memory:
      return YAMLProblem(.tooLarge, "the YAML needs more memory than there is", range)
    default:
      return YAMLProblem(.syntax, "the YAML cannot be read: \(error)", range)
    }
  }
}
