package import Briefings
package import Diagnostics
package import Markdown

/// A capitalized name that no entity owns.
package struct UnownedName: Sendable, Equatable {
  /// As it is first written.
  package let text: String
  package let uses: [Use]

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
    return uses.values.filter(\.isSure).map { UnownedName(text: $0.text, uses: $0.uses) }.sorted {
      $0.uses.count == $1.uses.count
        ? $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) : $0.uses.count > $1.uses.count
    }
  }
}

/// What one file holds of names that nobody owns.
package struct FoundNames: Sendable {
  /// Capitalized words in a row.
  struct Candidate: Sendable {
    /// With what stands between them.
    let words: [String]
    /// Whether a sentence begins with it, so that its first word may be any word.
    let startsSentence: Bool
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

  package init(_ registry: Registry) { names = EntityNames(NameList(registry)) }

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
