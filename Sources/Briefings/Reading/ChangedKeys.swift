extension ReadFile {
  /// The keys of the front matter under which another state of the same file says something else.
  /// - Returns: nil when either has errors.
  package func changedKeys(in other: ReadFile) -> Set<String>? {
    guard let fields, let others = other.fields else { return nil }
    return fields.changedKeys(in: others)
  }

  private var fields: Fields? {
    guard let bytes, decoded.findings.isEmpty else { return nil }
    var report = FileReport(path: decoded.item.path)
    return Fields.frontMatter(of: bytes, decoded.item.kind.schema, into: &report).0
  }
}

extension YAMLNode {
  /// Whether both were meant to say the same, wherever and however it was written.
  func says(theSameAs other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let text), .scalar(let otherText)): text.utf8.elementsEqual(otherText.utf8)
    case (.sequence(let nodes), .sequence(let others)):
      nodes.elementsEqual(others) { $0.says(theSameAs: $1) }
    case (.mapping(let pairs), .mapping(let others)):
      pairs.elementsEqual(others) { $0.key.says(theSameAs: $1.key) && $0.value.says(theSameAs: $1.value) }
    default: false
    }
  }
}
