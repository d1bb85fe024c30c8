/// What YAML drops without a word beside a text in no quotation marks: `Deal #3 is signed` is the text `Deal`, and
/// `&Sons open` the text `open`.
enum LostWords: Sendable, Equatable {
  /// A comment that may be none: the offset of its `#`, directly behind which something stands.
  case comment(Int)
  /// An anchor that no alias names: the offset of its `&`.
  case anchor(Int)

  var offset: Int {
    switch self {
    case .comment(let offset), .anchor(let offset): offset
    }
  }

  var message: String {
    switch self {
    case .comment: "'#' begins a comment here, and what follows is lost; put the text in quotes"
    case .anchor: "a text cannot begin with '&' in YAML; put it in quotes"
    }
  }

  /// What follows on the line of a text that ends at `end`. A comment as people write it, `# like this`, is one.
  static func comment(_ bytes: [UInt8], behind end: Int, before limit: Int) -> LostWords? {
    var offset = end
    while offset < limit, bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t") {
      offset += 1
    }
    let hash = offset
    guard hash > end, hash < limit else { return nil }
    while offset < limit, bytes[offset] == UInt8(ascii: "#") { offset += 1 }
    guard offset > hash, offset < limit, bytes[offset] > UInt8(ascii: " ") else { return nil }
    return .comment(hash)
  }

  /// The names behind asterisks. O(bytes).
  static func aliases(in bytes: ArraySlice<UInt8>) -> Set<String> {
    var names: Set<String> = []
    var offset = bytes.startIndex
    while let asterisk = bytes[offset...].firstIndex(of: UInt8(ascii: "*")) {
      let name = bytes[(asterisk + 1)...].prefix(while: YAMLConversion.isNameByte)
      names.insert(String(decoding: name, as: UTF8.self))
      offset = name.endIndex
    }
    return names
  }
}
