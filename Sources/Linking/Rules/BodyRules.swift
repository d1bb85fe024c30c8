import Briefings
import Diagnostics
import Markdown

/// What screen readers and readers in a hurry need of a text, and what the site lacks as a whole.
extension Rules {
  // MARK: Headings

  /// The title is the page's only heading of level 1, and no level is left out on the way down (WCAG 2.2, 1.3.1).
  func headingOrder() -> [Finding] {
    directory.pages.flatMap { page in
      let facts = directory.facts(page)
      var last = 1
      return facts.headings.compactMap { heading -> Finding? in
        let level = heading.level
        // As it will be once it is mended: what follows is measured by that.
        defer { last = level == 1 ? 2 : min(level, last + 1) }
        guard let problem = Rules.problem(level, after: last) else { return nil }
        return Finding(.headingOrder, problem, at: Place(facts.path, heading.source))
      }
    }
  }

  private static func problem(_ level: Int, after last: Int) -> String? {
    if level == 1 { return "the title is the page's heading of level 1; begin this one with '##'" }
    guard level > last + 1 else { return nil }
    let hashes = String(repeating: "#", count: last + 1)
    return "level \(level) follows level \(last); begin this heading with '\(hashes)'"
  }

  // MARK: Pictures and links

  func picturesWithoutText() -> [Finding] {
    directory.pages.flatMap { page in
      let facts = directory.facts(page)
      return facts.images.filter { $0.text.allSatisfy(\.isWhitespace) }.map { picture in
        Finding(
          .imageWithoutText, "the picture has no text; say between '![' and ']' what it shows",
          at: Place(facts.path, picture.source))
      }
    }
  }

  /// Words that say nothing about where a link leads.
  private static let emptyWords: Set<String> = ["", "here", "click here", "link", "read more", "this"]

  /// No empty words have more letters.
  private static let letterLimit = 9

  func linksWithoutWords() -> [Finding] {
    directory.pages.flatMap { page in
      let facts = directory.facts(page)
      return facts.links.compactMap { link -> Finding? in
        // The target's own name is shown.
        if case .wiki(_, hasLabel: false) = link.use { return nil }
        guard Rules.letterCount(link.text) <= Rules.letterLimit else { return nil }
        let words = Rules.words(link.text)
        guard Rules.emptyWords.contains(words) else { return nil }
        let problem =
          words.isEmpty ? "the link has no words" : "'\(link.text)' does not say where the link leads"
        return Finding(
          .linkText, "\(problem); name what is there", at: Place(facts.path, link.place.source))
      }
    }
  }

  /// Of ASCII.
  private static func letterCount(_ text: String) -> Int {
    text.utf8.reduce(0) { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($1 | 0x20) ? $0 + 1 : $0 }
  }

  /// In small letters, without punctuation, a blank between two words.
  private static func words(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace || $0.isPunctuation && $0 != "'" }.joined(separator: " ")
  }

  // MARK: What is not there

  /// Briefings and pages that say nothing but their title.
  func emptyPages() -> [Finding] {
    let broken = Set(directory.registry.findings.filter { $0.severity == .error }.map(\.place.path))
    return directory.pages.compactMap { page in
      let facts = directory.facts(page)
      guard summary(of: page)?.isEmpty == true, facts.wordCount == 0, facts.images.isEmpty,
        !broken.contains(facts.path)
      else { return nil }
      return Finding(
        .emptyPage, "'\(directory.title(page))' has neither a text nor a summary; write one of them",
        at: Place(facts.path))
    }
  }

  /// Nil for what need not have one: entities and sources gather what others say.
  private func summary(of page: PageID) -> String? {
    switch page {
    case .briefing: directory.briefing(page)?.summary
    case .page(let slug): directory.registry.pages.first { $0.slug == slug }?.summary
    case .entity, .source: nil
    }
  }

  func missingBaseURL() -> [Finding] {
    let file = RelativePath(literal: "Content/site.yaml")
    // What is wrong there may be the address.
    let isBroken = directory.registry.findings.contains { $0.place.path == file && $0.severity == .error }
    guard directory.registry.site.baseURL == nil, !isBroken else { return [] }
    return [
      Finding(
        .noBaseURL,
        "feed, sitemap and canonical links are not written; say where the site will stand in 'base-url'",
        at: Place(file))
    ]
  }
}
