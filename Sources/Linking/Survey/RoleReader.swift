import Briefings
import Diagnostics
import EDTF
import Markdown

/// Tells what a span or block says from its class and attributes.
struct RoleReader {
  let path: RelativePath
  var findings: [Finding] = []

  init(path: RelativePath) { self.path = path }

  /// What it says, and the sources it states.
  mutating func role(of attributes: Attributes, isBlock: Bool) -> (FoundRole, [Located<String>]) {
    guard let schema = schema(of: attributes, isBlock: isBlock) else { return (.plain, []) }
    var reader = AttributeReader(attributes, in: path)
    reader.check(against: schema)
    let role = RoleReader.role(named: schema.name, from: &reader)
    let sources = reader.list("source")
    findings += reader.findings
    return (role, schema.attributes.contains("source") ? sources : [])
  }

  private mutating func schema(of attributes: Attributes, isBlock: Bool) -> RoleSchema? {
    guard let role = attributes.classes.first else {
      reportRolelessAttributes(of: attributes, isBlock: isBlock)
      return nil
    }
    for (other, source) in zip(attributes.classes, attributes.classSources).dropFirst() {
      report(.unknownRole, "one role is enough: remove '\(other)', or nest two annotations", at: source)
    }
    let source = attributes.classSources.first ?? attributes.source
    guard let schema = RoleSchema.named(role) else {
      let names = RoleSchema.all.filter { isBlock || $0.standsInText }.map(\.name)
      report(
        .unknownRole, "no role '\(role)'", at: source,
        suggestions: Suggestions.nearest(to: role, among: names))
      return nil
    }
    guard isBlock || schema.standsInText else {
      report(.unknownRole, "'\(role)' is a block: write '::: \(role)' on a line of its own", at: source)
      return nil
    }
    return schema
  }

  private mutating func reportRolelessAttributes(of attributes: Attributes, isBlock: Bool) {
    for pair in attributes.pairs {
      report(.unknownAttribute, "'\(pair.key)' without a role means nothing", at: pair.keySource)
    }
    if isBlock, attributes.id == nil {
      report(.unknownRole, "a block needs a role: '::: gap'", at: attributes.source)
    }
  }

  private static func role(named name: String, from reader: inout AttributeReader) -> FoundRole {
    switch name {
    case "claim": .claim(claim(from: &reader))
    case "judgment": .judgment(judgment(from: &reader))
    case "assumption": .assumption
    case "gap": .gap
    case "quote": .quote(quote(from: &reader))
    case "event": .event(event(from: &reader))
    case "key-judgments": .keyJudgments
    case "context": .context
    default: preconditionFailure("the schema names a role that nothing reads: \(name)")
    }
  }

  private static func claim(from reader: inout AttributeReader) -> FoundClaim {
    var claim = FoundClaim()
    claim.kind = reader.word("kind") ?? .report
    claim.status = reader.word("status")
    if let number = reader.number("credibility", in: 1...6, said: "a digit from 1 to 6") {
      if number.value == number.value.rounded() {
        claim.credibility = Int(number.value)
      } else {
        reader.report(.badAttribute, "'credibility' is a digit from 1 to 6", at: number.source)
      }
    }
    claim.by = reader.identifier("by")
    claim.asOf = reader.date("as-of")?.value
    claim.disputes = reader.list("disputes")
    claim.supersedes = reader.list("supersedes")
    return claim
  }

  private static func judgment(from reader: inout AttributeReader) -> FoundJudgment {
    var judgment = FoundJudgment()
    judgment.confidence = reader.word("confidence")
    judgment.likelihood = reader.identifier("likelihood")
    judgment.probability = reader.number("p", in: 0...1, said: "a number from 0 to 1")
    judgment.basedOn = reader.list("based-on")
    return judgment
  }

  private static func quote(from reader: inout AttributeReader) -> FoundQuote {
    var quote = FoundQuote()
    quote.speaker = reader.identifier("speaker")
    quote.translatedBy = reader.identifier("translated-by")?.value
    quote.language = reader.identifier("lang")?.value
    return quote
  }

  private static func event(from reader: inout AttributeReader) -> FoundEvent {
    var event = FoundEvent()
    event.date = reader.date("date")
    event.reported = reader.date("reported")
    event.place = reader.identifier("place")
    event.who = reader.list("who")
    event.status = reader.word("status") ?? .occurred
    event.sameAs = reader.list("same-as")
    event.event = reader.identifier("event")
    return event
  }

  private mutating func report(
    _ code: FindingCode, _ message: String, at range: Range<Int>, suggestions: [String] = []
  ) {
    findings.append(Finding(code, message, at: Place(path, range), suggestions: suggestions))
  }
}
