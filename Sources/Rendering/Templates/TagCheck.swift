import Diagnostics

/// One tag with a name, checked against what is offered where it stands.
struct TagCheck {
  private(set) var findings: [Finding] = []
  /// What its section enters, transforms applied.
  private(set) var meaning: NameScope.Meaning
  /// The part of the name that is not offered.
  private(set) var missing: String?

  init(_ tag: TemplateTag, at place: Place, _ scope: NameScope) {
    meaning = scope.meaning(of: tag.name)
    for transform in tag.transforms where !TagCheck.transforms.contains(transform) {
      findings.append(.unknownName(transform, at: place, known: TagCheck.transforms))
    }
    switch meaning {
    case .unknown(let name, let candidates):
      missing = name
      findings.append(.unknownName(name, at: place, known: candidates))
    case .value(.html) where tag.transforms.isEmpty: break
    default:
      if tag.kind == .unescaped { findings.append(.rawText(tag.name, at: place)) }
    }
    if tag.kind == .variable, tag.transforms.isEmpty, case .value(let kind) = meaning, !kind.isPrintable {
      findings.append(.notPrintable(tag.name, at: place))
    }
    if !tag.transforms.isEmpty { meaning = TagCheck.meaning(of: meaning, after: tag.transforms) }
  }

  /// `first`, `last` and the like lead from a list to its items; `count` and `empty` to a plain value.
  private static func meaning(
    of meaning: NameScope.Meaning, after transforms: [String]
  ) -> NameScope.Meaning {
    guard case .value(let kind) = meaning else { return .value(.flag) }
    let keepsItems = transforms.allSatisfy { ["first", "last", "reversed"].contains($0) }
    return .value(keepsItems ? kind : .flag)
  }

  /// swift-mustache's own.
  private static let transforms = [
    "capitalized", "count", "empty", "equalzero", "even", "first", "index", "last", "lowercased", "minusone",
    "odd", "plusone", "reversed", "sorted", "uppercased",
  ]
}
