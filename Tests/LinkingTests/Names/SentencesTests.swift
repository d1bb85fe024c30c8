import Linking
import Testing

/// Sentences parted by `|`, which also takes the white space between them; `￼` is a construct's stand-in.
private let texts: [String] = [
  "One.| Two!| Three?", "One", "", "   ", "  One. |  Two.  ", "One.\n|Two.",
  "He met Mr. Putin and Dr. No.| Then he left.", "Gen. Smith, Sen. Jones vs. Rep. Miller.| End.",
  "The U.S. government and U.S. President Donald Trump spoke.| Next.", "He lives in the U.S.| The rest stay.",
  "The talks are in the U.S.| But Russia left.", "At 5 p.m.| They met at 6 a.m. Monday.",
  "J. D. Vance and J.D. Vance met.| A man left.",
  "J. A. Smith wrote it.| I read it.", "So do I.| Then we left.",
  "Growth was 3.5 percent.| It fell to 2.0.| It stopped.",
  "In 2024.| 20 people died.", "See No. 5 and pp. 3–4, Fig. 2.| He said: no.| Five left.",
  "1. First point.| Second point.",
  "“We agreed.| It is time,” he said.| He left.", "“Why?” he asked.| “Why?” Trump asked.| “Stop!”| He left.",
  "He said: “Go.”| She went.", "(He left.)| She (see p. 3) stayed.", "He left (they said.)| Then…",
  "Well… he said.| Well…| Then he went.", "Well... maybe.| Well...| He went.",
  "A quotation […] with a gap.| And [...] another.",
  "A claim.￼| Next.￼￼| Last.", "A claim. ￼| Next. ￼ ￼| Last. ￼", "A claim.￼ ￼| Next.”￼| Last.",
  "A claim. ￼ says no.",
  "A claim￼.| Next.", "The U.S.￼| The end.", "Visit example.com.| Or a.b.c now.", "What?!| Yes!!!| No.",
  "Acme Inc. said so.| Acme Inc.| The end.| Acme Inc. Holdings.", "Jan. 5, Feb. 6.| In Mar.| The end.",
  "apples, pears, etc.| The end, etc. and so on.",
  "iPhones sold. they did not.", "The end.| «Да», – сказал он.| – Нет?! – спросил он.| Конец.",
  "В. В. Путин сказал.| Он ушёл.", "¿Qué?| ¡Nada!| Fin.", "他来了。|她走了！|为什么？|“好。”|完", "هل؟| نعم.| لا۔| شكرا.",
  "वह गया।| वह आया।", "Ellos.| Él.",
  "He won.| “We won,” he said.", "Trump — yes.| — No.", "e.g. this, i.e. That, cf. Smith et al.| Then.",
  "It is the desk’s.| Mistakes are ours.| It is Ann's.| Smith left.| ‘J. Smith left.",
  "World War I.| The end of Plan B.| The end.",
  "A. B",
]

private func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
  String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy { $0.properties.isWhitespace }
}

@Suite struct `Sentences` {
  @Test(arguments: texts)
  func `a text is cut where its sentences end`(marked: String) {
    let text = Array(marked.utf8.filter { $0 != UInt8(ascii: "|") })
    let expected = marked.split(separator: "|").map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    #expect(
      sentences(in: text).map { String(decoding: text[$0], as: UTF8.self) } == expected.filter { !$0.isEmpty }
    )
  }

  @Test(arguments: texts)
  func `sentences are in order and leave out nothing but white space`(marked: String) {
    let text = Array(marked.utf8)
    var end = 0
    for range in sentences(in: text) {
      #expect(range.lowerBound >= end && !range.isEmpty)
      #expect(isBlank(text[end..<range.lowerBound]))
      end = range.upperBound
    }
    #expect(isBlank(text[end...]))
  }

  @Test(arguments: [
    "^One. ^Two, three. “^Four.” (^Five)", "^He said, “^Yes.” ^And “no” more", "￼ ^One. ￼ ^Two",
    "^Mr. Putin: “^No.” ^In the U.S. ^The “Kremlin”",
  ])
  func `sentence starts are those marked, behind quotes and citations`(marked: String) {
    var text: [UInt8] = []
    var starts: [Int] = []
    for byte in marked.utf8 {
      if byte == UInt8(ascii: "^") { starts.append(text.count) } else { text.append(byte) }
    }
    let sentences = sentences(in: text)
    let letters = text.indices.filter { offset in
      text[offset] >= UInt8(ascii: "A") && text[offset] <= UInt8(ascii: "z")
    }
    #expect(letters.filter { isSentenceStart($0, in: text, sentences: sentences) } == starts)
  }
}
