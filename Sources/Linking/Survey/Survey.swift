package import Diagnostics
package import Markdown

/// Reads one document after the other into facts; a pure function of a document and the names.
package struct Survey: Sendable {
  package init() {}

  /// What a page's body says. `annotations` are those of the file at `path`.
  package func facts(of page: PageID, in path: RelativePath, _ annotations: Annotations) -> Facts {
    var survey = BodySurvey(annotations, of: page, in: path)
    survey.survey { _ in [] }
    return survey.facts
  }
}
