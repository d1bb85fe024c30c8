/// What a heading's group gives.
enum HeadingLabels {
  static func identifierOnly(_ label: String) -> String {
    guard label.hasPrefix("heading") else { return label }
    let parts = label.split(separator: " ")
    return parts.prefix(1 + (parts.dropFirst().first?.hasPrefix("#") == true ? 1 : 0)).joined(separator: " ")
  }
}

/// Characters that may differ.
enum Quotes {
  /// Pandoc's double quotation mark without a partner always opens.
  static func alone(_ theirs: UnicodeScalar, _ ours: UnicodeScalar, _ before: UnicodeScalar?) -> Bool {
    theirs == loneDouble && (ours == "\u{201C}" || ours == "\u{201D}")
  }

  /// Behind an opening bracket a mark opens.
  static func behindOpenBracket(
    _ theirs: UnicodeScalar, _ ours: UnicodeScalar, _ before: UnicodeScalar?
  ) -> Bool {
    alone(theirs, ours, before)
      || theirs == "\u{201D}" && ours == "\u{201C}"
        && before.map { "([{".unicodeScalars.contains($0) } ?? false
  }

  /// Of two marks side by side the second closes what the first opened.
  static func sideBySide(_ theirs: UnicodeScalar, _ ours: UnicodeScalar, _ before: UnicodeScalar?) -> Bool {
    alone(theirs, ours, before)
      || (theirs == "\u{201C}" && ours == "\u{201D}" && before ?? "\u{201C}" == "\u{201C}")
  }

  /// Stands for a mark that Pandoc found no partner for, until a kind takes it or it is compared.
  static let loneDouble: UnicodeScalar = "\u{E001}"

  /// A single quotation mark before a digit is an apostrophe.
  static func beforeDigits(_ text: String) -> String {
    let characters = Array(text)
    return String(
      characters.indices.map { index in
        let isBeforeDigit = index + 1 < characters.count && ("0"..."9").contains(characters[index + 1])
        return characters[index] == "'" && isBeforeDigit ? "\u{2019}" : characters[index]
      })
  }

  static func markingLone(_ text: String) -> String { replacing("\u{201C}", with: loneDouble, in: text) }

  static func showingLone(_ text: String) -> String { replacing(loneDouble, with: "\u{201C}", in: text) }

  /// Pandoc puts a no-break space after abbreviations.
  static func afterStop(_ theirs: UnicodeScalar, _ ours: UnicodeScalar, _ before: UnicodeScalar?) -> Bool {
    theirs == "\u{A0}" && ours == " " && before == "."
  }

  /// A single mark behind markup, of which the text holds nothing, or behind a bracket; and its partner.
  static func behindMarkup(_ theirs: UnicodeScalar, _ ours: UnicodeScalar, _ before: UnicodeScalar?) -> Bool {
    theirs == "\u{2019}" && ours == "\u{2018}" && before.map { "])}".unicodeScalars.contains($0) } ?? true
  }

  /// Scalar by scalar: a combining mark behind one hides it from `replacing`.
  private static func replacing(_ old: UnicodeScalar, with new: UnicodeScalar, in text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { output.append(scalar == old ? new : scalar) }
    return String(output)
  }

  /// The words of a picture are an attribute, which keeps what was typed.
  static func pictureWords(_ label: String) -> String {
    label.hasPrefix("image ") ? Shape.typed(label) : label
  }
}

extension Shape {
  /// With ours wherever a text differs from it only by characters that may.
  ///
  /// - Parameter mayDiffer: of the characters of Pandoc's text and ours at the same place, and the one before.
  func aligned(
    with ours: Shape, _ mayDiffer: (UnicodeScalar, UnicodeScalar, UnicodeScalar?) -> Bool
  ) -> Shape {
    var result = self
    if isText == ours.isText { result.label = Shape.aligned(label, ours.label, mayDiffer) }
    // Only the same tree is compared text by text.
    guard children.count == ours.children.count else { return result }
    result.children = zip(children, ours.children).map { $0.aligned(with: $1, mayDiffer) }
    return result
  }

