/// Reads a text on both sides.
///
/// What was read is kept until the next document: most kinds change nothing in most texts.
final class Comparison {
  let pandoc: Pandoc
  private var ours: [String: Shape?] = [:]
  private var theirs: [String: Shape] = [:]

  init(pandoc: Pandoc) { self.pandoc = pandoc }

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
    var peerText = text
    for kind in kinds { peerText = kind.peerText(peerText, reader) }
    guard let ours = ourShape(text, reader) else {
      return Outcome(ours: nil, theirs: try peerShape(peerText, reader).showingMarks)
    }
    var theirs = try peerShape(peerText, reader)
    for kind in kinds { theirs = kind.peerShape(theirs, ours) }
    return Outcome(ours: ours, theirs: theirs.showingMarks.normalized(isBlock: true))
  }

  private func ourShape(_ text: String, _ reader: Reader) -> Shape? {
    if let known = ours[text] { return known }
    let shape = OurShape.shape(of: text, features: reader.features)
    ours[text] = .some(shape)
    return shape
  }

  private func peerShape(_ text: String, _ reader: Reader) throws -> Shape {
    if let known = theirs[text] { return known }
    let shape = PandocShape.shape(of: try pandoc.document(of: text, format: reader.format))
    theirs[text] = shape
    return shape
  }

  /// Lets go of what was read.
  func forget() {
    ours = [:]
    theirs = [:]
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
    defer { forget() }
    return try !read(text, by: reader, without: Kind.all).agree && !read(text, by: reader).agree
      && enough(text, reader) == nil
  }

  /// A kind is needed when the difference does not go without it: those that change nothing are left out for good.
  ///
  /// - Throws: when pandoc ends.
  func judge(_ text: String, by reader: Reader) throws -> Verdict {
    defer { forget() }
    if try read(text, by: reader).agree { return .agrees }
    var needed = Kind.all
    if try !read(text, by: reader, without: needed).agree {
      // One kind's change may stand in another one's way: without those that are about the whole text.
      guard let fewer = try enough(text, reader) else { return .unknown }
      needed = fewer
    }
    for kind in needed {
      let fewer = needed.filter { $0.name != kind.name }
      if try read(text, by: reader, without: fewer).agree { needed = fewer }
    }
    return .recorded(needed.map(\.name))
  }

  /// All kinds but one, or but two, that together explain the difference.
  private func enough(_ text: String, _ reader: Reader) throws -> [Kind]? {
    let effective = Kind.all.filter {
      $0.text(text, reader) != text || $0.peerText(text, reader) != text || $0.isAboutShapes
    }
    for (index, kind) in effective.enumerated() where !kind.isAboutShapes {
      let fewer = effective.filter { $0.name != kind.name }
      if try read(text, by: reader, without: fewer).agree { return fewer }
      for other in effective[(index + 1)...] where !other.isAboutShapes {
        let fewest = fewer.filter { $0.name != other.name }
        if try read(text, by: reader, without: fewest).agree { return fewest }
      }
    }
    return nil
  }
}
