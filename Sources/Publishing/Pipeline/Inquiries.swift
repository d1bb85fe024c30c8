package import Briefings
package import Diagnostics
package import EDTF
package import Linking
import Markdown

/// What commands ask that publish nothing.
extension Pipeline {
  /// The content as it is read.
  package func registry() async throws(RunError) -> Registry { try await read() }

  /// The content as it is read; an answer from a part of it would be a wrong one.
  func wholeRegistry() async throws(RunError) -> Registry {
    let registry = try await read()
    if let finding = registry.findings.first(where: \.code.endsRun) { throw .incomplete(finding) }
    return registry
  }

  /// The site that readers would see.
  package func site() async throws(RunError) -> LinkedSite {
    let registry = try await wholeRegistry()
    let facts = try await survey(registry)
    return await settings.link(registry, facts)
  }

  /// Each name in one file and what became of it, in the order of the file; nil for a file that is none of the
  /// site's.
  package func names(in path: RelativePath) async throws(RunError) -> [ExplainedName]? {
    let registry = try await wholeRegistry()
    guard let document = registry.documents.first(where: { $0.file.path == path }) else { return nil }
    let facts = try await survey(registry)
    let site = await settings.link(registry, facts)
    guard let page = site.checked.first(where: { $0.page == document.page }) else { return nil }
    let annotations = try Pipeline.annotations(of: document.file, reader)
    let outcomes = Survey(registry).nameOutcomes(of: document.page, in: path, annotations)
    return outcomes.map { ExplainedName($0, in: page.body, of: registry) }
  }

  /// Capitalized names that no entity owns, most frequent first.
  ///
  /// - Parameter paths: the files to look into; nil: every briefing and page.
  package func unownedNames(in paths: Set<RelativePath>?) async throws(RunError) -> [UnownedName] {
    let registry = try await wholeRegistry()
    let search = UnownedNameSearch(registry)
    let documents = registry.documents.filter { document in
      if let paths { return paths.contains(document.file.path) }
      if case .source = document.page { return false }
      return true
    }
    let count = documents.count
    let found = try await fanOut(count, jobs: settings.jobs, progress: { progress(.survey, $0, count) }) {
      [reader] (index) throws(RunError) in
      let file = documents[index].file
      return search.names(in: file.path, try Pipeline.annotations(of: file, reader))
    }
    return UnownedName.joined(found)
  }

  /// A date for each expression of time in a text; nil where nobody says when the text was published.
  ///
  /// - Parameters:
  ///   - path: the file below the root; nil when it lies elsewhere.
  ///   - text: what it holds.
  ///   - published: nil: what the file's record says, or of a source's local text the source's.
  package func dates(
    in path: RelativePath?, _ text: [UInt8], published: CivilDay?
  ) async throws(RunError) -> SuggestedDates? {
    let registry = try await wholeRegistry()
    let document = registry.documents.first { $0.file.path == path }
    guard let published = published ?? registry.published(path, document?.page) else { return nil }
    let suggestions = DateSuggestions(published: published, registry: registry)
    guard let document else { return SuggestedDates(published, suggestions.proposals(in: text)) }
    let annotations = try Pipeline.annotations(of: document.file, reader)
    return SuggestedDates(published, suggestions.proposals(in: annotations))
  }

  private static func annotations(
    of file: ContentFile, _ reader: ContentReader
  ) throws(RunError) -> Annotations {
    let bytes = try reading { () throws(ReadError) in try reader.bytes(of: file) }
    let body = Body(path: file.path, bytes: bytes, start: file.bodyStart)
    return Markdown.annotations(of: body, options: MarkdownOptions())
  }
}

/// Proposals, and the day that they were counted from.
package struct SuggestedDates: Sendable {
  package let published: CivilDay
  package let proposals: [DateProposal]

  package init(_ published: CivilDay, _ proposals: [DateProposal]) {
    self.published = published
    self.proposals = proposals
  }
}

extension Registry {
  /// The day of a briefing or a source; of `sources/text/…/<slug>.txt` that of the source.
  fileprivate func published(_ path: RelativePath?, _ page: PageID?) -> CivilDay? {
    switch page {
    case .briefing(let slug): briefingIndex[slug].flatMap { briefings[$0].published }
    case .source(let slug): published(source: slug)
    case .entity, .page: nil
    case nil:
      path.flatMap { $0.utf8.starts(with: "Content/sources/text/".utf8) ? $0.lastSegment : nil }
        .flatMap { Slug(String($0.prefix { $0 != "." })) }.flatMap { published(source: $0) }
    }
  }

  private func published(source slug: Slug) -> CivilDay? {
    guard let position = sourceIndex[slug], case .date(let date)? = sources[position].published?.value.form
    else { return nil }
    return date.plainDay
  }
}
