/// A value of JSON (RFC 8259) whose members stay in the order in which they are written.
package indirect enum JSON: Sendable {
  case string(String)
  case number(Int)
  case flag(Bool)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// An object without the members that are nil.
  package static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { key, value in value.map { (key, $0) } })
  }

  /// On one line, without blanks.
  package var text: String {
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    switch self {
    case .string(let string): output += JSON.quoted(string)
    case .number(let number): output += String(number)
    case .flag(let flag): output += flag ? "true" : "false"
    case .array(let values):
      output += "["
      for (index, value) in values.enumerated() {
        if index > 0 { output += "," }
        value.write(to: &output)
      }
      output += "]"
    case .object(let members):
      output += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { output += "," }
        output += JSON.quoted(member.key) + ":"
        member.value.write(to: &output)
      }
      output += "}"
    }
  }

  /// RFC 8259, section 7. U+2028 and U+2029 are escaped, too: some readers end a line there.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        quoted += "\\u" + Digits.hexadecimal(scalar.value, count: 4)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
