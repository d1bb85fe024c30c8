import Diagnostics

extension CommonMatter {
  /// Reads the keys that every kind takes.
  init(_ fields: Fields, _ report: inout FileReport) {
    self.init()
    isDraft = fields.flag("draft", &report) ?? false
    redirects = fields.texts("redirects", &report).compactMap { Self.redirect($0, &report) }
    template = fields.text("template", &report)
    if let template, RelativePath(template.value) == nil {
      report.pathEscape(template, "a template's name")
      self.template = nil
    }
    image = fields.text("image", &report)
    language = fields.language("language", &report)
    if let node = fields.node("extra") {
      extra = ExtraValue(node, &report)
      if case .map = extra {} else { report.wrongType(fields.key("extra"), node) }
    }
  }

  /// In bytes (POSIX `NAME_MAX` of the file systems in use).
  private static let longestName = 255

  /// `/old/path/` and `old/path` are the same path.
  private static func redirect(
    _ written: Located<String>, _ report: inout FileReport
  ) -> Located<RelativePath>? {
    var bytes = Array(written.value.utf8)
    if bytes.first == UInt8(ascii: "/") { bytes.removeFirst() }
    if bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard let path = RelativePath(utf8: bytes) else {
      report.pathEscape(written, "an old path")
      return nil
    }
    guard path.string.utf8.split(separator: UInt8(ascii: "/")).allSatisfy({ $0.count <= longestName }) else {
      report.add(
        .wrongType,
        "no file system has an old path like this: a name in it is longer than \(longestName) bytes",
        at: written.source)
      return nil
    }
    return Located(path, written.source)
  }
}

extension ExtraValue {
  /// Anything but keys that are no texts.
  init(_ node: YAMLNode, _ report: inout FileReport) {
    switch node.content {
    case .scalar(let text): self = .text(text)
    case .sequence(let items):
      var values: [ExtraValue] = []
      for item in items { values.append(ExtraValue(item, &report)) }
      self = .list(values)
    case .mapping(let pairs):
      var entries: [Entry] = []
      for (key, value) in YAMLMap.uniqueTexts(pairs, into: &report) {
        entries.append(Entry(key: key.value, value: ExtraValue(value, &report)))
      }
      self = .map(entries)
    }
  }
}

extension FileReport {
  fileprivate mutating func pathEscape(_ written: Located<String>, _ noun: String) {
    add(
      .pathEscape,
      "\(noun) lies below the site: no '..', no empty part, no backslash in '\(Self.shortened(written.value))'",
      at: written.source)
  }
}
