package import Briefings
package import Diagnostics
package import Markdown

/// Reads one parsed body after the other into facts: a pure function of a document and of the names that
/// entities go by.
package struct Survey: Sendable {
  private let names: EntityNames
  private let registry: Registry
  /// What the names were made of; nil where nobody will ask.
  private let namesKey: [UInt8]?

  /// Builds the table of names: once a build.
  package init(_ registry: Registry) {
    self.registry = registry
    names = EntityNames(NameList(registry))
    namesKey = nil
  }

  /// For a run that follows another one: its table of names is taken again when it would be the same.
  package init(_ registry: Registry, after earlier: Survey?) {
    self.registry = registry
    let list = NameList(registry)
    let key = list.key
    names = earlier.flatMap { $0.namesKey == key ? $0.names : nil } ?? EntityNames(list)
    namesKey = key
  }

  /// Whether facts of both are the same for the same file: nothing else of a registry goes into them.
  package func finds(theSameNamesAs other: Survey) -> Bool {
    namesKey != nil && namesKey == other.namesKey
  }

  /// What a page's body says. `annotations` are those of the file at `path`.
  package func facts(of page: PageID, in path: RelativePath, _ annotations: Annotations) -> Facts {
    read(page, path, annotations, explains: false).facts
  }

  /// Each name in the page's text and headings, in the order of the file, and why it is linked or not.
  package func nameOutcomes(
    of page: PageID, in path: RelativePath, _ annotations: Annotations
  ) -> [NameOutcome] {
    read(page, path, annotations, explains: true).outcomes.sorted {
      ($0.source.lowerBound, $0.source.upperBound) < ($1.source.lowerBound, $1.source.upperBound)
    }
  }

  private func read(
    _ page: PageID, _ path: RelativePath, _ annotations: Annotations, explains: Bool
  ) -> (facts: Facts, outcomes: [NameOutcome]) {
    var finder = NameFinder(names, NameScene(page, in: registry), explains: explains)
    var survey = BodySurvey(annotations, of: page, in: path) { finder.shownName(of: $0) }
    survey.survey { finder.found(in: &$0) }
    finder.findings.forEach { survey.report($0) }
    var facts = survey.facts
    facts.ambiguousNames = finder.ambiguousNames
    return (facts, finder.outcomes)
  }
}

/// One Markdown file to be surveyed and rendered.
package struct Document: Sendable {
  package let page: PageID
  package let file: ContentFile
}

extension Registry {
  /// Every Markdown file, withheld ones included, in the order of their kinds and identifiers.
  package var documents: [Document] {
    briefings.map { Document(page: .briefing($0.slug), file: $0.file) }
      + entities.map { Document(page: .entity($0.slug), file: $0.file) }
      + pages.map { Document(page: .page($0.slug), file: $0.file) }
      + sources.map { Document(page: .source($0.slug), file: $0.file) }
  }
}
