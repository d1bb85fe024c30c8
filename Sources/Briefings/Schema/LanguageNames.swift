/// The English names of languages that are often written where a tag should stand.
enum LanguageNames {
  private static let tags = [
    "arabic": "ar", "chinese": "zh", "czech": "cs", "danish": "da", "dutch": "nl", "english": "en",
    "estonian": "et", "finnish": "fi", "french": "fr", "german": "de", "greek": "el", "hebrew": "he",
    "hindi": "hi", "hungarian": "hu", "italian": "it", "japanese": "ja", "korean": "ko", "latvian": "lv",
    "lithuanian": "lt", "norwegian": "no", "persian": "fa", "polish": "pl", "portuguese": "pt",
    "romanian": "ro",
    "russian": "ru", "slovak": "sk", "spanish": "es", "swedish": "sv", "turkish": "tr", "ukrainian": "uk",
  ]

  /// The tag of a language that is called by its name; empty for any other text.
  static func tags(_ name: String) -> [String] { tags[name.lowercased()].map { [$0] } ?? [] }
}
