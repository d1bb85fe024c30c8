/// All codes as the rules of a SARIF log (3.49).
enum SARIFRules {
  private static let positions = Dictionary(
    uniqueKeysWithValues: FindingCode.allCases.enumerated().map { ($1, $0) })

  static func position(of code: FindingCode) -> Int? { positions[code] }

  static func driver(version: String) -> JSON {
    .members([
      "name": .string("Dossier"), "semanticVersion": .string(version),
      "rules": .array(FindingCode.allCases.map { rule($0.explanation) }),
    ])
  }

  private static func rule(_ explanation: Explanation) -> JSON {
    let code = explanation.code
    return .members([
      "id": .string(code.rawValue),
      "shortDescription": .members(["text": .string(explanation.meaning)]),
      "fullDescription": .members(["text": .string(explanation.reason)]),
      "help": .members([
        "text": .string(explanation.text), "markdown": .string(explanation.markdown),
      ]),
      "defaultConfiguration": .members(["level": .string(SARIFFormat.level(of: code.severity))]),
      "properties": .members([
        "tags": .array([.string(explanation.subject.rawValue)] + (code.isFixed ? [.string("fixed")] : [])),
        "problem.severity": .string(code.severity == .note ? "recommendation" : code.severity.rawValue),
      ]),
    ])
  }
}