  private static func aligned(
    _ theirs: String, _ ours: String, _ mayDiffer: (UnicodeScalar, UnicodeScalar, UnicodeScalar?) -> Bool
  ) -> String {
    guard theirs != ours, theirs.unicodeScalars.count == ours.unicodeScalars.count else { return theirs }
    var output = String.UnicodeScalarView()
    for (their, our) in zip(theirs.unicodeScalars, ours.unicodeScalars) {
      output.append(mayDiffer(their, our, output.last) ? our : their)
    }
    return String(output)
  }

  /// Pandoc's marks without a partner as it prints them.
  var showingMarks: Shape {
    var result = self
    result.label = Quotes.showingLone(label)
    result.children = children.map(\.showingMarks)
    return result
  }

  /// With what is in a block of this label in its place.
  func unwrapping(_ label: String) -> Shape {
    var result = self
    result.children = children.flatMap { child in
      let inner = child.unwrapping(label)
      return !child.isText && child.label == label ? inner.children : [inner]
    }
    return result
  }

  /// With the identifiers of headings in notes, which Pandoc leaves out.
  func identifyingHeadings(like ours: Shape, isInNote: Bool) -> Shape {
    var result = self
    let isBare = label.count == "heading1".count && label.hasPrefix("heading")
    if isInNote, isBare, ours.label.hasPrefix(label + " #") { result.label = ours.label }
    guard children.count == ours.children.count else { return result }
    result.children = zip(children, ours.children).map {
      $0.identifyingHeadings(like: $1, isInNote: isInNote || label == "note")
    }
    return result
  }

  /// With the paragraphs of loose lists that hold lists in lists.
  func loosened(like ours: Shape) -> Shape {
    var result = self
    guard children.count == ours.children.count else { return result }
    result.children = zip(children, ours.children).map { $0.loosened(like: $1) }
    guard ours.isList, ours.children.contains(where: { $0.children.contains(where: \.holdsList) }) else {
      return result
    }
    for (item, our) in zip(result.children.indices, ours.children) {
      for (block, ourBlock) in zip(result.children[item].children.indices, our.children)
      where ourBlock.label == "para" && result.children[item].children[block].label == "plain" {
        result.children[item].children[block].label = "para"
      }
    }
    return result
  }

  private var isList: Bool { !isText && (label == "list" || label.hasPrefix("ordered ")) }

  private var holdsList: Bool {
    isList && children.contains { item in item.children.contains(where: \.isList) }
  }

  /// Every text changed.
  func mappingText(_ change: (String) -> String) -> Shape {
    var result = self
    if isText { result.label = change(label) }
    result.children = children.map { $0.mappingText(change) }
    return result
  }

  /// Every label changed.
  func mappingLabels(_ change: (String) -> String) -> Shape {
    var result = self
    if !isText { result.label = change(label) }
    result.children = children.map { $0.mappingLabels(change) }
    return result
  }

  /// `-@a` outside brackets: the hyphen belongs to the key.
  var suppressingAuthors: Shape {
    var result = self
    result.children = children.map(\.suppressingAuthors)
    for index in result.children.indices.dropFirst() {
      let before = result.children[index - 1]
      guard result.children[index].label == "cite in text", before.isText, before.label.last == "-",
        before.label.count == 1 || " \u{A0}([;".contains(before.label.dropLast().last ?? " "),
        let first = result.children[index].children.first, !first.label.hasPrefix("-")
      else { continue }
      result.children[index - 1].label.removeLast()
      result.children[index].children[0].label = "-" + first.label
    }
    return result
  }

  /// `@a [@b]`: two citations, with the blank between them that is read here.
  func separatingCitations(like ours: Shape) -> Shape {
    var result = self
    result.children = []
    for child in children {
      let place = result.children.count
      let our = ours.children.indices.contains(place) ? ours.children[place] : Shape("")
      guard child.label == "cite in text", child.children.count > 1 else {
        result.children.append(child.separatingCitations(like: our))
        continue
      }
      result.children.append(Shape(child.label, [child.children[0]]))
      if ours.children.indices.contains(place + 1), ours.children[place + 1].isText {
        result.children.append(.text(" "))
      }
      result.children.append(Shape("cite", Array(child.children.dropFirst())))
    }
    return result
  }
}

extension Shape {
  /// Typographic characters as they are typed.
  static func typed(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{201C}", "\u{201D}", Quotes.loneDouble: output += "\""
      case "\u{2018}", "\u{2019}": output += "'"
      case "—": output += "---"
      case "–": output += "--"
      case "…": output += "..."
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
