import Linking
import Testing

private let table = NameTable([
  "Київ", "Україна", "Путин", "Владимир Путин", "Ελλάδα", "Αθήνα", "İstanbul", "Diyarbakır", "Türkiye",
  "Großbritannien",
  "Finland", "Straße", "القاهرة", "مصر", "ירושלים", "北京", "中国", "北京大学", "東京", "キーウ", "ロシア", "ไทย", "ກຸງ",
  "ភ្នំពេញ", "မြန်မာ",
  "서울", "NATO", "Kyiv", "भारत", "Đà Nẵng", "Wałęsa", "Žižek", "Երևան", "თბილისი", "G7", "Łódź", "Angstrom Å",
])

private let scripts: [MarkedText] = [
  // Cyrillic: stress marks, й and ё fold; endings are other words.
  "⟦Київ⟧ і ⟦Україна⟧; Києва, Українаб.", "⟦Владимир Путин⟧ и ⟦Пу\u{301}тин⟧, но путин и Путина.",
  "⟦В\u{301}ладимир\u{A0}Путин⟧ — В.⟦Путин⟧.", "анти-⟦Путин⟧, Лжепутин, Пост-Путин.",
  // Greek: accents, final sigma, capitals.
  "Η ⟦Ελλάδα⟧, η ⟦ΕΛΛΑΔΑ⟧ και η ⟦Αθηνα⟧· Ελλάδας.",
  // Turkish: the two letters i in both cases.
  "⟦İstanbul⟧, ⟦Istanbul⟧, ⟦I\u{307}stanbul⟧ ve ⟦İSTANBUL⟧; istanbul.",
  "⟦Diyarbakır⟧, ⟦DİYARBAKIR⟧, ⟦Diyarbakir⟧, ⟦Dıyarbakır⟧.",
  "⟦Türkiye⟧, ⟦TÜRKİYE⟧, ⟦Turkiye⟧.",
  // German and Latin ligatures: what folds to more letters than it has.
  "⟦Großbritannien⟧, ⟦Grossbritannien⟧, ⟦GROẞBRITANNIEN⟧, ⟦GROSSBRITANNIEN⟧; Großbritanniens.",
  "⟦Straße⟧ und ⟦Strasse⟧, straße, Straßen.",
  "\u{FB01}nland begins small. ⟦Finland⟧ and ⟦Ｆｉｎｌａｎｄ⟧.",
  "⟦Wałęsa⟧, ⟦Wałesa⟧; Walesa has no stroke. ⟦Žižek⟧, ⟦Zizek⟧, ⟦Z\u{30C}iz\u{30C}ek⟧. ⟦Łódź⟧, ⟦Łodz⟧.",
  "⟦Đà Nẵng⟧, ⟦Đa Nang⟧, ⟦Đa\u{300} Na\u{306}\u{303}ng⟧.",
  "⟦Angstrom \u{212B}⟧, ⟦Angstrom A\u{30A}⟧, angstrom Å.",
  // Arabic and Hebrew: vowel signs fold, a prefixed form is another word.
  "⟦القاهرة⟧ في ⟦مصر⟧، ⟦القَاهِرَة⟧ لا بالقاهرة ولا مصري.", "⟦ירושלים⟧, ⟦יְרוּשָׁלַיִם⟧; בירושלים.",
  // Scripts without spaces: no boundary between letters, and longest first.
  "我在⟦北京⟧工作，⟦北京大学⟧在⟦中国⟧的⟦北京⟧。", "与⟦NATO⟧合作的⟦中国⟧，⟦G7⟧峰会，⟦北京⟧2022年。", "⟦東京⟧と⟦キーウ⟧と⟦ロシア⟧、⟦ﾛｼｱ⟧。",
  "ประเทศ⟦ไทย⟧และ⟦Kyiv⟧ใน⟦ไทย⟧", "ຢູ່⟦ກຸງ⟧ແລ້ວ", "នៅ⟦ភ្នំពេញ⟧ថ្ងៃ", "ကို⟦မြန်မာ⟧နိုင်ငံ", "ไทย\u{E34} has a vowel more.",
  // Scripts with spaces where others would expect none.
  "⟦서울⟧ 그리고 서울은; ⟦서울⟧.", "⟦भारत⟧ और भारतीय; ⟦भारत⟧।", "⟦Երևան⟧, ⟦Երեւան⟧; Երևանի.", "⟦თბილისი⟧, თბილისის.",
  // Emoji and other symbols are no letters.
  "👍⟦Kyiv⟧👍🏽 🇺🇦⟦Kyiv⟧🇺🇦 ⟦Kyiv\u{FE0F}⟧ 👩‍💻⟦Kyiv⟧™ №⟦Kyiv⟧ €⟦Kyiv⟧° ⟦Kyiv⟧→⟦NATO⟧",
  // Invisible signs inside a word belong to it; outside they do not make a boundary.
  "⟦Ky\u{AD}iv⟧, ⟦Ky\u{200D}iv⟧ and ⟦Ky\u{2060}iv⟧, not Kyiv\u{AD}an or pre\u{AD}Kyiv; a\u{200B}⟦Kyiv⟧\u{200B}b.",
  "⟦Kyi\u{301}v\u{301}⟧, \u{FB01}Kyiv, Kyiv\u{93F}.",
]

@Suite struct `Matching names in many scripts` {
  @Test(arguments: scripts)
  func `each name is found, and nothing else`(sentence: MarkedText) {
    let mistakes = sentence.mistakes(of: table)
    #expect(mistakes.falseNames == [])
    #expect(mistakes.missedNames == [])
  }
}
