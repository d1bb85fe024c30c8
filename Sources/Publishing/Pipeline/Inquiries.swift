package import Briefings
package import Diagnostics
package import Linking
import Markdown

/// What commands ask that publish nothing.
extension Pipeline {
  /// The content as it is read.
  package func registry() async throws(RunError) -> Registry { try await read() }

  /// The site that readers would see.
  package func site() async throws(RunError) -> LinkedSite {
    let registry = try await read()
    let facts = try await survey(registry)
    return await settings.link(registry, facts)
  }

  /// Each name in one file and what became of it, in the order of the file; nil for a file that is none of the
  /// site's.
  package func names(in path: RelativePath) async throws(RunError) -> [ExplainedName]? {
    let registry = try await read()
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
    let registry = try await read()
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

  private static func annotations(
    of file: ContentFile, _ reader: ContentReader
  ) throws(RunError) -> Annotations {
    let bytes = try reading { () throws(ReadError) in try reader.bytes(of: file) }
    let body = Body(path: file.path, bytes: bytes, start: file.bodyStart)
    return Markdown.annotations(of: body, options: MarkdownOptions())
  }
}
