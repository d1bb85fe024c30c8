/// What may stand behind a name and an apostrophe without belonging to the name.
enum Endings {
  /// Whether what follows an apostrophe ends a name: nothing, `s`, a contracted verb (*Russia’ll*), or one of the
  /// case endings that Turkish sets off from proper names (*Ankara’da*, *NATO’nun*, *Putin’in*).
  ///
  /// - Parameters:
  ///   - offset: behind the apostrophe.
  ///   - end: the apostrophe's own offset.
  static func isEnding(at offset: Int, after end: Int, in text: Span<UInt8>) -> Bool {
    let word = text.word(at: offset)
    guard let traits = text.traits(at: offset, in: word), !traits.contains(.unspaced) else { return true }
    guard word.count <= longest else { return false }
    let ending = String(decoding: FoldedText(word.map { text[$0] }).bytes, as: UTF8.self)
    if contracted.contains(ending) || turkish.contains(ending) { return true }
    return turkishAfterConsonant.contains(ending) && !isVowel(before: end, in: text)
  }

  /// In UTF-8, before folding: *ndaki* with three letters of two bytes.
  private static let longest = 10

  private static let contracted: Set<String> = ["s", "d", "ll", "re", "ve"]

  /// Folded, so that `ı` is `i` and `ü` is `u`; those that a consonant begins, behind any name.
  private static let turkish = set(
    """
    da de ta te dan den tan ten nda nde ndan nden daki deki taki teki ndaki ndeki
    ya ye yi yu na ne ni nu nin nun la le yla yle li lu ca ce nca nce
    dir dur tir tur ydi ydu ymis ymus
    """)

  /// A name that ends with a vowel takes a consonant first, so *Sana’a* and *Hawai’i* are words of their own.
  private static let turkishAfterConsonant = set("a e i u in un")

  private static func isVowel(before end: Int, in text: Span<UInt8>) -> Bool {
    guard end > 0 else { return false }
    let last = text.scalar(before: end)
    let folded = FoldedText((end - last.utf8Count..<end).map { text[$0] }).bytes
    return folded.first.map { "aeiou".utf8.contains($0) } ?? false
  }

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
