import Linking
import Testing

@Suite struct `Folding, text by text` {
  @Test(arguments: [
    ("Jean-Noël Barrot", "jean-noel barrot"), ("JEAN–NOEL\n\t BARROT", "jean-noel barrot"),
    ("  Lloyd’s ", "lloyd's"), ("Sanaʼa", "sana'a"), ("Qur`an", "qur'an"), ("Straße", "strasse"),
    ("STRAẞE", "strasse"), ("ﬁn", "fin"), ("İstanbul", "istanbul"), ("ISTANBUL", "istanbul"),
    ("Ağrı", "agri"),
    ("Ὀδυσσεύς", "οδυσσευσ"), ("Ё", "е"), ("Й", "и"), ("القَاهِرَة", "القاهرة"), ("ガ", "カ\u{3099}"),
    ("ｶﾞ", "カ\u{3099}"),
    ("ไทย", "ไทย"), ("ก็", "ก็"), ("हिन्दी", "हिन्दी"), ("Ｅ Ｕ", "e u"), ("①", "1"), ("a\u{AD}b\u{200B}c", "abc"),
    ("", ""), (" ", ""),
    ("각", "\u{1100}\u{1161}\u{11A8}"), ("½", "1\u{2044}2"), ("¨", "¨"), ("a…", "a..."), ("“x”", "“x”"),
  ])
  func `folds as the definition says`(text: String, folded: String) {
    #expect(Array(fold(text).utf8) == Array(folded.utf8))
  }
}
