import Linking
import Testing

private let table = NameTable([
  "Kyiv", "Ukraine", "Ukrainian", "Russia", "Russian", "Moscow", "Kursk", "Kursk Oblast", "Black Sea",
  "Putin",
  "Vladimir Putin", "Zelenskiy", "Jean-Noël Barrot", "Jean-Noel", "U.S.", "US", "EU", "WHO", "UN", "NATO",
  "G7",
  "COVID-19", "al-Qaeda", "the Kremlin", "Lloyd’s", "Côte d’Ivoire", "Sana'a", "Sana", "Brien", "Frankivsk",
  "United States", "Donetsk", "Luhansk", "May", "Google", "Starlings", "Windows 3", "AT", "Acme Inc.",
  "White House",
  "Frank", "KGB", "'s-Hertogenbosch", "Xi", "iPhone",
])

private let boundaries: [MarkedText] = [
  "⟦Ukraine⟧ is ready, said ⟦Zelenskiy⟧.",
  "The ⟦Kursk Oblast⟧ lies in ⟦Russia⟧; ⟦Kursk⟧ is its capital.",
  "They shelled ⟦Kursk⟧ Ob and ⟦Kursk⟧ Oblastnoy.",
  "Kyivan Rus, Ukraines and Kyiv2 are other words; so are preUkraine and 5Kyiv.",
  "(⟦Kyiv⟧), “⟦Kyiv⟧”, ‘⟦Kyiv⟧’, «⟦Kyiv⟧», [⟦Kyiv⟧]; ⟦Kyiv⟧: ⟦Kyiv⟧/⟦Moscow⟧!",
  "⟦Vladimir Putin⟧ spoke; ⟦Putin⟧ left; Vladimir Putinov stayed.",
  "A summit of the ⟦G7⟧, not of a G70 or AG7.",
  "The ⟦White\nHouse⟧ and the ⟦White   House⟧ agree, the White, House does not.",
  "⟦Ukraine⟧\u{FFFC} and ⟦Russia⟧\u{FFFC}\u{FFFC}: White\u{FFFC}House.",
  "Write to info@Kyiv.ua or @Putin, or see Google.com and kyiv.gov; ⟦Google⟧. And ⟦Google⟧.",
  "⟦Kyiv⟧.The next sentence lacks its space, and ⟦Kyiv⟧.12 has a note’s number.",
  "Kyiv_Post and the_Kremlin are handles; AT&T is a firm; Windows 3.1 and Windows 3,000 are other things.",
  "50% of ⟦Ukraine⟧’s grid, ⟦Ukraine⟧+⟦Moscow⟧, ⟦Kyiv⟧…",
  "⟦Kyiv⟧² has a note, Kyiv５ has a digit.",
]

private let abbreviations: [MarkedText] = [
  "The ⟦U.S.⟧ government, ⟦U.S.⟧-led and ⟦U.S⟧-led; without the ⟦U.S.⟧, alone in the ⟦U.S.⟧",
  "The ⟦U.S⟧ and the ⟦US⟧ are one; the U.S.A. and the U.S.S.R. are not it.",
  "Tell us, who asked at the us border? The ⟦EU⟧, the ⟦WHO⟧, the ⟦UN⟧.",
  "the eu, Eu and Who are no names; un homme, Un homme",
  "It was sold to ⟦Acme Inc.⟧ by ⟦Acme Inc⟧, by Acme.",
  "J.⟦Frank⟧ met Mr.⟦Putin⟧ and г.⟦Moscow⟧ on www.Frank.",
]

