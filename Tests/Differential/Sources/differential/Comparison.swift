/// Reads a text on both sides.
struct Comparison {
  let pandoc: Pandoc

  /// What a text is to both sides, after the changes of some kinds.
  struct Outcome {
    let ours: Shape?
    let theirs: Shape
    var agree: Bool { ours == theirs }
  }

  /// - Throws: when pandoc ends.
  func read(_ text: String, by reader: Reader, without kinds: [Kind] = []) throws -> Outcome {
    var text = text
    for kind in kinds { text = kind.text(text, reader) }
    if !text.hasSuffix("\n") { text += "\n" }
    var ours = OurShape.shape(of: text, features: reader.features)
    var theirs = PandocShape.shape(of: try pandoc.document(of: text, format: reader.format))
    for kind in kinds {
      ours = ours.map(kind.shape)
      theirs = kind.shape(theirs)
    }
    return Outcome(ours: ours?.normalized(isBlock: true), theirs: theirs.normalized(isBlock: true))
  }

  enum Verdict {
    case agrees
    /// Names of the kinds that explain the difference.
    case recorded([String])
    case unknown
  }

  /// Whether a text differs by more than the recorded kinds.
  ///
  /// - Throws: when pandoc ends.
  func isUnknown(_ text: String, by reader: Reader) throws -> Bool {
    try !read(text, by: reader, without: Kind.all).agree && !read(text, by: reader).agree
  }

  /// - Throws: when pandoc ends.
  func judge(_ text: String, by reader: Reader) throws -> Verdict {
    if try read(text, by: reader).agree { return .agrees }
    guard try read(text, by: reader, without: Kind.all).agree else { return .unknown }
    // Each kind that nothing changes without is left out for good; what is left explains the difference.
    var needed = Kind.all
    for kind in Kind.all {
      let fewer = needed.filter { $0.name != kind.name }
      if try read(text, by: reader, without: fewer).agree { needed = fewer }
    }
    return .recorded(needed.map(\.name))
  }
}
