import Briefings

/// English words that say of which country, city or continent something is: *Ukrainian*, *the French*, *Parisians*.
///
/// They are written with a capital and name no entity by themselves.
struct NationalAdjectives: Sendable {
  /// Folded names of places, in one word, ascending.
  private let places: [String]

  init(_ registry: Registry) {
    let names = registry.entities.filter { $0.type == .place && !$0.common.isWithheld }
      .flatMap { [$0.name.value] + $0.aliases.map(\.text.value) }
    places = Set(names.map(fold).filter { !$0.utf8.contains(UInt8(ascii: " ")) }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  func contains(_ word: String) -> Bool {
    let folded = fold(word)
    if isAdjective(folded) { return true }
    return folded.utf8.last == UInt8(ascii: "s") && isAdjective(String(folded.dropLast()))
  }

  private func isAdjective(_ word: String) -> Bool {
    if Self.known.contains(word) { return true }
    return Self.endings.contains { ending in
      guard word.hasSuffix(ending), word.utf8.count >= ending.utf8.count + 4 else { return false }
      return isPlace(beginning: String(word.dropLast(ending.utf8.count)))
    }
  }

  /// *Ruritan* begins *Ruritania*, and *Kyiv* itself: whether a place's name is that and a vowel or two more.
  private func isPlace(beginning stem: String) -> Bool {
    var index = places.firstIndex { !$0.utf8.lexicographicallyPrecedes(stem.utf8) } ?? places.count
    while index < places.count, places[index].hasPrefix(stem) {
      if places[index].utf8.count <= stem.utf8.count + 2 { return true }
      index += 1
    }
    return false
  }

  private static let endings = ["ian", "ean", "ese", "an"]

  private static let known = Set(
    """
    afghan african albanian algerian american andorran angolan arab arabian arabic argentine argentinian armenian
    asian australian austrian azerbaijani azeri bahraini balkan baltic bangladeshi basque bavarian belarusian belgian
    bengali berber bolivian bosnian brazilian breton briton british bulgarian burmese burundian cambodian cameroonian
    canadian castilian catalan caucasian chadian chechen chilean chinese christian circassian colombian congolese
    cossack croat croatian cuban cypriot czech czechoslovak dane danish dutch ecuadorian egyptian emirati english
    eritrean estonian ethiopian european eurasian filipino finn finnish flemish french gambian gazan georgian german
    ghanaian greek guatemalan guinean guyanese haitian hebrew honduran hungarian icelandic indian indonesian ingush
    iranian iraqi irish islamic israeli italian ivorian jamaican japanese jewish jew jordanian kashmiri kazakh kenyan
    korean kosovar kurd kurdish kuwaiti kyrgyz lao laotian latin latvian lebanese liberian libyan lithuanian
    luxembourgish macedonian malagasy malawian malaysian malian maltese maori mauritanian mexican moldovan
    mongolian montenegrin moroccan mozambican muslim namibian nepalese nepali nicaraguan nigerian nigerien nordic
    norwegian omani ossetian ottoman pakistani palestinian panamanian paraguayan persian peruvian pole polish
    portuguese prussian punjabi qatari roma roman romani romanian russian rwandan salvadoran saudi saxon
    scandinavian scot scottish senegalese serb serbian sicilian singaporean slav slavic slovak slovakian slovene
    slovenian somali soviet spaniard spanish sudanese swahili swede swedish swiss syrian taiwanese tajik tamil
    tanzanian tatar thai tibetan togolese transatlantic tunisian turk turkish turkic turkmen ugandan ukrainian
    uruguayan uyghur uzbek venezuelan vietnamese welsh western yemeni yiddish yugoslav zambian zimbabwean
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
