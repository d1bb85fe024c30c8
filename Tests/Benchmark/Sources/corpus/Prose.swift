/// Sentences of ordinary length and shape. They hold no capitalized word beyond their first, so that the
/// names in a text are the ones put there, and no word of likelihood.
struct Prose {
  /// One sentence of about a hundred bytes, with its full stop.
  static func sentence(_ dice: inout Dice) -> String {
    let clause = Prose.clause(&dice)
    let first = clause.prefix(1).uppercased() + clause.dropFirst()
    switch dice.below(6) {
    case 0: return "\(first), although \(Prose.clause(&dice))."
    case 1: return "\(first); \(Prose.clause(&dice))."
    case 2: return "\(first) – \(Prose.clause(&dice))."
    case 3: return "\(first), and it is called “\(dice.pick(adjectives)) \(dice.pick(nouns))” there."
    case 4: return "\(first), because *\(Prose.clause(&dice))*."
    default: return "\(first), while \(Prose.clause(&dice))."
    }
  }

  /// `the quiet commission reviewed the border's older map`.
  static func clause(_ dice: inout Dice) -> String {
    let subject = "\(dice.pick(determiners)) \(dice.pick(adjectives)) \(dice.pick(nouns))"
    let object =
      "\(dice.pick(determiners)) \(dice.pick(nouns))’s \(dice.pick(adjectives)) \(dice.pick(nouns))"
    return "\(subject) \(dice.pick(verbs)) \(object) \(dice.pick(places))"
  }

  /// Three or four words without a full stop, the first in upper case.
  static func heading(_ dice: inout Dice) -> String {
    let adjective = dice.pick(adjectives)
    return
      "\(adjective.prefix(1).uppercased())\(adjective.dropFirst()) \(dice.pick(nouns)) and \(dice.pick(nouns))"
  }

  static let determiners = ["the", "a", "every", "this", "another", "the", "the"]
  static let adjectives = [
    "quiet", "regional", "joint", "older", "second", "written", "open", "narrow", "late", "public", "former",
    "technical", "northern", "costly", "frozen", "shared", "local", "civil", "formal", "early", "broad",
  ]
  static let nouns = [
    "commission", "border", "harbour", "pipeline", "delegation", "ministry", "convoy", "ceasefire", "budget",
    "corridor", "railway", "election", "committee", "shipment", "envoy", "garrison", "registry", "terminal",
    "hearing", "statement", "refinery", "network", "inspection", "contract", "district", "reservoir",
  ]
  static let verbs = [
    "reviewed", "delayed", "welcomed", "rejected", "described", "published", "replaced", "financed",
    "inspected", "extended", "questioned", "left", "supported", "measured", "closed", "reopened",
  ]
  static let places = [
    "in the capital", "along the coast", "before the vote", "after the talks", "near the crossing",
    "during the winter", "behind closed doors", "at the ministry", "for a third week", "without a date",
    "under the old rules", "in two provinces",
  ]
}
