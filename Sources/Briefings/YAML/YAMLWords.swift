/// Says in a writer's words what the YAML parser says in its own.
enum YAMLWords {
  /// - Parameter offset: UTF-8 offset of the parser's mark.
  static func explain(_ problem: String, context: String?, _ bytes: [UInt8], at offset: Int) -> String {
    let byte = offset < bytes.count ? bytes[offset] : 0
    switch problem {
    case "found character that cannot start any token" where byte == UInt8(ascii: "\t"):
      return "a tab cannot indent YAML; use spaces"
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return "a tab cannot indent YAML; use spaces"
    case "found character that cannot start any token":
      return "a text cannot begin with '\(String(decoding: [byte], as: UTF8.self))' in YAML; put it in quotes"
    case "mapping values are not allowed in this context":
      return "a ': ' inside a text, or a key indented too far; put a text that holds ': ' in quotes"
    case "could not find expected ':'":
      return "a line without 'key: value'; continued texts must be indented more than their key"
    case "did not find expected key", "did not find expected '-' indicator":
      return "the indentation fits no list or map above, or a text goes on after its closing quote"
    case "found unexpected end of stream":
      return "a quoted text has no closing quote"
    case "found unknown escape character":
      return "an unknown escape in a double-quoted text; write \\\\ for a backslash, or use single quotes"
    case "but found another document":
      return "'---' or '...' begins another document; front matter is a single one"
    default:
      return [context, problem].compactMap(\.self).joined(separator: ": ")
    }
  }
}
