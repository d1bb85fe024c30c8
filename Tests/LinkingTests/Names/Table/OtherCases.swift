extension MatchingCase {
  static let cyrillic: [MatchingCase] = [
    MatchingCase(.cyrillic, ["Київ"], "⟦Київ⟧ чекає; Києва, київ"),
    MatchingCase(.cyrillic, ["Україна"], "⟦УКРАЇНА⟧ та ⟦Україна⟧, українаб"),
    MatchingCase(.cyrillic, ["Путин"], "⟦Пу\u{301}тин⟧, ⟦ПУТИН⟧, но путин, Путина и Лжепутин"),
    MatchingCase(.cyrillic, ["Владимир Путин", "Путин"], "⟦Владимир\u{A0}Путин⟧ и ⟦Путин⟧"),
    MatchingCase(.cyrillic, ["Путин"], "В.⟦Путин⟧, г-н ⟦Путин⟧, анти-⟦Путин⟧"),
    MatchingCase(.cyrillic, ["Артём"], "⟦Артем⟧ и ⟦Артём⟧"),
    MatchingCase(.cyrillic, ["Толстой"], "⟦Толстои\u{306}⟧ и ⟦ТОЛСТОЙ⟧"),
    MatchingCase(.cyrillic, ["США"], "⟦США⟧, сша; «⟦США⟧»"),
    MatchingCase(.cyrillic, ["США", "Россия"], "⟦Россия⟧–⟦США⟧, ⟦Россия⟧-⟦США⟧"),
    MatchingCase(.cyrillic, ["Kyiv"], "Кyiv begins with a Cyrillic letter, ⟦Kyiv⟧ does not"),
  ]

  static let greek: [MatchingCase] = [
    MatchingCase(.greek, ["Ελλάδα"], "Η ⟦Ελλάδα⟧ και η ⟦ΕΛΛΑΔΑ⟧, όχι ελλάδα"),
    MatchingCase(.greek, ["Ελλάδα"], "της Ελλάδας"),
    MatchingCase(.greek, ["Αθήνα"], "Η ⟦Αθηνα⟧, η ⟦Αθη\u{301}να⟧"),
    MatchingCase(.greek, ["Οδυσσέας"], "Ο ⟦ΟΔΥΣΣΕΑΣ⟧ και ο ⟦Οδυσσέας⟧· Οδυσσέα"),
    MatchingCase(.greek, ["Ὀδυσσεύς"], "⟦Οδυσσευς⟧, ⟦ΟΔΥΣΣΕΥΣ⟧"),
    MatchingCase(.greek, ["ΟΗΕ"], "Ο ⟦ΟΗΕ⟧ και το οηε"),
  ]

  /// The letters i with and without a dot, in both cases.
  static let turkish: [MatchingCase] = [
    MatchingCase(.turkish, ["İstanbul"], "⟦İstanbul⟧ ve ⟦Istanbul⟧, istanbul"),
    MatchingCase(.turkish, ["Istanbul"], "⟦İstanbul⟧, ⟦İSTANBUL⟧, ⟦I\u{307}stanbul⟧"),
    MatchingCase(.turkish, ["Diyarbakır"], "⟦Diyarbakır⟧, ⟦Diyarbakir⟧, ⟦DİYARBAKIR⟧, ⟦DIYARBAKIR⟧"),
    MatchingCase(.turkish, ["Türkiye"], "⟦TÜRKİYE⟧ ve ⟦Turkiye⟧"),
    MatchingCase(.turkish, ["Işık"], "⟦Işık⟧, ⟦IŞIK⟧, ⟦İsik⟧, ışık"),
    MatchingCase(.turkish, ["İstanbul"], "⟦İstanbul⟧ – İstanbulda, İstanbullu, ⟦İstanbul⟧"),
    MatchingCase(.turkish, ["Ağrı"], "⟦Ağrı⟧ Dağı; Ağrılı, ağrı"),
    MatchingCase(.turkish, ["Ankara"], "⟦Ankara⟧'da, ⟦Ankara⟧’ya, ⟦Ankara⟧'nın, ⟦ANKARA⟧’DAN; Ankaralı"),
    MatchingCase(.turkish, ["İstanbul"], "⟦İstanbul⟧'un, ⟦İstanbul⟧’daki, ⟦İstanbul⟧'a, ⟦İSTANBUL⟧’U"),
    MatchingCase(.turkish, ["NATO", "ABD"], "⟦NATO⟧'nun ve ⟦ABD⟧'nin sınırı, ⟦ABD⟧’li; ABD’lilik"),
    MatchingCase(.turkish, ["Sana", "Hawai", "Slov"], "Sana’a, Hawai’i, Slov’yansk, ⟦Slov⟧’ı"),
  ]

  static let german: [MatchingCase] = [
    MatchingCase(.german, ["Großbritannien"], "⟦Großbritannien⟧, ⟦Grossbritannien⟧, ⟦GROẞBRITANNIEN⟧"),
    MatchingCase(.german, ["Grossbritannien"], "⟦Großbritannien⟧ und Großbritanniens"),
    MatchingCase(.german, ["Straße"], "⟦Straße⟧, ⟦Strasse⟧, ⟦STRAẞE⟧, straße, Straßen"),
    MatchingCase(.german, ["Weiß"], "Herr ⟦Weiß⟧, Herr ⟦Weiss⟧, weiß"),
    MatchingCase(.german, ["Weiß"], "⟦Weiß⟧-⟦Weiß⟧, Weiß-Blau, ⟦Weiß⟧’ Haus"),
    MatchingCase(.german, ["Süß Oppenheimer"], "⟦Suss Oppenheimer⟧ und ⟦SÜẞ OPPENHEIMER⟧"),
    MatchingCase(.german, ["ß"], "ein ⟦ß⟧, ein ⟦ss⟧; ẞ, aß"),
  ]

  static let semitic: [MatchingCase] = [
    MatchingCase(.arabic, ["القاهرة"], "في ⟦القاهرة⟧، ⟦القَاهِرَة⟧"),
    MatchingCase(.arabic, ["القاهرة"], "بالقاهرة والقاهرة"),
    MatchingCase(.arabic, ["القاهرة", "بالقاهرة"], "⟦بالقاهرة⟧ أو ⟦القاهرة⟧"),
    MatchingCase(.arabic, ["مصر"], "⟦مصر⟧؟ مصري، «⟦مصر⟧»"),
    MatchingCase(.arabic, ["الأمم المتحدة"], "⟦الأمم المتحدة⟧ و ⟦الامم  المتحدة⟧"),
    MatchingCase(.arabic, ["مصر"], "⟦مِصْر⟧: ⟦مصر⟧ ومصر"),
    MatchingCase(.arabic, ["القاهرة"], "⟦القاهـــرة⟧، ⟦القـــاهـرة⟧ـ، بـالقاهرة"),
    MatchingCase(.arabic, ["القاهـرة"], "في ⟦القاهرة⟧"),
    MatchingCase(.hebrew, ["ירושלים"], "⟦ירושלים⟧, ⟦יְרוּשָׁלַיִם⟧"),
    MatchingCase(.hebrew, ["ירושלים"], "בירושלים"),
    MatchingCase(.hebrew, ["ירושלים", "בירושלים"], "⟦בירושלים⟧ או ⟦ירושלים⟧."),
    MatchingCase(.hebrew, ["ישראל"], "⟦ישראל⟧–⟦ישראל⟧, ישראלי"),
    MatchingCase(.hebrew, ["תל אביב"], "⟦תל אביב⟧, ⟦תל  אביב⟧, תל, אביב"),
  ]

  /// No boundary between the letters of scripts without spaces.
  static let unspaced: [MatchingCase] = [
    MatchingCase(.chinese, ["北京"], "我在⟦北京⟧工作。"),
    MatchingCase(.chinese, ["北京", "北京大学"], "⟦北京大学⟧在⟦北京⟧"),
    MatchingCase(.chinese, ["中国", "北京"], "⟦中国⟧⟦北京⟧，⟦中国⟧！"),
    MatchingCase(.chinese, ["NATO", "中国"], "与⟦NATO⟧合作的⟦中国⟧"),
    MatchingCase(.chinese, ["北京"], "⟦北京⟧2022年"),
    MatchingCase(.chinese, ["京北", "北京"], "⟦北京⟧⟦北京⟧北，⟦京北⟧"),
    MatchingCase(.japanese, ["東京"], "⟦東京⟧とキーウ"),
    MatchingCase(.japanese, ["ロシア"], "⟦ロシア⟧と⟦ﾛｼｱ⟧"),
    MatchingCase(.japanese, ["ガザ"], "⟦ガザ⟧、⟦ｶﾞｻﾞ⟧、⟦カ\u{3099}サ\u{3099}⟧"),
    MatchingCase(.japanese, ["カ"], "ガ is another letter than ⟦カ⟧"),
    MatchingCase(.japanese, ["日本", "日本銀行"], "⟦日本銀行⟧は⟦日本⟧の"),
    MatchingCase(.thai, ["ไทย"], "ประเทศ⟦ไทย⟧และ"),
    MatchingCase(.thai, ["ไทย"], "ไทย\u{E34} has a vowel more"),
    MatchingCase(.thai, ["ไทย", "Kyiv"], "⟦Kyiv⟧ใน⟦ไทย⟧"),
    MatchingCase(.thai, ["กรุงเทพ"], "ใน⟦กรุงเทพ⟧ครับ"),
    MatchingCase(.thai, ["ไทย"], "(⟦ไทย⟧) 5⟦ไทย⟧5"),
  ]

  static let emoji: [MatchingCase] = [
    MatchingCase(.emoji, ["Kyiv"], "👍⟦Kyiv⟧👍"),
    MatchingCase(.emoji, ["Kyiv"], "🇺🇦⟦Kyiv⟧🇺🇦"),
    MatchingCase(.emoji, ["Kyiv"], "👩‍💻⟦Kyiv⟧👍🏽"),
    MatchingCase(.emoji, ["Kyiv"], "😀⟦Kyiv\u{FE0F}⟧😀"),
    MatchingCase(.emoji, ["Kyiv"], "Ky😀iv, ⟦Kyiv⟧😀iv"),
    MatchingCase(.emoji, ["White House"], "White😀House; ⟦White House⟧😀"),
    MatchingCase(.emoji, ["北京"], "😀⟦北京⟧😀"),
    MatchingCase(.emoji, ["Путин"], "😀⟦Путин⟧😀’s"),
  ]
}
