import TestSupport
import Testing

@testable import Tradecraft

/// What `qn1` takes for the same and what it keeps apart.
struct NormalFormTests {
  private static let seeds = Array(UInt64(1)...200)

  @Test(arguments: [
    ("a\u{AD}b\u{200B}c\u{FEFF}d\u{2060}", "abcd"),
    ("“a” ‘b’ „c‟ «d» ‹e› \"f\" `g´ 「h」", "'a' 'b' 'c' 'd' 'e' 'f' 'g' 'h'"),
    ("it’s it's itʼs", "it's it's it's"),
    ("a-b a‐b a‑b a–b a—b a−b a--b", "a-b a-b a-b a-b a-b a-b a-b"),
    ("a... b… c. . . d⋯", "a… b… c… d…"),
    (" a\u{A0}\t\r\n b\u{3000}c ", " a b c "),
    ("ﬁve Ｔruce ½ e\u{301}", "five Truce 1⁄2 é"),
    ("Truce TRUCE", "Truce TRUCE"),
  ])
  func `a text has one form`(text: String, form: String) {
    #expect(NormalForm(text).text == form)
  }

  @Test(arguments: [
    ("“A truce.”", "A truce"), ("A truce?!”", "A truce"), ("'A truce,'", "A truce"), ("A truce …", "A truce"),
    ("", ""), ("…", ""), ("a", "a"),
  ])
  func `a quotation's own punctuation is the writer's`(text: String, form: String) {
    #expect(NormalForm(text).withoutOwnPunctuation().text == form)
  }

  @Test(arguments: seeds) func `the form of a form is the form`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let text = dice.scribble(count: 60)
    let form = NormalForm(text).text
    #expect(NormalForm(form).text == form)
    let quoted = NormalForm(text).withoutOwnPunctuation().text
    #expect(NormalForm(quoted).withoutOwnPunctuation().text == quoted)
  }

  @Test(arguments: seeds) func `other marks, dashes and blanks are the same text`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let plain = dice.sentence(words: 12)
    var view = String.UnicodeScalarView()
    for scalar in plain.unicodeScalars {
      view.append(contentsOf: dice.variant(of: scalar).unicodeScalars)
      if dice.oneIn(6) { view.append(dice.pick(["\u{AD}", "\u{200B}", "\u{FEFF}", "\u{200D}"])) }
    }
    #expect(QuotedWords(String(view)).digest == QuotedWords(plain).digest)
  }

  @Test(arguments: seeds) func `another letter is another text`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let plain = dice.sentence(words: 12)
    var scalars = Array(plain.unicodeScalars)
    let letters = scalars.indices.filter { scalars[$0].properties.isAlphabetic }
    let place = dice.pick(letters)
    let others = Dice.letters.filter { $0 != scalars[place] }
    scalars[place] = dice.pick(others)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    #expect(QuotedWords(String(view)).digest != QuotedWords(plain).digest)
  }

  @Test(arguments: seeds) func `every scalar leads back to where it comes from`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let text = dice.scribble(count: 60)
    let bytes = Array(text.utf8)
    let form = NormalForm(text)
    for offset in form.scalars.indices where NormalScalars.isWord(form.scalars[offset]) {
      let range = form.range(of: offset..<offset + 1)
      let piece = NormalForm(String(decoding: bytes[range], as: UTF8.self)).scalars
      #expect(piece.contains(form.scalars[offset]), "\(offset) of \(text)")
    }
    #expect(zip(form.lowers, form.lowers.dropFirst()).allSatisfy { $0 <= $1 })
  }
}

extension Dice {
  static let letters: [Unicode.Scalar] = Array("abcdefghijklmnopqrstuvwxyzABCDEÄéñßЖжλ".unicodeScalars)

  /// Words with a mark, a dash or an apostrophe here and there.
  mutating func sentence(words: Int) -> String {
    (0..<words).map { _ in
      let word = String(String.UnicodeScalarView((0...below(6)).map { _ in pick(Self.letters) }))
      switch below(6) {
      case 0: return "'" + word + "'"
      case 1: return word + "-" + word
      case 2: return word + ","
      default: return word
      }
    }.joined(separator: " ") + " end"
  }

  /// Another way to write a scalar.
  mutating func variant(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "'": pick(["'", "\"", "“", "”", "‘", "’", "«", "»", "„"])
    case "-": pick(["-", "–", "—", "‑", "--"])
    case " ": pick([" ", "\n", "\u{A0}", "  ", "\t", " \r\n"])
    case "é": pick(["é", "e\u{301}"])
    default: String(scalar)
    }
  }

  /// Anything at all, with much of what the form changes.
  mutating func scribble(count: Int) -> String {
    let pool: [Unicode.Scalar] = Array(
      "ab AB'\"“”‘’«»—–-….., \n\t\u{A0}\u{AD}\u{200B}\u{FEFF}\u{301}\u{308}é¨´ﬁ½①Å가ᄀ\u{1161}\u{11A8}\u{FFA0}ﾊﾞ世界สวัสดี[]T\u{200D}👩\u{FE0F}"
        .unicodeScalars)
    var view = String.UnicodeScalarView()
    for _ in 0..<count {
      if oneIn(20), let scalar = Unicode.Scalar(UInt32(below(0x11_0000))) {
        view.append(scalar)
      } else {
        view.append(pick(pool))
      }
    }
    return String(view)
  }
}