private let hyphens: [MarkedText] = [
  "A ⟦Kyiv⟧-based group, a pro-⟦Russian⟧ one, and ⟦Zelenskiy⟧-led talks.",
  "The ⟦Russia⟧-⟦Ukraine⟧ war; ⟦Russia⟧–⟦Ukraine⟧ talks; ⟦Kyiv⟧—not ⟦Moscow⟧—answered.",
  "⟦Jean-Noel Barrot⟧ and ⟦JEAN-NOËL BARROT⟧ never were in Jean-Noel-Ville.",
  "Jean-Noel-Ville, Ivano-Frankivsk, Kyiv-Pechersk and Saint-Kyiv are other places.",
  "⟦Russia⟧-⟦Ukraine⟧-⟦NATO⟧ talks, but Russia-Ukraine-Ville, Ville-Russia.",
  "⟦Russia⟧- and ⟦Ukraine⟧-backed units; -⟦Kyiv⟧- and ⟦Kyiv⟧--⟦Moscow⟧.",
  "⟦COVID-19⟧ hit ⟦Donetsk⟧-⟦Luhansk⟧; Donetsk-2 is a mine and COVID-190 nothing.",
  "Anti-⟦Russian⟧ and Ex-⟦KGB⟧ people; a ⟦Moscow⟧-Backed Force in a Title.",
  "⟦Jean‑Noël Barrot⟧, ⟦Jean–Noël Barrot⟧; jean‐noël barrot is in lower case.",
  "⟦Russia⟧‐⟦Ukraine⟧ with U+2010 and ⟦Russia⟧‑⟦Ukraine⟧ with U+2011.",
]

private let cases: [MarkedText] = [
  "⟦UKRAINE⟧: ⟦UKRAINE⟧ and ⟦KYIV⟧; kyiv and ukraine are not capitalized.",
  "⟦May⟧ said it may rain in ⟦May⟧; MAY.",
  "Members of ⟦al-Qaeda⟧ and ⟦al-qaeda⟧ left; Al-Qaeda stayed. ⟦Al-Qaeda⟧ denied it.",
  "⟦The Kremlin⟧ and ⟦the Kremlin⟧; not The Kremlin, here. “⟦The Kremlin⟧ lies.”",
  "He said, “⟦The Kremlin⟧ lies.” (⟦The Kremlin⟧ did not answer.) In the ⟦U.S.⟧ ⟦The Kremlin⟧…",
  "⟦Xi⟧ is a name, XI a number and xi a letter.",
  "The ⟦iPhone⟧; IPhone. ⟦IPhone⟧ users.",
  "⟦NATO⟧ yes, Nato no, nato no.",
]

private let possessives: [MarkedText] = [
  "⟦Zelenskiy⟧’s message, ⟦Putin⟧'s answer, ⟦UKRAINE⟧'S grid and ⟦Starlings⟧’ nest.",
  "‘⟦Kyiv⟧’s mayor’ and '⟦Kyiv⟧' and ⟦Russia⟧’.",
  "⟦Lloyd’s⟧ of London and ⟦Lloyd's⟧; Lloyd is somebody.",
  "⟦Putin⟧’ll come, ⟦Putin⟧'d go and Putin’sky not.",
  "In ⟦Côte d’Ivoire⟧ and ⟦Cote d'Ivoire⟧, l’⟦Ukraine⟧ and dell'⟦Ukraine⟧. L’⟦Ukraine⟧ répond.",
  "O’Brien, O'Brien and D’Frank, but ⟦Brien⟧.",
  "⟦Sana'a⟧, ⟦Sana’a⟧ and ⟦Sanaʼa⟧; ⟦Sana⟧’s sister, Sana’b.",
  "⟦'s-Hertogenbosch⟧ and ⟦’s-Hertogenbosch⟧ lie apart.",
  "⟦U.S.⟧'s and ⟦U.S.⟧’ and the ⟦US⟧’s.",
]

/// The project's measure of the rules: no link too many, none too few.
@Suite struct `Matching names in real sentences` {
  static let sentences = boundaries + abbreviations + hyphens + cases + possessives

  @Test(arguments: sentences)
  func `each name is found, and nothing else`(sentence: MarkedText) {
    let mistakes = sentence.mistakes(of: table)
    #expect(mistakes.falseNames == [])
    #expect(mistakes.missedNames == [])
  }

  @Test func `the table speaks of more than forty sentences`() {
    #expect(Self.sentences.count > 40)
    #expect(Self.sentences.reduce(0) { $0 + $1.names.count } > 100)
  }
}
