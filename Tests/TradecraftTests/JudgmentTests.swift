import Briefings
import Diagnostics
import Linking
import Testing

@testable import Tradecraft

/// A briefing's body whose findings are marked in it; without a mark there is none.
struct Marked: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let body: String
  let matter: String

  init(_ description: String, _ body: String, matter: String = "") {
    testDescription = description
    self.body = body
    self.matter = matter
  }

  func check() {
    let site = TestSite.briefing(body, matter: matter)
    let registry = site.registry()
    let linked = site.linked()
    let found = linked.reported(with: tradecraftFindings(linked, registry))
    #expect(site.found(found) == site.expected)
  }
}

struct JudgmentTests {
  @Test(arguments: [
    Marked(
      "row b on a page of row a",
      "[It is ‹mixed-yardsticks|probable›.]{.judgment confidence=low source=paper}"),
    Marked(
      "phia on a page of row a",
      "[A ‹mixed-yardsticks|realistic possibility›.]{.judgment confidence=low source=paper}"),
    Marked(
      "longest first", "[It is ‹mixed-yardsticks|highly probable›.]{.judgment confidence=low source=paper}"),
    Marked("the page's own row", "[It is very likely.]{.judgment confidence=low source=paper}"),
    Marked("the page's own row, other case", "[Almost certainly so.]{.judgment confidence=low source=paper}"),
    Marked("outside a judgment", "It is probable. [It may be probable]{.claim} [@paper]."),
    Marked(
      "in a quotation", "[He called it “probable”. It is likely.]{.judgment confidence=low source=paper}"),
    Marked(
      "in a quotation span",
      "[He said it was [probable]{.quote speaker=kyiv source=paper}; it is likely.]{.judgment confidence=low source=paper}"
    ),
    Marked(
      "a stated term of another row",
      "[X.]{.judgment confidence=low source=paper likelihood=‹mixed-yardsticks|probable›}"),
    Marked(
      "a stated term ends the search",
      "[The probable heir.]{.judgment confidence=low source=paper likelihood=likely}"),
    Marked("no term at all", "[X.]{.judgment confidence=low source=paper likelihood=‹bad-attribute|maybe›}"),
    Marked("remote for distance", "[A remote village.]{.judgment confidence=low source=paper}"),
    Marked(
      "remote for chance", "[A ‹mixed-yardsticks|remote possibility›.]{.judgment confidence=low source=paper}"
    ),
    Marked("part of a word", "[Unlikelyness is improbables.]{.judgment confidence=low source=paper}"),
    Marked(
      "the page's yardstick", "[It is probable.]{.judgment confidence=low source=paper}",
      matter: "yardstick: icd203-b\n"),
    Marked(
      "no yardstick", "[It is probable.]{.judgment confidence=low source=paper}", matter: "yardstick: none\n"),
    Marked(
      "another language", "[It is probable.]{.judgment confidence=low source=paper}", matter: "language: fr\n"
    ),
    Marked(
      "in a block", "::: {.judgment confidence=low source=paper}\nIt is\n‹mixed-yardsticks|probable›.\n:::\n"),
  ])
  func `a judgment speaks by the page's yardstick`(_ marked: Marked) { marked.check() }

  @Test(arguments: [
    Marked(
      "one sentence",
      "[We say with ‹likelihood-with-confidence|high confidence› that it is likely.]{.judgment confidence=high source=paper}"
    ),
    Marked(
      "two sentences",
      "[It is likely. We have high confidence in this.]{.judgment confidence=high source=paper}"),
    Marked("only the attribute", "[It is likely.]{.judgment confidence=high likelihood=likely source=paper}"),
    Marked(
      "only confidence",
      "[We have low confidence in it.]{.judgment confidence=low likelihood=likely source=paper}"),
    Marked(
      "an adjective",
      "[The likely heir, with low confidence.]{.judgment confidence=low likelihood=\"very unlikely\" source=paper}"
    ),
  ])
  func `likelihood and confidence stand in different sentences`(_ marked: Marked) { marked.check() }

  @Test(arguments: [
    Marked(
      "above", "[It is likely.]{.judgment confidence=low source=paper p=‹probability-outside-term|0.9›}"),
    Marked(
      "below",
      "[X.]{.judgment confidence=low source=paper likelihood=likely p=‹probability-outside-term|0.5›}"),
    Marked("lower edge", "[X.]{.judgment confidence=low source=paper likelihood=likely p=0.55}"),
    Marked("upper edge", "[X.]{.judgment confidence=low source=paper likelihood=likely p=0.8}"),
    Marked("no term", "[X.]{.judgment confidence=low source=paper p=0.8}"),
    Marked(
      "phia's gap",
      "[X.]{.judgment confidence=low source=paper likelihood=likely p=‹probability-outside-term|0.78›}",
      matter: "yardstick: phia\n"),
  ])
  func `a number lies in its term's band`(_ marked: Marked) { marked.check() }

  @Test(arguments: [
    Marked("nothing", "[X.]‹judgment-without-basis|{.judgment confidence=low}›"),
    Marked("a citation", "[X]{.judgment confidence=low} [@paper]."),
    Marked("an annotation", "[X]{.judgment confidence=low based-on=g}. [G]{.gap #g}"),
    Marked("an unknown source is one error", "[X]{.judgment confidence=low} [‹unknown-source|@x›]."),
    Marked(
      "an unknown annotation is one error", "[X]{.judgment confidence=low based-on=‹unknown-reference|x›}"),
  ])
  func `a judgment rests on something`(_ marked: Marked) { marked.check() }

  @Test(arguments: [
    Marked("may", "[It ‹vague-likelihood|may› rain.]{.judgment confidence=low source=paper}"),
    Marked("the month", "[It rains in May.]{.judgment confidence=low source=paper}"),
    Marked("suggests", "[That ‹vague-likelihood|suggests› rain.]{.judgment confidence=low source=paper}"),
    Marked("with a term", "[It may well be likely.]{.judgment confidence=low source=paper}"),
    Marked("with a stated term", "[It may rain.]{.judgment confidence=low source=paper likelihood=likely}"),
    Marked("outside a judgment", "It may rain."),
    Marked("in a quotation", "[He said \"it may rain\".]{.judgment confidence=low source=paper}"),
  ])
  func `a judgment says how likely`(_ marked: Marked) { marked.check() }

  @Test(arguments: [
    Marked("six", "::: key-judgments\n1. a\n2. b\n3. c\n4. d\n5. e\n6. ‹key-judgments-length|f›\n\n:::\n"),
    Marked("five", "::: key-judgments\n1. a\n2. b\n3. c\n4. d\n5. e\n\n:::\n"),
    Marked(
      "61 words",
      "::: key-judgments\n- ‹key-judgments-length|w\(String(repeating: " w", count: 60))›\n\n:::\n"),
    Marked("60 words", "::: key-judgments\n- w\(String(repeating: " w", count: 59))\n\n:::\n"),
  ])
  func `key judgments are few and short`(_ marked: Marked) { marked.check() }

  @Test(arguments: [
    Marked("unused", "[X]‹unused-assumption|{.assumption #x}›"),
    Marked("used", "[X]{.assumption #x} [J]{.judgment confidence=low based-on=x}"),
  ])
  func `an assumption is there for a judgment`(_ marked: Marked) { marked.check() }
}
