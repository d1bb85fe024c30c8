import Diagnostics
import Foundation
import Publishing
import Rendering

/// Answers requests from what the preview shows.
package struct Answering: Sendable {
  let preview: Preview
  let admission: Admission
  /// The folder that holds `Content/`.
  let root: String

  package enum Answer: Sendable {
    case reply(Reply)
    /// Open until the reader goes.
    case events(id: Int, AsyncStream<Event>)
  }

  package init(_ preview: Preview, _ admission: Admission, root: String) {
    self.preview = preview
    self.admission = admission
    self.root = root
  }

  package func answer(_ request: PageRequest) async -> Answer {
    if let refusal = admission.refusal(of: request) { return .reply(refusal) }
    let found = await preview.find(request)
    if case .events = found.route { return await events(request, found) }
    let reply = await reply(to: request, found)
    return .reply(request.method == "HEAD" ? reply.withoutBody : reply)
  }

  private func reply(to request: PageRequest, _ found: Preview.Found) async -> Reply {
    switch found.route {
    case .page(let path, _): return await page(path, found).reply(to: request)
    case .asset(let path, let bytes): return file(path, bytes).reply(to: request)
    case .made(let path): return file(path, found.made ?? []).reply(to: request)
    case .copied(let path, let source): return copied(path, source).reply(to: request)
    case .script: return file(Route.scriptPath, PreviewScript.bytes).reply(to: request)
    case .names: return names(request, found)
    case .redirect(let location): return Reply(redirecting: location)
    case .notFound(let path): return await notFound(path, found).reply(to: request)
    case .malformed: return Reply(refusing: 400, "This is no address of a page.")
    case .events: return Reply(refusing: 404, "There is nothing here.")
    }
  }

  // MARK: Pages

  private func page(_ path: RelativePath, _ found: Preview.Found) async -> Representation {
    if let page = found.page { return Answering.representation(of: page, status: 200) }
    guard let page = found.site?.shown(at: path, base: found.base) else { return noSite(path, found) }
    await preview.keep(page, at: path, of: found.edition)
    return Answering.representation(of: page, status: 200)
  }

  private func notFound(_ path: RelativePath?, _ found: Preview.Found) async -> Representation {
    let path = path ?? RelativePath(literal: "404.html")
    guard let page = found.site?.shown(at: path, base: found.base) else { return noSite(path, found) }
    return Answering.representation(of: page, status: 404)
  }

  /// Before there was a site without errors.
  private func noSite(_ path: RelativePath, _ found: Preview.Found) -> Representation {
    let text = """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>No site yet</title></head>
      <body><p>There is no site yet: the content has errors. This page is replaced when they are mended.</p></body>
      </html>

      """
    return Answering.representation(
      of: ShownPage(Array(text.utf8), at: path, base: found.base), status: 503)
  }

  private static func representation(of page: ShownPage, status: Int) -> Representation {
    var representation = Representation(
      .bytes(page.bytes), mediaType: MediaType.page, entityTag: page.entityTag, isPage: true)
    representation.status = status
    return representation
  }

  // MARK: Files

  func file(_ path: RelativePath, _ bytes: [UInt8]) -> Representation {
    Representation(
      .bytes(bytes), mediaType: MediaType.of(path), entityTag: "\"\(ContentDigest(bytes).text)\"",
      isPage: false)
  }

  private func copied(_ path: RelativePath, _ source: RelativePath) -> Representation {
    guard let stamp = FileStamp(root + "/" + source.string) else {
      var gone = file(path, [])
      gone.status = 404
      return gone
    }
    return Representation(
      .file(source, size: stamp.size), mediaType: MediaType.of(path), entityTag: stamp.entityTag,
      isPage: false)
  }

  // MARK: Events

  private func events(_ request: PageRequest, _ found: Preview.Found) async -> Answer {
    guard admission.admitsEvents(request) else {
      return .reply(Reply(refusing: 403, "Only pages of this preview may listen."))
    }
    guard let address = try? RequestPath(request.target, below: found.base),
      let path = address.parameter("page").flatMap({ RelativePath($0) })
    else { return .reply(Reply(refusing: 400, "The stream is asked for with ?page=.")) }
    guard request.method == "GET" else { return .reply(Reply(200, headers: Answering.eventHeaders)) }
    let digest = address.parameter("digest").flatMap { UInt64($0, radix: 16) }.map {
      ContentDigest(value: $0)
    }
    let (id, events) = await preview.open(path, digest: digest)
    return .events(id: id, events)
  }

  static let eventHeaders = [Header("Content-Type", MediaType.events), Header("Cache-Control", "no-store")]
}
