import Diagnostics

extension Fields {
  /// The fields of a file's front matter, and where its body begins. What cannot be parsed is reported and
  /// reads as no fields at all, without a word about the keys that are then missing.
  static func frontMatter(
    of bytes: [UInt8], _ schema: Schema, into report: inout FileReport
  ) -> (Fields, bodyStart: Int) {
    let invalid = UTF8Check.firstInvalidOffset(in: bytes)
    if let invalid { report.badEncoding(at: invalid) }
    switch FrontMatter.split(bytes) {
    case .none(let bodyStart):
      report.noFrontMatter(schema, bytes, at: bodyStart)
      return (Fields(nothingOf: schema), bodyStart)
    case .unterminated(_, let lookalike?):
      report.add(.badYAML, "a line of three hyphens ends front matter; write '---' here", at: lookalike)
      return (Fields(nothingOf: schema), bytes.count)
    case .unterminated(let opening, nil):
      report.add(.badYAML, "no second '---' line ends the front matter", at: opening)
      return (Fields(nothingOf: schema), bytes.count)
    case .found(let matter):
      guard matter.yaml.upperBound <= invalid ?? bytes.count else {
        return (Fields(nothingOf: schema), matter.bodyStart)
      }
      let fields = Fields(yaml: bytes, in: matter.yaml, schema, opening: matter.opening, into: &report)
      return (fields, matter.bodyStart)
    }
  }

  /// The fields of the map that the YAML at `range` must be.
  init(
    yaml bytes: [UInt8], in range: Range<Int>, _ schema: Schema, opening: Range<Int>,
    into report: inout FileReport
  ) {
    report.addReserved(in: bytes, range)
    do {
      let root = try YAMLComposer.compose(bytes, in: range)
      switch root?.content {
      case .mapping(let pairs): self.init(pairs, schema, opening: opening, into: &report)
      case .none: self.init([], schema, opening: opening, into: &report)
      case .scalar where root?.isBlank == true: self.init([], schema, opening: opening, into: &report)
      case .scalar, .sequence:
        report.noPairs(root?.source ?? opening, bytes, range)
        self.init(nothingOf: schema)
      }
    } catch {
      report.add(error.kind.code, error.message, at: error.source)
      self.init(nothingOf: schema)
    }
  }
}

extension YAMLProblem.Kind {
  fileprivate var code: FindingCode {
    switch self {
    case .syntax: .badYAML
    case .tooLarge: .yamlTooLarge
    case .duplicateKey: .duplicateKey
    }
  }
}

extension SiteConfiguration {
  /// `site.yaml`: the whole file is YAML; a `---` line before it is YAML's own.
  static func decode(_ bytes: [UInt8], path: RelativePath) -> (SiteConfiguration, [Finding]) {
    var report = FileReport(path: path)
    if let invalid = UTF8Check.firstInvalidOffset(in: bytes) {
      report.badEncoding(at: invalid)
      return (SiteConfiguration(), report.findings)
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let fields = Fields(
      yaml: bytes, in: start..<bytes.count, .site, opening: start..<start, into: &report)
    let site = SiteConfiguration(fields, &report)
    return (site, report.findings)
  }
}

extension FileReport {
  fileprivate mutating func badEncoding(at offset: Int) {
    add(.badEncoding(path, at: offset))
  }

  /// The character that stands for marks while a text is rendered, as a title is: one finding each.
  fileprivate mutating func addReserved(in bytes: [UInt8], _ range: Range<Int>) {
    let character: [UInt8] = [0xF0, 0x9B, 0xB2, 0x9F]
    var offset = range.lowerBound
    while let start = bytes[offset..<range.upperBound].firstIndex(of: character[0]) {
      if bytes[start..<range.upperBound].starts(with: character) {
        add(
          .reservedCharacter, "U+1BC9F is reserved for Dossier's own use; remove this character",
          at: start..<start + 4)
      }
      offset = start + 1
    }
  }

  /// A text or a list where a map should be.
  fileprivate mutating func noPairs(_ source: Range<Int>, _ bytes: [UInt8], _ range: Range<Int>) {
    let text = YAMLText(bytes: bytes, range: range)
    let line = text.content(from: source.lowerBound)
    if let missing = text.missingBlank(in: line) {
      add(.wrongType, missing.words, at: missing.source)
    } else {
      add(.wrongType, "expected lines of 'key: value'", at: source)
    }
  }

  fileprivate mutating func noFrontMatter(_ schema: Schema, _ bytes: [UInt8], at start: Int) {
    if let fence = FrontMatter.lateFence(bytes, from: start) {
      add(
        .missingKey, "front matter begins at the very start of a file; remove what stands above '---'",
        at: fence)
      return
    }
    let required = schema.keys.filter { $0.need != .optional }.map { "'\($0.name)'" }
    add(
      .missingKey,
      "\(schema.noun) begins with a '---' line, \(required.joined(separator: ", ")) and another '---' line",
      at: start..<start)
  }
}
