import Foundation

/// The Big List of Naughty Strings: what has broken other programs when a user typed it.
enum NaughtyStrings {
  /// Empty where the external suites are not beside the project.
  static let all: [String] = {
    let path = Project.root + "/../shared/suites/blns.json"
    let data = FileManager.default.contents(atPath: path) ?? Data()
    return (try? JSONDecoder().decode([String].self, from: data)) ?? []
  }()

  static let areAbsent = "the external suites are not beside the project"

  /// In double quotes (YAML 1.2, section 7.3.1): what is not plain ASCII or a letter beyond is escaped.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: quoted += "\\" + String(scalar)
      case 0x20..<0x7F, 0xA1..<0x2028, 0x202A..<0xD800: quoted.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return quoted + "\""
  }

  /// As text of a paragraph: every mark of ASCII behind a backslash (CommonMark 0.30, section 2.4).
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      let isMark =
        scalar.isASCII && scalar.value > 0x20 && !scalar.properties.isAlphabetic
        && !(0x30...0x39).contains(scalar.value)
      if isMark, scalar.value != 0x7F { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
