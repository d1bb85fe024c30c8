package import Briefings
package import Diagnostics
package import Markdown

/// Reads one parsed body after the other into facts: a pure function of a document and of the names that
/// entities go by.
package struct Survey: Sendable {
  package init(_ registry: Registry) {}

  /// What a page's body says. `annotations` are those of the file at `path`.
  package func facts(of page: PageID, in path: RelativePath, _ annotations: Annotations) -> Facts {
    var survey = BodySurvey(annotations, of: page, in: path)
    survey.survey { _ in [] }
    return survey.facts
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
