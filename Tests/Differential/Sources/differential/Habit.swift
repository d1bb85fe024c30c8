/// What a document may hold that is known to be read otherwise by Pandoc.
///
/// Most documents have no habit, so that they are compared as they stand, and a difference in one of them is not
/// hidden behind another. The others have one, so that what is recorded is tried, too.
enum Habit: CaseIterable {
  /// Several identifiers in a group.
  case repeatedIdentifiers
  /// `\"` in a value.
  case quotesInValues
  /// More than an identifier behind a heading.
  case headingClasses
  case closingHashes
  /// Behind every table.
  case captions
  case decoratedFences
  /// Quotation marks without a partner, beside markup or before digits.
  case looseQuotes
  /// Typographic characters in the words of pictures.
  case typographicPictures
  case symbols
  /// Brackets in brackets, and braces and hyphens, without a partner.
  case looseBrackets
  /// Markup that begins or ends behind blanks, so that it may cross.
  case looseMarkup
  case keysWithBlanks
  case keysBesideMarkup
  case suppressedKeys
  case abbreviations
  /// A few characters that stand alone between words.
  case accidents
  /// Constructs that are begun and not ended.
  case malformed
}
