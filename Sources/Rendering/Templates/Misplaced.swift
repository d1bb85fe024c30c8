import Diagnostics

/// A tag in one of the site's files that leads to another template.
struct TemplateCall: Hashable {
  let template: String
  /// Of the name in the tag.
  let place: Place
}

/// What a built-in template cannot do where the site's own calls it. The call is all of it that the site's author
/// wrote, so there is one finding there, however much the template asks for.
struct Misplaced {
  private var names: Set<String> = []
  private var others: Set<Finding> = []

  /// - Parameter name: what is asked for and not offered.
  mutating func add(_ finding: Finding, asks name: String?) {
    if let name { names.insert(name) } else { others.insert(finding) }
  }

  func finding(at call: TemplateCall) -> Finding {
    if let other = others.min() {
      return .templateError("'\(call.template)' cannot stand here: \(other.message)", at: call.place)
    }
    let words = names.sorted().map { "'\($0)'" }
    let last = words.last ?? ""
    let list = words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " and " + last
    return Finding(
      .templateUnknownName,
      "'\(call.template)' asks for \(list), not offered here: put it into a section that offers this",
      at: call.place)
  }
}
