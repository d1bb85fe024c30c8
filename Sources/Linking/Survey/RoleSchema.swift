/// The closed list of roles, and of the attributes each takes.
struct RoleSchema {
  let name: String
  /// In the order in which they are documented.
  let attributes: [String]
  let required: [String]
  let standsInText: Bool

  private init(
    _ name: String, _ attributes: [String] = [], required: [String] = [], standsInText: Bool = true
  ) {
    self.name = name
    self.attributes = attributes
    self.required = required
    self.standsInText = standsInText
  }

  static let all: [RoleSchema] = [
    RoleSchema(
      "claim",
      ["kind", "status", "credibility", "by", "as-of", "disputes", "supersedes", "source"]),
    RoleSchema(
      "judgment", ["confidence", "likelihood", "p", "based-on", "source"], required: ["confidence"]),
    RoleSchema("assumption", ["source"]),
    RoleSchema("gap", ["source"]),
    RoleSchema("quote", ["speaker", "translated-by", "lang", "source"], required: ["speaker"]),
    RoleSchema(
      "event", ["date", "reported", "place", "who", "status", "same-as", "event", "source"],
      required: ["date"]),
    RoleSchema("key-judgments", standsInText: false),
    RoleSchema("context", standsInText: false),
  ]

  static func named(_ name: String) -> RoleSchema? { all.first { $0.name == name } }
}
