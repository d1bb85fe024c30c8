import Diagnostics
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Requests as Hummingbird brings them, answers as it takes them.
struct Server: Sendable {
  let answering: Answering
  let host: String
  let port: Int
  let connections: Int

  /// A connection that sends nothing for so long, before a request or within it, is closed.
  private static let idleTime = TimeAmount.seconds(15)
  private static let headerLimit = 16 << 10

  /// - Parameter isReady: called when it listens.
  func application(isReady: @escaping @Sendable () async -> Void) -> some ApplicationProtocol {
    var logger = Logger(label: "dossier") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let answering = answering
    return Application(
      responder: CallbackResponder<BasicRequestContext> { request, _ in
        Server.response(to: request, await answering.answer(PageRequest(request)), answering)
      },
      server: .http1(configuration: Server.channel),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), backlog: 4096,
        availableConnectionsDelegate: .maximum(connections, logger: logger)),
      onServerRunning: { _ in await isReady() }, logger: logger)
  }

  private static var channel: HTTP1Channel.Configuration {
    var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
    decoder.maxHeaderFieldSize = headerLimit
    decoder.maxHeaderListSize = 2 * headerLimit
    decoder.maxHeaderFieldCount = 100
    return HTTP1Channel.Configuration(idleTimeout: idleTime, httpDecoderConfiguration: decoder)
  }

  // MARK: Answers

  private static func response(
    to request: Request, _ answer: Answering.Answer, _ answering: Answering
  ) -> Response {
    switch answer {
    case .reply(let reply): response(reply, root: answering.root)
    case .events(let id, let events): stream(events, to: request) { await answering.preview.close(id) }
    }
  }

  private static func response(_ reply: Reply, root: String) -> Response {
    let body: ResponseBody
    switch reply.body {
    case .none: body = ResponseBody()
    case .bytes(let bytes): body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    case .file(let path, let range): body = file(root + "/" + path.string, range)
    }
    return Response(status: .init(code: reply.status), headers: fields(reply.headers), body: body)
  }

  private static func fields(_ headers: [Header]) -> HTTPFields {
    var fields = HTTPFields()
    for header in headers { if let name = HTTPField.Name(header.name) { fields[name] = header.value } }
    return fields
  }

  /// In pieces, so that a film is not read into memory. A file that has become shorter ends the connection.
  private static func file(_ path: String, _ range: Range<Int>) -> ResponseBody {
    ResponseBody(contentLength: range.count) { writer in
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? file.close() }
      try file.seek(toOffset: UInt64(range.lowerBound))
      var left = range.count
      while left > 0 {
        guard let piece = try file.read(upToCount: min(left, 1 << 18)), !piece.isEmpty else {
          throw CocoaError(.fileReadCorruptFile)
        }
        left -= piece.count
        try await writer.write(ByteBuffer(bytes: piece))
      }
      try await writer.finish(nil)
    }
  }

  /// Ends when the reader goes, or when the server stops.
  private static func stream(
    _ events: AsyncStream<Event>, to request: Request, close: @escaping @Sendable () async -> Void
  ) -> Response {
    let headers = Reply(200, headers: Answering.eventHeaders).headers
    let body = ResponseBody { [writing = request.body] writer in
      try await writing.consumeWithInboundCloseHandler { _ in
        do {
          try await writer.write(ByteBuffer(string: "retry: 500\n\n"))
          for await event in events { try await writer.write(ByteBuffer(string: event.text)) }
          try await writer.finish(nil)
        } catch {
          await close()
          throw error
        }
        await close()
      } onInboundClosed: {
        Task { await close() }
      }
    }
    return Response(status: .ok, headers: fields(headers), body: body)
  }
}

extension PageRequest {
  fileprivate init(_ request: Request) {
    self.init(request.head.path ?? "")
    method = request.method.rawValue
    host = request.head.authority
    origin = request.headers[.origin]
    fetchSite = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
    ifNoneMatch = request.headers[.ifNoneMatch]
    range = request.headers[.range]
    ifRange = request.headers[.ifRange]
  }
}
