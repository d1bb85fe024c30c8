import Foundation

/// A text as `qn1` reads it, with the way back.
///
///     NormalForm("“A truce\u{A0}– now…”").text == "'A truce - now…'"
///
/// NFKC (Unicode Standard Annex 15); what shows nothing is removed; quotation marks and apostrophes, dashes,
/// ellipses are each one scalar; white space is one blank. Case is kept. O(bytes).
struct NormalForm {
  /// Written into receipts: another way to compare gets another name.
  static let version = "qn1"

  /// Values of Unicode scalars.
  private(set) var scalars: [UInt32] = []
  /// In step with `scalars`: the UTF-8 ranges that they come from.
  private(set) var lowers: [Int32] = []
  private(set) var uppers: [Int32] = []
  /// The word at hand, and where its scalars begin and end.
  private var word: [Unicode.Scalar] = []
  private var places: [Range<Int32>] = []
  private var isPlain = true

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    scalars.reserveCapacity(bytes.count)
    lowers.reserveCapacity(bytes.count)
    uppers.reserveCapacity(bytes.count)
    var offset: Int32 = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let end = offset + Int32(UTF8.width(scalar))
      take(scalar, offset..<end)
      offset = end
    }
    endWord()
    joinDots()
  }

  /// Its scalars as text.
  var text: String { NormalForm.text(scalars[...]) }

  static func text(_ scalars: ArraySlice<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
    return String(view)
  }

  /// The UTF-8 range that some scalars come from.
  func range(of scalars: Range<Int>) -> Range<Int> {
    guard !scalars.isEmpty else { return 0..<0 }
    return Int(lowers[scalars.lowerBound])..<Int(uppers[scalars.upperBound - 1])
  }

  // MARK: Words

  /// Blanks never compose with what follows them, so a word can be composed by itself.
  private mutating func take(_ scalar: Unicode.Scalar, _ place: Range<Int32>) {
    if NormalScalars.isIgnored(scalar) { return }
    let value = NormalScalars.unified(scalar)
    if value == NormalScalars.space || (value < 0x20 && scalar.properties.isWhitespace) {
      endWord()
      append(NormalScalars.space, place)
      return
    }
    isPlain = isPlain && NormalScalars.isStable(value)
    word.append(Unicode.Scalar(value) ?? scalar)
    places.append(place)
  }

  private mutating func endWord() {
    if isPlain {
      for (scalar, place) in zip(word, places) { append(scalar.value, place) }
    } else {
      compose()
    }
    word.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    isPlain = true
  }

  /// A letter with its marks at a time: nothing composes across them that these texts hold.
  private mutating func compose() {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: word)
    var first = 0
    for character in String(view) {
      let end = first + character.unicodeScalars.count
      let place = places[first].lowerBound..<places[end - 1].upperBound
      for scalar in String(character).precomposedStringWithCompatibilityMapping.unicodeScalars
      where !NormalScalars.isIgnored(scalar) {
        append(NormalScalars.unified(scalar), place)
      }
      first = end
    }
  }

  /// One blank for many, and one dash for two or three hyphens.
  private mutating func append(_ value: UInt32, _ place: Range<Int32>) {
    if value == NormalScalars.space || value == NormalScalars.dash, scalars.last == value {
      uppers[uppers.count - 1] = place.upperBound
      return
    }
    scalars.append(value)
    lowers.append(place.lowerBound)
    uppers.append(place.upperBound)
  }

  // MARK: Dots

  /// Three dots or more, with or without blanks between them, are one ellipsis.
  private mutating func joinDots() {
    guard scalars.contains(NormalScalars.fullStop) else { return }
    var kept = 0
    var offset = 0
    while offset < scalars.count {
      let (end, dots) = dots(from: offset)
      let isEllipsis = dots >= 3
      scalars[kept] = isEllipsis ? NormalScalars.ellipsis : scalars[offset]
      lowers[kept] = lowers[offset]
      uppers[kept] = uppers[isEllipsis ? end - 1 : offset]
      kept += 1
      offset = isEllipsis ? end : offset + 1
    }
    scalars.removeLast(scalars.count - kept)
    lowers.removeLast(lowers.count - kept)
    uppers.removeLast(uppers.count - kept)
  }

  private func dots(from start: Int) -> (end: Int, dots: Int) {
    var (end, dots, offset) = (start, 0, start)
    while offset < scalars.count {
      if scalars[offset] == NormalScalars.fullStop {
        dots += 1
      } else if scalars[offset] == NormalScalars.ellipsis {
        dots += 3
      } else {
        guard scalars[offset] == NormalScalars.space, dots > 0 else { break }
        offset += 1
        continue
      }
      offset += 1
      end = offset
    }
    return (end, dots)
  }
}

extension NormalForm {
  /// Without the marks that a quotation begins with and the punctuation that it ends with: both are the writer's.
  consuming func withoutOwnPunctuation() -> NormalForm {
    var form = self
    form.trim()
    return form
  }

  private mutating func trim() {
    let begin = scalars.firstIndex { !NormalScalars.beginsQuotation($0) } ?? scalars.count
    let end = (scalars.lastIndex { !NormalScalars.endsQuotation($0) } ?? -1) + 1
    let kept = begin..<max(begin, end)
    scalars = Array(scalars[kept])
    lowers = Array(lowers[kept])
    uppers = Array(uppers[kept])
  }
}
