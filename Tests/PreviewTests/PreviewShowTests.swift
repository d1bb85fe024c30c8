import Diagnostics
import Publishing
import Testing

@testable import Preview

struct PreviewShowTests {
  /// A preview of a small site, fed by hand.
  private final class Scene {
    let site: EditedSite
    let preview: Preview
    var rebuilding: Rebuilding
    let answering: Answering

    init() async throws {
      site = try EditedSite()
      var settings = ServeSettings(site.settings)
      settings.editor = "edit:{path}:{line}"
      let sources = SourceFiles(root: site.root, editor: settings.editor)
      preview = Preview(
        cacheLimit: 1 << 20, report: Report(FindingList([]), isFailure: false, sources: sources))
      rebuilding = Rebuilding(settings, preview) { _ in }
      answering = Answering(preview, Admission(host: "127.0.0.1"), root: site.root)
      await rebuilding.run(.everything)
    }

    func reply(_ target: String, _ change: (inout PageRequest) -> Void = { _ in }) async -> Reply? {
      var request = PageRequest(target)
      request.host = "localhost:8000"
      change(&request)
      guard case .reply(let reply) = await answering.answer(request) else { return nil }
      return reply
    }

    /// Listens as a browser that shows this page.
    func listen(_ path: String) async throws -> AsyncStream<Event>.Iterator {
      let digest = try await digest(path)
      let (_, events) = await preview.open(try #require(RelativePath(path)), digest: digest)
      var iterator = events.makeAsyncIterator()
      guard case .report? = await iterator.next() else { throw Missing() }
      return iterator
    }

    func digest(_ path: String) async throws -> ContentDigest? {
      guard let path = RelativePath(path) else { return nil }
      return await preview.site?.shown(at: path, base: "/desk/")?.digest
    }

    func edit(_ text: String, _ path: String) async throws {
      try site.write(text, to: path)
      await rebuilding.run(.files([try #require(RelativePath(path))]))
    }
  }

  private struct Missing: Error {}

  private func text(_ reply: Reply?) -> String {
    guard case .bytes(let bytes)? = reply?.body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("/desk/", 200), ("/desk/briefings/first/", 200), ("/desk/briefings/first/index.html", 200),
    ("/desk/briefings/third/map.svg", 200), ("/desk/notes.txt", 200), ("/desk/feed.xml", 200),
    ("/desk/sitemap.xml", 200), ("/desk/robots.txt", 200), ("/desk/.dossier/preview.js", 200),
    ("/desk/briefings/none/", 404), ("/desk/Content/site.yaml", 404), ("/desk/briefings/first.md", 404),
    ("/desk/assets/", 404), ("/desk/.git/config", 404), ("/elsewhere", 404), ("/", 302), ("/desk", 302),
    ("/desk/briefings/first", 302), ("/desk/%2e%2e/x", 400), ("/desk/BRIEFINGS/first/", 404),
  ])
  func `only what the site's table names is answered`(target: String, status: Int) async throws {
    let scene = try await Scene()
    #expect(await scene.reply(target)?.status == status)
  }

  @Test func `a page without its slash leads to the page, query and all`() async throws {
    let scene = try await Scene()
    #expect(
      await scene.reply("/desk/briefings/first?a=b")?.header("Location") == "/desk/briefings/first/?a=b")
  }

  @Test func `HEAD says what GET would say`() async throws {
    let scene = try await Scene()
    let whole = try #require(await scene.reply("/desk/briefings/first/"))
    let head = try #require(await scene.reply("/desk/briefings/first/") { $0.method = "HEAD" })
    #expect(head.headers == whole.headers)
    #expect(head.body == .none)
  }

  @Test func `a page that nobody changed is called unchanged`() async throws {
    let scene = try await Scene()
    let tag = try #require(await scene.reply("/desk/")?.header("ETag"))
    try await scene.edit(EditedSite.files[EditedSite.first.string] ?? "", EditedSite.first.string)
    #expect(await scene.reply("/desk/") { $0.ifNoneMatch = tag }?.status == 304)
  }

  @Test func `a browser loads its page again when the page changed, and only then`() async throws {
    let scene = try await Scene()
    var first = try await scene.listen("briefings/first/index.html")
    var about = try await scene.listen("about/index.html")
    try await scene.edit(EditedSite.briefing("First", "Other words."), EditedSite.first.string)
    #expect(await first.next() == .reload)
    guard case .report? = await about.next() else {
      Issue.record("a page that stays the same is told the findings only")
      return
    }
  }

  @Test func `a style sheet is exchanged without loading the page again`() async throws {
    let scene = try await Scene()
    try await scene.edit("body { margin: 0 }\n", "Templates/assets/style.css")
    var about = try await scene.listen("about/index.html")
    try await scene.edit("body { margin: 1px }\n", "Templates/assets/style.css")
    guard case .styles(let changes)? = await about.next() else {
      Issue.record("style sheets are exchanged")
      return
    }
    let page = text(await scene.reply("/desk/about/"))
    #expect(changes.count == 1)
    #expect(changes.allSatisfy { page.contains($0[1]) && !page.contains($0[0]) })
  }

  @Test func `a picture that changed loads pages again`() async throws {
    let scene = try await Scene()
    var third = try await scene.listen("briefings/third/index.html")
    try await scene.edit(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"x\"/>\n", "Content/briefings/folder/third/map.svg")
    #expect(await third.next() == .reload)
  }

  @Test func `a page that appears is shown to who waits for it, one that goes is gone`() async throws {
    let scene = try await Scene()
    var waiting = try await scene.listen("briefings/new/index.html")
    try await scene.edit(EditedSite.briefing("New", "Here."), "Content/briefings/new.md")
    #expect(await waiting.next() == .reload)
    #expect(await scene.reply("/desk/briefings/new/")?.status == 200)
    guard case .report? = await waiting.next() else { throw Missing() }
    try scene.site.remove("Content/briefings/new.md")
    await scene.rebuilding.run(.files([RelativePath(literal: "Content/briefings/new.md")]))
    #expect(await waiting.next() == .reload)
    #expect(await scene.reply("/desk/briefings/new/")?.status == 404)
  }

  @Test func `errors are shown over the last good page until they are mended`() async throws {
    let scene = try await Scene()
    let good = text(await scene.reply("/desk/briefings/first/"))
    var first = try await scene.listen("briefings/first/index.html")
    try await scene.edit(EditedSite.briefing("First", "Broken [@nobody]."), EditedSite.first.string)
    guard case .report(let broken)? = await first.next() else { throw Missing() }
    #expect(broken.contains("unknown-source"))
    #expect(broken.contains("^~~~~~"))
    #expect(broken.contains("edit:\(scene.site.root)/Content/briefings/first.md:7"))
    #expect(text(await scene.reply("/desk/briefings/first/")) == good)
    try await scene.edit(EditedSite.files[EditedSite.first.string] ?? "", EditedSite.first.string)
    guard case .report(let mended)? = await first.next() else { throw Missing() }
    #expect(mended.contains("\"errors\":[]"))
  }

  @Test func `a browser that missed a change is told at once`() async throws {
    let scene = try await Scene()
    let old = try await scene.digest("briefings/first/index.html")
    try await scene.edit(EditedSite.briefing("First", "Other words."), EditedSite.first.string)
    let path = RelativePath(literal: "briefings/first/index.html")
    let (id, events) = await scene.preview.open(path, digest: old)
    await scene.preview.close(id)
    var seen: [Event] = []
    for await event in events { seen.append(event) }
    #expect(seen.last == .reload)
    #expect(await scene.preview.openPaths.isEmpty)
  }

  @Test func `a site that begins with errors is shown when they are mended`() async throws {
    let scene = try await Scene()
    try scene.site.write("broken", to: EditedSite.first.string)
    let sources = SourceFiles(root: scene.site.root, editor: nil)
    let preview = Preview(
      cacheLimit: 1 << 20, report: Report(FindingList([]), isFailure: false, sources: sources))
    var rebuilding = Rebuilding(ServeSettings(scene.site.settings), preview) { _ in }
    await rebuilding.run(.everything)
    let answering = Answering(preview, Admission(host: "127.0.0.1"), root: scene.site.root)
    var request = PageRequest("/")
    request.host = "localhost"
    guard case .reply(let reply) = await answering.answer(request) else { throw Missing() }
    #expect(reply.status == 503)
    let (_, events) = await preview.open(RelativePath(literal: "index.html"), digest: nil)
    try scene.site.write(EditedSite.files[EditedSite.first.string] ?? "", to: EditedSite.first.string)
    await rebuilding.run(.files([EditedSite.first]))
    var iterator = events.makeAsyncIterator()
    guard case .report(let broken)? = await iterator.next() else { throw Missing() }
    #expect(broken.contains("\"errorCount\":"))
    #expect(await iterator.next() == .reload)
  }
}
