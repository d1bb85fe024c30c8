package import Briefings
package import Diagnostics
package import Markdown

/// A capitalized name that no entity owns.
package struct UnownedName: Sendable, Equatable {
  /// As it is first written.
  package let text: String
  package let uses: [Use]
  /// The last word of the name of several words, where it stands alone: *Witkoff* of *Steve Witkoff*.
  package private(set) var surname: Surname?

  package struct Surname: Sendable, Equatable {
    package let text: String
    package let uses: [Use]
  }

  package struct Use: Sendable, Equatable {
    package let path: RelativePath
    /// In the file.
    package let source: Range<Int>
    package let sentence: String
  }

  /// In how many files it stands.
  package var fileCount: Int { Set(uses.map(\.path)).count }

  /// The names of all files, most frequent first, then by their letters.
  package static func joined(_ files: [FoundNames]) -> [UnownedName] {
    let words = files.reduce(into: Set<String>()) { $0.formUnion($1.lowercaseWords) }
    var uses: [String: (text: String, isSure: Bool, uses: [Use])] = [:]
    for candidate in files.lazy.flatMap(\.candidates) {
      guard let (text, isSure) = candidate.name(whereWords: words) else { continue }
      var entry = uses[fold(text)] ?? (text, false, [])
      entry.isSure = entry.isSure || isSure
      entry.uses.append(candidate.use)
      uses[fold(text)] = entry
    }
    let names = uses.values.filter(\.isSure).map { UnownedName(text: $0.text, uses: $0.uses) }
    return withSurnames(names).sorted {
      $0.uses.count == $1.uses.count
        ? $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) : $0.uses.count > $1.uses.count
    }
  }

  /// Single words joined to the only name of two or three words that ends with them.
  private static func withSurnames(_ names: [UnownedName]) -> [UnownedName] {
    let single = Dictionary(names.filter { $0.words.count == 1 }.map { (fold($0.text), $0) }) { first, _ in
      first
    }
    let whole = names.filter { (2...3).contains($0.words.count) }
    let bearers = Dictionary(grouping: whole) { fold(String($0.words.last ?? "")) }
    var taken: Set<String> = []
    let joined = whole.map { name in
      let last = fold(String(name.words.last ?? ""))
      guard bearers[last]?.count == 1, let alone = single[last] else { return name }
      taken.insert(last)
      var name = name
      name.surname = Surname(text: alone.text, uses: alone.uses)
      return name
    }
    return joined
      + names.filter {
        !(2...3).contains($0.words.count) && !($0.words.count == 1 && taken.contains(fold($0.text)))
      }
  }

  private var words: [Substring] { text.split(separator: " ") }
}

/// What one file holds of names that nobody owns.
package struct FoundNames: Sendable {
  /// Capitalized words in a row.
  struct Candidate: Sendable {
    /// With what stands between them.
    let words: [String]
    /// Whether a sentence begins with it, so that its first word may be any word.
    let startsSentence: Bool
    /// Whether its last word is an adjective of a place: a name only behind another word.
    let endsWithAdjective: Bool
    let use: UnownedName.Use

    /// The name, and whether its capitals are its own.
    ///
    /// - Parameter words: words seen in lower case, folded.
    func name(whereWords lowercase: Set<String>) -> (text: String, isSure: Bool)? {
      var rest = words[...]
      var isSure = !startsSentence
      if startsSentence, let first = rest.first {
        if SentenceWords.first.contains(first) || lowercase.contains(fold(first)) {
          rest = rest.dropFirst()
          isSure = true
        }
      }
      while let first = rest.first, UnownedNameSearch.joints.contains(first) { rest = rest.dropFirst() }
      guard let only = rest.first else { return nil }
      if rest.count == 1, endsWithAdjective { return nil }
      if rest.count == 1, UnownedNameSearch.noNames.contains(only) || only.utf8.count < 2 { return nil }
      return (rest.joined(separator: " "), isSure || rest.count > 1)
    }
  }

  var candidates: [Candidate] = []
  var lowercaseWords: Set<String> = []
}

/// Looks for capitalized words in a row that are no entity's name.
package struct UnownedNameSearch: Sendable {
  private let names: EntityNames
  private let adjectives: NationalAdjectives

  package init(_ registry: Registry) {
    names = EntityNames(NameList(registry))
    adjectives = NationalAdjectives(registry)
  }

  /// Lower-case words that stand inside names: *Bank of England*.
  static let joints: Set<String> = [
    "of", "de", "del", "da", "di", "du", "la", "van", "von", "der", "den", "bin", "al", "el",
  ]

  /// Words written with a capital that name no entity.
  static let noNames: Set<String> = [
    "I", "Mr", "Mrs", "Ms", "Dr", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    "Sunday",
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  package func names(in path: RelativePath, _ annotations: Annotations) -> FoundNames {
    var found = FoundNames()
    for block in annotations.textBlocks {
      let owned = names.table.matches(in: block.text).map(\.textRange)
      let ranges = sentences(in: block.text)
      let excerpt = Excerpt(of: block.text, sentences: ranges)
      for range in block.searchable(cutAt: []) {
        var reader = CapitalReader(block.text, in: range, owned: owned)
        while let run = reader.next() {
          let start = run.range.lowerBound
          let around = excerpt.sentence(around: run.range)
          found.candidates.append(
            FoundNames.Candidate(
              words: run.words,
              startsSentence: isSentenceStart(start, in: block.text, sentences: ranges),
              endsWithAdjective: run.words.last.map(adjectives.contains) ?? false,
              use: UnownedName.Use(
                path: path, source: block.source(of: run.range),
                sentence: excerpt.text(of: around, marking: run.range).text)))
        }
        found.lowercaseWords.formUnion(reader.lowercaseWords)
      }
    }
    return found
  }
}
