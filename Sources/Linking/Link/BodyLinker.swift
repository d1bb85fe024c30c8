import Briefings
import Diagnostics
import EDTF
import Markdown

/// Resolves one page's facts into its body, and reports what leads nowhere.
struct BodyLinker {
  let page: PageID
  let directory: Directory
  let facts: Facts
  let shows: (PageID) -> Bool
  var anchors: PageAnchors
  var body = PageBody()
  var findings: [Finding] = []
  /// What was resolved here and is told on the timeline.
  var tellings: [FoundTelling] = []

  init(_ page: PageID, in directory: Directory, shows: @escaping (PageID) -> Bool) {
    self.page = page
    self.directory = directory
    self.shows = shows
    facts = directory.facts(page)
    guard let anchors = directory.anchors[page] else { preconditionFailure("no anchors for \(page)") }
    self.anchors = anchors
    findings = facts.findings + anchors.findings
  }

  mutating func link() {
    body.headings = facts.headings.map { PageHeading(level: $0.level, text: $0.text, id: $0.id) }
    body.wordCount = facts.wordCount
    body.sentences = facts.sentences
    body.noteIDs = anchors.noteIDs
    linkMentions()
    linkDestinations()
    linkImages()
    linkCitations()
    linkAnnotations()
  }

  // MARK: Mentions

  private mutating func linkMentions() {
    let policy = directory.registry.site.linkNames
    let surroundings = SurroundingKinds(facts)
    var linked: Set<MentionScope> = []
    for named in anchors.mentions where shows(.entity(named.entity)) {
      let scope = MentionScope(entity: named.entity, section: policy == .first ? nil : named.place.section)
      let isFirst = linked.insert(scope).inserted
      let isLinked =
        switch policy {
        case .none: named.link != nil
        case .all: true
        case .first, .firstInSection: named.link != nil || isFirst
        }
      body.mentions.append(
        Mention(
          entity: named.entity, id: named.id, written: named.written, sentence: named.place.sentence,
          marked: named.place.marked,
          kinds: surroundings.kinds(of: named, called: directory.entity(named.entity)?.name.value ?? ""),
          isLinked: isLinked, block: named.place.block, textRange: named.place.textRange,
          source: named.place.source))
    }
  }

  private struct MentionScope: Hashable {
    let entity: Slug
    let section: Int?
  }

  // MARK: References

  /// An entity by identifier, reported when there is none; nil also when it is withheld.
  mutating func entity(_ reference: Located<String>?, _ code: FindingCode = .unknownEntity) -> Slug? {
    guard let reference else { return nil }
    guard let slug = directory.entity(named: reference) else {
      findings.append(directory.unknownEntity(reference, in: facts.path, code))
      return nil
    }
    guard shows(.entity(slug)) else {
      report(
        .withheld, "'\(slug)' is withheld, so that nothing here names it", at: reference.source)
      return nil
    }
    return slug
  }

  mutating func source(_ key: String, at range: Range<Int>) -> Slug? {
    guard let slug = directory.source(named: key) else {
      findings.append(directory.unknownSource(key, at: Place(facts.path, range)))
      return nil
    }
    guard shows(.source(slug)) else {
      findings.append(
        Finding(
          .unknownSource, "the source '\(key)' is withheld; publish it or take the citation out",
          at: Place(facts.path, range)))
      return nil
    }
    return slug
  }

  mutating func report(
    _ code: FindingCode, _ message: String, at range: Range<Int>, suggestions: [String] = []
  ) {
    findings.append(Finding(code, message, at: Place(facts.path, range), suggestions: suggestions))
  }
}
