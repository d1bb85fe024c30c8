import Diagnostics
import EDTF

/// Reading one key as what its schema says; a value of another shape is a finding and reads as absent.
extension Fields {
  func text(_ name: String, _ report: inout FileReport) -> Located<String>? {
    guard let node = node(name) else { return nil }
    guard let text = node.text else {
      report.wrongType(key(name), node)
      return nil
    }
    return Located(text, node.source)
  }

  /// A single text counts as a list of one.
  func texts(_ name: String, _ report: inout FileReport) -> [Located<String>] {
    guard let node = node(name) else { return [] }
    switch node.content {
    case .scalar(let text) where node.isPlain && Self.beginsWithHyphen(text):
      report.add(
        .wrongType, "no blank stands behind the hyphen; write '- ' before every entry", at: node.source)
    case .scalar(let text): return [Located(text, node.source)]
    case .mapping: report.wrongType(key(name), node)
    case .sequence(let items): return items.compactMap { listedText($0, name, &report) }
    }
    return []
  }

  /// Lines of `-entry` are one text to YAML.
  private static func beginsWithHyphen(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "-") && text.utf8.count > 1
  }

  private func listedText(_ item: YAMLNode, _ name: String, _ report: inout FileReport) -> Located<String>? {
    guard let text = item.text else {
      report.wrongType(key(name), item)
      return nil
    }
    guard !item.isBlank else {
      // Of an entry that is all comment that is told already.
      guard item.lost == nil else { return nil }
      report.add(.wrongType, "an entry of '\(name)' is empty; write it or remove it", at: item.source)
      return nil
    }
    return Located(text, item.source)
  }

  func flag(_ name: String, _ report: inout FileReport) -> Bool? {
    guard let node = node(name) else { return nil }
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      report.wrongType(key(name), node, suggestions: Self.meantFlag(node.text))
      return nil
    }
  }

  private static func meantFlag(_ text: String?) -> [String] {
    switch text?.lowercased() {
    case "yes", "on", "y", "true", "1": ["true"]
    case "no", "off", "n", "false", "0": ["false"]
    default: text.map { Suggestions.nearest(to: $0, among: ["true", "false"]) } ?? []
    }
  }

  func choice<Choice: RawRepresentable>(
    _ name: String, _: Choice.Type, _ report: inout FileReport
  ) -> Choice? where Choice.RawValue == String {
    word(name, &report).flatMap { Choice(rawValue: $0.value) }
  }

  /// One of the words that the schema lists.
  func word(_ name: String, _ report: inout FileReport) -> Located<String>? {
    guard let node = node(name), case .choice(let words) = key(name).shape else { return nil }
    guard let text = node.text, words.contains(where: { $0.utf8.elementsEqual(text.utf8) }) else {
      let suggestions = node.text.map { Self.near($0, words) } ?? []
      report.wrongType(key(name), node, suggestions: suggestions)
      return nil
    }
    return Located(text, node.source)
  }

  /// What is a slip away; else the words of which the text is a part: `newspaper` of `article-newspaper`.
  private static func near(_ text: String, _ words: [String]) -> [String] {
    let near = Suggestions.nearest(to: text, among: words)
    guard near.isEmpty else { return near }
    return words.filter { word in
      word.split(separator: "-").contains { $0.utf8.elementsEqual(text.lowercased().utf8) }
    }
  }

  func number(_ name: String, _ report: inout FileReport) -> Int? {
    guard let node = node(name), case .number(let range) = key(name).shape else { return nil }
    guard let text = node.text, let number = Int(text), range.contains(number) else {
      report.wrongType(key(name), node)
      return nil
    }
    return number
  }

  /// A text that `isValid` accepts.
  /// - Parameter near: what may have been meant by another one.
  func text(
    _ name: String, _ report: inout FileReport, near: (String) -> [String] = { _ in [] },
    where isValid: (String) -> Bool
  ) -> Located<String>? {
    guard let node = node(name) else { return nil }
    guard let text = node.text, isValid(text) else {
      report.wrongType(key(name), node, suggestions: node.text.map(near) ?? [])
      return nil
    }
    return Located(text, node.source)
  }

  func language(_ name: String, _ report: inout FileReport) -> String? {
    text(name, &report, near: LanguageNames.tags, where: Written.isLanguage)?.value
  }

  func address(_ name: String, _ report: inout FileReport) -> String? {
    text(name, &report, where: Written.isAddress)?.value
  }

  /// Text → text, in the order written.
  func pairs(_ name: String, _ report: inout FileReport) -> [(key: Located<String>, value: Located<String>)] {
    guard let node = node(name) else { return [] }
    guard case .mapping(let pairs) = node.content else {
      report.wrongType(key(name), node)
      return []
    }
    return YAMLMap.uniqueTexts(pairs, into: &report).compactMap { entry, value in
      guard let text = value.text, !value.isBlank else {
        report.add(
          .wrongType, "'\(FileReport.shortened(entry.value))' in '\(name)' takes a text",
          at: value.isBlank ? entry.source : value.source)
        return nil
      }
      return (entry, Located(text, value.source))
    }
  }

  /// One map with a schema of its own.
  func map(_ name: String, _ report: inout FileReport) -> Fields? {
    guard let node = node(name), case .map(let schema) = key(name).shape else { return nil }
    guard case .mapping(let pairs) = node.content else {
      report.wrongType(key(name), node)
      return nil
    }
    return Fields(pairs, schema, opening: node.source, into: &report)
  }

  /// A list of maps with a schema of their own.
  func maps(_ name: String, _ report: inout FileReport) -> [Fields] {
    guard let node = node(name), case .maps(let schema) = key(name).shape else { return [] }
    guard case .sequence(let items) = node.content else {
      report.wrongType(key(name), node)
      return []
    }
    return items.compactMap { item in
      guard case .mapping(let pairs) = item.content else {
        report.wrongType(key(name), item)
        return nil
      }
      return Fields(pairs, schema, opening: item.source, into: &report)
    }
  }
}
