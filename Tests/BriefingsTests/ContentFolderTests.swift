import Diagnostics
import Foundation
import Testing

@testable import Briefings

@Suite struct ContentFolderTests {
  @Test func `files are sorted by what they are`() throws {
    let site = try TemporarySite([
      "Content/site.yaml": "", "Content/briefings/b.md": "", "Content/briefings/2025/03/a.md": "",
      "Content/briefings/c/index.md": "", "Content/briefings/c/map.png": "",
      "Content/briefings/c/data/t.csv": "",
      "Content/briefings/loose.pdf": "", "Content/entities/people/x.md": "", "Content/sources/s.md": "",
      "Content/sources/text/s.txt": "", "Content/sources/receipts/s.jsonl": "", "Content/pages/index.md": "",
      "Content/static/CNAME": "", "Content/static/img/A b.png": "", "Content/images/Kyiv.JPG": "",
      "Content/notes.txt": "", "Content/.hidden": "", "Content/briefings/_draft.md": "",
      "Content/briefings/b.md~": "", "Content/_old/x.md": "", "Content/static/.nojekyll": "",
      "Content/static/_headers": "", "Content/static/.well-known/security.txt": "", "Content/static/.env": "",
    ])
    let listing = try site.listing()
    #expect(listing.findings.isEmpty)
    #expect(listing.site?.string == "Content/site.yaml")
    #expect(
      listing.items.map { "\($0.kind.rawValue) \($0.slug) \($0.path)" } == [
        "briefing a Content/briefings/2025/03/a.md", "briefing b Content/briefings/b.md",
        "briefing c Content/briefings/c/index.md", "entity x Content/entities/people/x.md",
        "page index Content/pages/index.md", "source s Content/sources/s.md",
      ])
    #expect(
      listing.staticFiles.map(\.name.string) == [
        ".nojekyll", ".well-known/security.txt", "CNAME", "_headers", "img/A b.png",
      ])
    #expect(listing.pictures.map(\.name.string) == ["images/Kyiv.JPG"])
    #expect(listing.otherFiles.map(\.name.string) == ["briefings/loose.pdf", "notes.txt"])
    let attached = listing.attachments[RelativePath(literal: "Content/briefings/c/index.md")] ?? []
    #expect(attached.map(\.name.string) == ["data/t.csv", "map.png"])
    #expect(attached.first?.path.string == "Content/briefings/c/data/t.csv")
  }

  @Test(arguments: [
    ("Content/briefings/My Truce.md", "git mv 'Content/briefings/My Truce.md' Content/briefings/my-truce.md"),
    ("Content/briefings/truce_1.md", "git mv Content/briefings/truce_1.md Content/briefings/truce-1.md"),
    ("Content/briefings/a--b.md", "git mv Content/briefings/a--b.md Content/briefings/a-b.md"),
    ("Content/briefings/It's.md", "git mv 'Content/briefings/It'\\''s.md' Content/briefings/it-s.md"),
    (
      "Content/entities/people/Żółć.md",
      "git mv 'Content/entities/people/Żółć.md' Content/entities/people/zo-c.md"
    ),
    ("Content/briefings/Été/index.md", "git mv 'Content/briefings/Été' Content/briefings/ete"),
    ("Content/briefings/x.MD", "git mv Content/briefings/x.MD Content/briefings/x.md"),
    ("Content/pages/About.markdown", "git mv Content/pages/About.markdown Content/pages/about.md"),
    ("Content/sources/2025/a.md", "git mv Content/sources/2025/a.md Content/sources/a.md"),
    ("Content/site.yml", "git mv Content/site.yml Content/site.yaml"),
    ("Content/briefings/日本.md", "give it another name"),
    ("Content/sources/2025/A b.md", "git mv 'Content/sources/2025/A b.md' 'Content/sources/A b.md'"),
    ("Content/sources/2025/a.MD", "git mv Content/sources/2025/a.MD Content/sources/2025/a.md"),
    (
      "Content/briefings/Tru ce/index.MD",
      "git mv 'Content/briefings/Tru ce/index.MD' 'Content/briefings/Tru ce/index.md'"
    ),
    ("Content/briefings/Index.md", "git mv Content/briefings/Index.md Content/briefings/index.md"),
    ("Content/briefing/x.md", "git mv Content/briefing/x.md Content/briefings/x.md"),
    ("Content/Briefings/a/x.md", "git mv Content/Briefings/a/x.md Content/briefings/a/x.md"),
    ("Content/entitys/x.md", "git mv Content/entitys/x.md Content/entities/x.md"),
    ("Content/entity/x.md", "git mv Content/entity/x.md Content/entities/x.md"),
    ("Content/Source/2025/x.md", "git mv Content/Source/2025/x.md Content/sources/x.md"),
    ("Content/Site.yaml", "git mv Content/Site.yaml Content/site.yaml"),
    (
      "Content/sources/text/port-report.md",
      "git mv Content/sources/text/port-report.md Content/sources/text/port-report.txt"
    ),
    (
      "Content/sources/text/a/b.markdown",
      "git mv Content/sources/text/a/b.markdown Content/sources/text/a/b.txt"
    ),
    ("Content/sources/text/a.TXT", "git mv Content/sources/text/a.TXT Content/sources/text/a.txt"),
  ])
  func `a name that is no slug is an error with the command that mends it`(path: String, command: String)
    throws
  {
    let listing = try TemporarySite([path: ""]).listing()
    #expect(listing.findings.map(\.code) == [.badFileName])
    #expect(listing.findings.first?.message.hasSuffix(": " + command) == true)
    #expect(listing.findings.first?.place == Place(try #require(RelativePath(path))))
  }

  @Test(arguments: ["Content/x.md", "Content/x.markdown", "Content/drafts/x.md"])
  func `Markdown outside the folders is told which there are`(path: String) throws {
    let listing = try TemporarySite([path: ""]).listing()
    #expect(
      listing.findings.map(\.message) == [
        "Markdown lies in Content/briefings, Content/entities, Content/sources or Content/pages; move it to one of them"
      ])
    #expect(listing.findings.map(\.code) == [.badFileName])
    #expect(listing.otherFiles.isEmpty && listing.items.isEmpty)
  }

  @Test(arguments: ["Content/README.md", "Content/readme.md", "Content/notes/README.md"])
  func `a note to the desk itself is a stray file, no error`(path: String) throws {
    let listing = try TemporarySite([path: ""]).listing()
    #expect(listing.findings.isEmpty)
    #expect(listing.otherFiles.map(\.path.string) == [path])
  }

  @Test(arguments: [
    ("Content/briefing/x.md", "briefing x"), ("Content/Briefings/a/index.md", "briefing a"),
    ("Content/entitys/x y.md", ""), ("Content/sources/text/a.md", ""),
    ("Content/briefings/My Truce.md", "briefing my-truce"), ("Content/briefings/a--b.md", "briefing a-b"),
    ("Content/entities/people/Żółć.md", "entity zo-c"), ("Content/briefings/Été/index.md", "briefing ete"),
    ("Content/briefings/x.MD", "briefing x"), ("Content/briefings/truce/index.MD", "briefing truce"),
    ("Content/pages/About.markdown", "page about"), ("Content/pages/Index.md", "page index"),
    ("Content/sources/2025/a.md", "source a"),
    ("Content/briefings/日本.md", ""), ("Content/sources/2025/A b.md", ""), ("Content/sources/2025/a.MD", ""),
    ("Content/briefings/Tru ce/index.MD", ""), ("Content/briefings/Index.md", ""),
    ("Content/pages/Claims.md", ""), ("Content/pages/page.markdown", ""), ("Content/entities/Names.md", ""),
  ])
  func `a file with a wrong name is read under the name that mends it`(path: String, item: String) throws {
    let listing = try TemporarySite([path: ""]).listing()
    #expect(listing.items.map { "\($0.kind.rawValue) \($0.slug)" } == (item.isEmpty ? [] : [item]))
    #expect(listing.items.allSatisfy { $0.path.string == path })
  }

  @Test(arguments: [
    ("Content/briefings/Foo.md", "Content/briefings/foo.md"),
    ("Content/briefings/A b.md", "Content/briefings/z/a-b.md"),
    ("Content/briefings/A b.md", "Content/briefings/a-b/index.md"),
    ("Content/entities/people/A b.md", "Content/entities/places/a-b.md"),
    ("Content/sources/2025/a.md", "Content/sources/a.md"),
    ("Content/briefings/c/index.MD", "Content/briefings/c/index.md"),
  ])
  func `a file whose right name another has is not read`(wrong: String, right: String) throws {
    let listing = try TemporarySite([wrong: "", right: ""]).listing()
    #expect(listing.findings.contains { $0.code == .badFileName && $0.place.path.string == wrong })
    #expect(listing.items.map(\.path.string) == [right])
  }

  @Test func `of two files with one right name the first is read, and files stay in order`() throws {
    let listing = try TemporarySite([
      "Content/briefings/A b.md": "", "Content/briefings/a_b.md": "", "Content/briefings/a.md": "",
      "Content/briefings/Z.md": "", "Content/entities/A b.md": "",
    ]).listing()
    #expect(
      listing.items.map(\.path.string) == [
        "Content/briefings/A b.md", "Content/briefings/Z.md", "Content/briefings/a.md",
        "Content/entities/A b.md",
      ])
    #expect(listing.findings.map(\.code) == Array(repeating: .badFileName, count: 4))
  }

  @Test(arguments: ["Content/briefings/My Truce/index.md", "Content/briefings/truce/index.MD"])
  func `files beside a wrong name belong to its page`(index: String) throws {
    let folder = String(index.dropLast("/index.md".count))
    let site = try TemporarySite([
      index: "---\ntitle: T\npublished: 2025-03-01\nsummary: S\n---\n", folder + "/map.png": "",
      "Content/site.yaml": "title: S\n",
    ])
    let registry = try site.registry()
    #expect(registry.findings.map(\.code) == [.badFileName])
    #expect(registry.briefings.first?.attachments.map(\.path.string) == [folder + "/map.png"])
    #expect(registry.otherFiles.isEmpty && registry.pictures.isEmpty)
  }

  @Test func `mistakes in a file with a wrong name are told, too`() throws {
    let site = try TemporarySite([
      "Content/entities/Kyiv City.md": "---\nname: K\ntype: plce\n---\n", "Content/site.yaml": "title: S\n",
    ])
    let registry = try site.registry()
    #expect(registry.findings.map(\.code) == [.badFileName, .wrongType])
    #expect(registry.entityIndex[try #require(Slug("kyiv-city"))] == 0)
  }

  @Test(arguments: [
    "Content/briefings/index.md", "Content/briefings/page.md", "Content/entities/names.md",
    "Content/entities/index.md",
    "Content/pages/claims.md", "Content/pages/briefings.md", "Content/pages/assets.md",
    "Content/sources/page.md",
  ])
  func `a reserved name is an error`(path: String) throws {
    let listing = try TemporarySite([path: ""]).listing()
    #expect(listing.findings.map(\.code) == [.badFileName])
    #expect(listing.items.isEmpty)
    let parts = path.split(separator: "/")
    let kind = try #require(ContentKind.allCases.first { $0.folder == parts[1] })
    #expect(kind.reserves(try #require(Slug(String(parts[2].dropLast(3))))))
  }

  @Test func `no other name is reserved`() throws {
    let word = try #require(Slug("claims"))
    #expect(ContentKind.allCases.filter { $0.reserves(word) } == [.page])
    #expect(!ContentKind.page.reserves(try #require(Slug("index"))))
  }

  #if !os(macOS)
    @Test(arguments: [
      ("Content/images/Map.png", "Content/images/map.png"),
      ("Content/static/\u{E9}.txt", "Content/static/e\u{301}.txt"),
      ("Content/static/\u{C9}.txt", "Content/static/e\u{301}.txt"),
    ])
    func `names that differ only in case or in normalization are an error at both`(a: String, b: String)
      throws
    {
      // Not a dictionary of both: String takes two of these pairs for one.
      let site = try TemporarySite([a: ""])
      try site.write(b, "")
      let findings = try site.listing().findings
      #expect(findings.map(\.code) == [.pathCollision])
      let places = [findings.first?.place.path, findings.first?.notes.first?.place.path]
      #expect(Set(places) == [RelativePath(a), RelativePath(b)])
    }

    @Test func `a name that is no UTF-8 is an error with a command a shell can run`() throws {
      let site = try TemporarySite()
      let name = Array(site.root.utf8) + Array("/Content/static".utf8)
      try FileManager.default.createDirectory(
        atPath: site.root + "/Content/static", withIntermediateDirectories: true)
      let file = (name + Array("/caf".utf8) + [0xE9] + Array(".txt".utf8)).withCPath { fopen($0, "w") }
      fclose(file)
      let findings = try site.listing().findings
      #expect(findings.map(\.code) == [.badFileName])
      #expect(
        findings.first?.message.hasSuffix("git mv $'Content/static/caf\\xe9.txt' Content/static/caf.txt")
          == true)
      #expect(findings.first?.place.path.string == "Content/static")
    }
  #endif

  // MARK: Links

  @Test func `a link inside the root is followed`() throws {
    let site = try TemporarySite(["shared/a.md": "x", "shared/pictures/p.png": ""])
    try FileManager.default.createDirectory(
      atPath: site.root + "/Content/briefings", withIntermediateDirectories: true)
    try site.link("Content/briefings/a.md", to: "../../shared/a.md")
    try site.link("Content/images", to: "../shared/pictures")
    let listing = try site.listing()
    #expect(listing.findings.isEmpty)
    #expect(listing.items.map(\.slug.string) == ["a"])
    #expect(listing.pictures.map(\.name.string) == ["images/p.png"])
  }

  @Test(arguments: ["/etc/hosts", "/etc", "../../", "/"])
  func `a link that leaves the root is an error`(target: String) throws {
    let site = try TemporarySite()
    try site.link("Content/away.md", to: target)
    let findings = try site.listing().findings
    #expect(findings.map(\.code) == [.symlinkOutside])
    #expect(findings.first?.place.path.string == "Content/away.md")
  }

  @Test(arguments: [
    (".", FindingCode.pathCollision), ("..", .pathCollision), ("briefings", .pathCollision),
    ("loop", .unreadableFile), ("nowhere", .unreadableFile),
  ])
  func `a link in a circle, to nothing or to a folder read already is an error`(
    target: String, code: FindingCode
  ) throws {
    let site = try TemporarySite(["Content/briefings/a.md": ""])
    try site.link("Content/loop", to: target)
    let listing = try site.listing()
    #expect(listing.findings.map(\.code) == [code])
    #expect(listing.items.count == 1)
  }

  @Test func `folders outside that link to each other are walked once`() throws {
    let site = try TemporarySite(["a/x.png": "", "b/y.png": ""])
    try site.link("a/b", to: "../b")
    try site.link("b/a", to: "../a")
    try site.link("Content/a", to: "../a")
    let listing = try site.listing()
    #expect(listing.pictures.map(\.name.string) == ["a/b/y.png", "a/x.png"])
    #expect(listing.findings.map(\.code) == [.pathCollision])
  }

  @Test func `a pipe is no file`() throws {
    let site = try TemporarySite()
    mkfifo(site.root + "/Content/pipe.md", 0o600)
    #expect(try site.listing().findings.map(\.code) == [.unreadableFile])
    let item = ContentItem.sample(.briefing)
    try FileManager.default.createDirectory(
      atPath: site.root + "/Content/briefings", withIntermediateDirectories: true)
    mkfifo(site.root + "/" + item.path.string, 0o600)
    #expect(ContentReader(root: site.root).read(item).findings.map(\.code) == [.unreadableFile])
  }

  @Test func `folders are followed thirty-two deep`() throws {
    let site = try TemporarySite()
    let deep = (0..<40).map { _ in "d" }.joined(separator: "/")
    try site.write("Content/entities/\(deep)/x.md", "")
    #expect(try site.listing().findings.map(\.code) == [.tooDeep])
  }

  @Test func `a root without content says so`() throws {
    #expect(throws: ReadError.self) { try ContentReader(root: "/nowhere/at/all").list() }
    let site = try TemporarySite()
    try FileManager.default.removeItem(atPath: site.root + "/Content")
    try site.write("Content", "a file")
    #expect(throws: ReadError.noContent(reason: "not a folder")) { try ContentReader(root: site.root).list() }
  }
}
