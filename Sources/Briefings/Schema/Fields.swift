import Diagnostics

/// A map of front matter held against its schema: every key known, none twice, nothing required missing.
struct Fields {
  let schema: Schema
  /// Where a missing key is reported: the front matter's opening line, or the map.
  let opening: Range<Int>
  /// By the schema's order; nil where nothing was written.
  private var values: [YAMLNode?]
  /// Where the keys of `values` are written.
  private var keySources: [Range<Int>?]

  /// - Parameter pairs: as written.
  init(_ pairs: [YAMLNode.Pair], _ schema: Schema, opening: Range<Int>, into report: inout FileReport) {
    self.schema = schema
    self.opening = opening
    self.values = Array(repeating: nil, count: schema.keys.count)
    self.keySources = Array(repeating: nil, count: schema.keys.count)
    var meant: Set<String> = []
    for (key, value) in YAMLMap.uniqueTexts(pairs, into: &report) {
      guard let index = schema.index(of: key.value) else {
        if let name = report.unknownKey(key, in: schema) { meant.insert(name) }
        continue
      }
      keySources[index] = key.source
      // Of an empty text all is lost, and that is told already.
      if report.addLostWords(of: value, schema.keys[index].shape), value.isBlank {
        meant.insert(key.value)
        continue
      }
      if !value.isBlank || schema.keys[index].mayNotBeBlank { values[index] = value }
    }
    requireKeys(except: meant, into: &report)
  }

  /// A map that could not be read: nothing in it, and nothing said about it.
  init(nothingOf schema: Schema) {
    self.schema = schema
    self.opening = 0..<0
    self.values = Array(repeating: nil, count: schema.keys.count)
    self.keySources = Array(repeating: nil, count: schema.keys.count)
  }

  /// - Parameter meant: what unknown keys were most probably meant to be, which is told where they stand.
  private func requireKeys(except meant: Set<String>, into report: inout FileReport) {
    let isDraft = text(of: "draft") == "true"
    for (index, key) in schema.keys.enumerated() where values[index] == nil && !meant.contains(key.name) {
      switch key.need {
      case .optional: continue
      case .requiredToPublish where isDraft: continue
      case .required, .requiredToPublish:
        report.missingKey(key, in: schema, blank: keySources[index], opening)
      }
    }
  }

  /// What was written under a key; nil for nothing or white space.
  func node(_ name: String) -> YAMLNode? {
    guard let index = schema.index(of: name) else {
      preconditionFailure("\(schema.noun) has no key '\(name)' in its schema")
    }
    return values[index]
  }

  /// Where a key is written; the map's opening when it is not.
  func source(ofKey name: String) -> Range<Int> {
    schema.index(of: name).flatMap { keySources[$0] } ?? opening
  }

  func key(_ name: String) -> SchemaKey {
    guard let index = schema.index(of: name) else {
      preconditionFailure("\(schema.noun) has no key '\(name)' in its schema")
    }
    return schema.keys[index]
  }

  /// The keys under which others, held against the same schema, say something else.
  func changedKeys(in others: Fields) -> Set<String> {
    var changed: Set<String> = []
    for (index, key) in schema.keys.enumerated() {
      switch (values[index], others.values[index]) {
      case (nil, nil): continue
      case (let value?, let other?) where value.says(theSameAs: other): continue
      default: changed.insert(key.name)
      }
    }
    return changed
  }

  private func text(of name: String) -> String? {
    schema.index(of: name).flatMap { values[$0]?.text }
  }
}

/// A map's keys as texts.
enum YAMLMap {
  /// The pairs whose keys are texts, each text once: the first counts.
  static func uniqueTexts(
    _ pairs: [YAMLNode.Pair], into report: inout FileReport
  ) -> [(key: Located<String>, value: YAMLNode)] {
    var result: [(key: Located<String>, value: YAMLNode)] = []
    result.reserveCapacity(pairs.count)
    var seen: [[UInt8]: Range<Int>] = [:]
    for pair in pairs {
      guard let text = pair.key.text else {
        report.add(.wrongType, "a key must be a text, not \(pair.key.words)", at: pair.key.source)
        continue
      }
      // By bytes: String calls two spellings of é equal.
      if let first = seen.updateValue(pair.key.source, forKey: Array(text.utf8)) {
        seen[Array(text.utf8)] = first
        report.add(
          .duplicateKey, "the key '\(text)' is written twice; keep one", at: pair.key.source,
          note: ("first written here", first))
        continue
      }
      result.append((Located(text, pair.key.source), pair.value))
    }
    return result
  }
}

extension FileReport {
  /// - Returns: whether YAML dropped words of a text that a key takes, by itself or in a list or map of texts.
  fileprivate mutating func addLostWords(of value: YAMLNode, _ shape: Shape) -> Bool {
    guard shape.takesText else { return false }
    switch value.content {
    case .scalar:
      guard let lost = value.lost else { return false }
      add(.badYAML, lost.message, at: lost.offset..<lost.offset + 1)
      return true
    case .sequence(let items): for item in items where item.text != nil { _ = addLostWords(of: item, shape) }
    case .mapping(let pairs):
      guard case .pairs = shape else { return false }
      for pair in pairs where pair.value.text != nil { _ = addLostWords(of: pair.value, shape) }
    }
    return false
  }

  /// Keys that other generators use, and ours.
  private static let foreignKeys = [
    "date": "published", "lastmod": "updated", "tags": "topics", "description": "summary",
  ]

  /// - Returns: the key that was most probably meant; nil where none is near.
  fileprivate mutating func unknownKey(_ key: Located<String>, in schema: Schema) -> String? {
    if let ours = Self.foreignKeys[key.value], schema.index(of: ours) != nil {
      add(.unknownKey, "the key '\(key.value)' is called '\(ours)' here", at: key.source, suggestions: [ours])
      return ours
    }
    // In brackets `date:2025` is a key without a value.
    let words = key.value.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1).map(String.init)
    if words.count == 2, let name = words[0], let value = words[1], schema.index(of: name) != nil {
      let pair = Self.shortened("\(name): \(value)")
      add(.unknownKey, "no blank stands behind the colon; write '\(pair)'", at: key.source)
      return name
    }
    let near = Suggestions.nearest(to: key.value, among: schema.keys.lazy.map(\.name))
    add(
      .unknownKey, "\(schema.noun) has no key '\(key.value)'; correct or remove it", at: key.source,
      suggestions: near)
    return near.first
  }

  fileprivate mutating func missingKey(
    _ key: SchemaKey, in schema: Schema, blank: Range<Int>?, _ opening: Range<Int>
  ) {
    let unlessDraft = key.need == .requiredToPublish ? ", unless it is a draft" : ""
    if let blank {
      add(.missingKey, "'\(key.name)' is empty; \(schema.noun) needs it\(unlessDraft)", at: blank)
    } else {
      add(.missingKey, "\(schema.noun) needs the key '\(key.name)'\(unlessDraft)", at: opening)
    }
  }

  mutating func wrongType(_ key: SchemaKey, _ node: YAMLNode, suggestions: [String] = []) {
    let written = node.text.map { "'\(Self.shortened($0))'" } ?? node.words
    add(
      .wrongType, "'\(key.name)' takes \(key.shape.words), not \(written)", at: node.source,
      suggestions: suggestions)
  }

  /// One line, and not a long one.
  static func shortened(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(60) {
      result.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return String(result) + (text.unicodeScalars.count > 60 ? "…" : "")
  }
}
