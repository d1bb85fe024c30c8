/// A template filled in for all pages of one shape, with a blank for each text.
///
/// swift-mustache looks every name up by casts and splits, which costs some microseconds a name; it is asked once
/// for a shape, and what remains to be done for a page is to copy bytes.
struct Form: Sendable {
  private struct Gap: Sendable {
    /// Where in `literal`.
    let position: Int
    let blank: Blank
    let isEscaped: Bool
  }

  private var literal: [UInt8] = []
  private var gaps: [Gap] = []

  /// - Parameter text: what swift-mustache made of a template and a view of blanks.
  init(_ text: String) {
    var parts = Array(text.utf8).split(separator: Blank.mark, omittingEmptySubsequences: false)[...]
    // Marks come in pairs: every other part is a blank.
    while let part = parts.popFirst() {
      literal += part
      guard let blank = parts.popFirst() else { break }
      let isEscaped = blank.first == Blank.escaped
      let words = String(decoding: blank.dropFirst(isEscaped ? 1 : 0), as: UTF8.self).split(separator: " ")
      guard let index = words.first.flatMap({ Int($0) }) else {
        preconditionFailure("a template holds no mark of a blank")
      }
      let functions = words.dropFirst().map(String.init)
      gaps.append(
        Gap(
          position: literal.count, blank: Blank(index: index, functions: functions), isEscaped: isEscaped))
    }
  }

  var size: Int { literal.count }

  /// The page.
  func filled(with answers: Answers) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(literal.count + answers.bytes.count + answers.bytes.count / 8)
    var position = 0
    for gap in gaps {
      out += literal[position..<gap.position]
      position = gap.position
      Form.append(answers, gap, to: &out)
    }
    out += literal[position...]
    return out
  }

  private static func append(_ answers: Answers, _ gap: Gap, to out: inout [UInt8]) {
    let range = answers.range(of: gap.blank.index)
    guard gap.blank.functions.isEmpty else {
      var text = String(decoding: answers.bytes[range], as: UTF8.self)
      for function in gap.blank.functions { text = Blank.apply(function, to: text) ?? text }
      return gap.isEscaped ? HTMLEscaping.append(text, to: &out) : out.append(contentsOf: text.utf8)
    }
    if gap.isEscaped {
      answers.bytes.withUnsafeBufferPointer {
        HTMLEscaping.append(UnsafeBufferPointer(rebasing: $0[range]), to: &out)
      }
    } else {
      out += answers.bytes[range]
    }
  }
}

/// The forms made so far. Each core keeps its own: a form depends on nothing but its key, so pages do not depend
/// on who made it.
package struct Forms: Sendable {
  private struct Key: Hashable {
    let template: String
    let view: ObjectIdentifier
    let shape: [UInt8]
  }

  /// Bytes of forms that are kept: a site whose pages are all of different shapes must not fill the memory.
  private static let limit = 16 << 20

  private var forms: [Key: Form] = [:]
  private var size = 0
  /// Room for a page's answers.
  private var answers = Answers()

  package init() {}

  /// `view` in `template`: by the form of its shape, which is made where there is none.
  mutating func fill<V: Answering>(
    _ view: V, _ template: String, make: ([UInt8]) -> Form?
  ) -> [UInt8]? {
    answers.removeAll()
    view.answer(&answers)
    let key = Key(template: template, view: ObjectIdentifier(V.self), shape: answers.shape)
    if let form = forms[key] { return form.filled(with: answers) }
    guard let form = make(answers.shape) else { return nil }
    if size < Forms.limit {
      forms[key] = form
      size += form.size + key.shape.count
    }
    return form.filled(with: answers)
  }
}
