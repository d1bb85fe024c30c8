import Briefings
import Diagnostics
import EDTF
import Linking
import Markdown

/// A site of files written in the test. Where a finding is expected its code stands before the marked words:
/// `‹unknown-source|@nothing›`.
struct TestSite {
  /// A finding that the text announces.
  struct Expected: Hashable, CustomStringConvertible {
    let code: String
    let path: String
    let range: Range<Int>

    var description: String { "\(path):\(range.lowerBound)..<\(range.upperBound) [\(code)]" }
  }

  private(set) var files: [(path: RelativePath, bytes: [UInt8])] = []
  private(set) var expected: Set<Expected> = []
  var configuration = SiteConfiguration()
  var today = CivilDay(year: 2025, month: 6, day: 1) ?? CivilDay(number: 0)
  var includesDrafts = false
  var attachments: [RelativePath] = []

  init(_ files: KeyValuePairs<String, String> = [:]) {
    for (path, text) in files { add(path, text) }
  }

  /// `briefings/truce`: below `Content`, without its ending.
  mutating func add(_ path: String, _ text: String) {
    guard let file = RelativePath("Content/\(path).md") else { preconditionFailure("bad path \(path)") }
    var bytes: [UInt8] = []
    var open: [(code: String, start: Int)] = []
    var code: String?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "‹": code = ""
      case "|" where code != nil:
        open.append((code ?? "", bytes.count))
        code = nil
      case "›":
        let mark = open.removeLast()
        expected.insert(Expected(code: mark.code, path: file.string, range: mark.start..<bytes.count))
      default:
        if code != nil { code?.unicodeScalars.append(scalar) } else { bytes += Array(String(scalar).utf8) }
      }
    }
    files.append((file, bytes))
  }

  func registry() -> Registry {
    var listing = ContentListing()
    for path in attachments {
      listing.pictures.append(
        Attachment(path: path, name: RelativePath(path.segments.dropFirst().joined(separator: "/")) ?? path))
    }
    let decoded = files.map { DecodedFile(decoding: $0.bytes, item($0.path)) }
    return Registry(
      listing, configuration, [], decoded, clock: today, includeDrafts: includesDrafts, includeFuture: false)
  }

  private func item(_ path: RelativePath) -> ContentItem {
    let kinds: [String: ContentKind] = [
      "briefings": .briefing, "entities": .entity, "sources": .source, "pages": .page,
    ]
    let name = String(path.lastSegment.dropLast(3))
    guard let kind = kinds[path.segments[1]], let slug = Slug(name) else {
      preconditionFailure("no kind for \(path)")
    }
    return ContentItem(path: path, kind: kind, slug: slug)
  }

  func facts(_ registry: Registry) -> [Facts] {
    let survey = Survey(registry)
    let bytes = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    return registry.documents.map { document in
      let body = Body(
        path: document.file.path, bytes: bytes[document.file.path] ?? [], start: document.file.bodyStart)
      let annotations = Markdown.annotations(of: body, options: MarkdownOptions())
      return survey.facts(of: document.page, in: document.file.path, annotations)
    }
  }

  func linked() -> LinkedSite { linked(registry()) }

  func linked(_ registry: Registry) -> LinkedSite { link(registry, facts(registry), today: today) }

  /// Findings of one kind of severity or worse, as the texts announce them.
  func found(_ findings: [Finding], _ severities: Set<Severity> = [.error, .warning]) -> Set<Expected> {
    Set(
      findings.filter { severities.contains($0.severity) }.map {
        Expected(code: $0.code.rawValue, path: $0.place.path.string, range: $0.place.range ?? 0..<0)
      })
  }
}

extension TestSite {
  /// A briefing with this body, and what it may cite and name.
  static func briefing(_ body: String, matter: String = "") -> TestSite {
    var site = TestSite()
    site.add(
      "briefings/truce", "---\ntitle: Truce\npublished: 2025-03-05\nsummary: An offer.\n\(matter)---\n\(body)"
    )
    site.addRecords()
    return site
  }

  mutating func addRecords() {
    add(
      "sources/paper", "---\ntitle: A report\npublisher: El País\npublished: 2025-03-04\nurl: unknown\n---\n")
    add("sources/wire", "---\ntitle: A wire\npublisher: Agency\nurl: unknown\n---\n")
    add("sources/copy", "---\ntitle: A copy\npublisher: Gazette\norigin: wire\nurl: unknown\n---\n")
    add("entities/kyiv", "---\nname: Kyiv\ntype: place\n---\n")
    add("entities/zelenskiy", "---\nname: Volodymyr Zelenskiy\ntype: person\naliases: [Zelenskiy]\n---\n")
    add("entities/offer", "---\nname: The offer\ntype: event\ndate: 2025-03-04\n---\n")
  }
}

extension LinkedSite {
  func body(_ slug: String) -> PageBody? {
    Slug(slug).flatMap { site.briefing($0)?.body }
  }
}

extension Slug: ExpressibleByStringLiteral {
  package init(stringLiteral string: String) {
    guard let slug = Slug(string) else { preconditionFailure("'\(string)' is no identifier") }
    self = slug
  }
}
