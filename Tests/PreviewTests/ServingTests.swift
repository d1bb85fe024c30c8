import Diagnostics
import Foundation
import Publishing
import Testing

@testable import Preview

/// The server as browsers and others meet it, over sockets.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct ServingTests {
  /// Serves a small site while `body` runs.
  private func serve(_ body: @Sendable (EditedSite, Int) async throws -> Void) async throws {
    let site = try EditedSite()
    try site.write("title: Desk\nlanguage: en\n", to: "Content/site.yaml")
    var settings = ServeSettings(site.settings)
    settings.port = 0
    let (ports, told) = AsyncStream.makeStream(of: Int.self)
    let served = settings
    let task = Task {
      try await Serving(served) { _ in
      } isReady: { address in
        told.yield(URL(string: address)?.port ?? 0)
      }.run()
    }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    do {
      try await body(site, port)
    } catch {
      task.cancel()
      _ = try? await task.value
      throw error
    }
    task.cancel()
    #expect(try await task.value == 0)
  }

  private static func get(_ path: String, _ port: Int, host: String = "127.0.0.1") throws -> String {
    let connection = try Connection(host: host, port: port)
    try connection.send("GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n")
    return connection.rest()
  }

  @Test func `pages are served on both loopback addresses`() async throws {
    try await serve { (_: EditedSite, port: Int) async throws in
      #expect(try Self.get("/briefings/first/", port).hasPrefix("HTTP/1.1 200"))
      if Port.state(0, on: "::1") == .free {
        #expect(try Self.get("/briefings/first/", port, host: "::1").hasPrefix("HTTP/1.1 200"))
      }
      #expect(try Self.get("/nothing/", port).hasPrefix("HTTP/1.1 404"))
      #expect(try Self.get("/notes.txt", port).hasSuffix("\r\n\r\nNotes.\n"))
    }
  }

  @Test func `a saved file is told to who shows its page, an error too, and the stream ends with the server`()
    async throws
  {
    let (lines, heard) = AsyncStream.makeStream(of: String.self)
    try await serve { (site: EditedSite, port: Int) async throws in
      let page = try Self.get("/briefings/first/", port)
      let digest = page.split(separator: "data-digest=\"").last?.prefix(16) ?? ""
      let stream = try Connection(host: "127.0.0.1", port: port)
      try stream.send(
        "GET /.dossier/events?page=briefings/first/index.html&digest=\(digest) HTTP/1.1\r\n"
          + "Host: localhost:\(port)\r\n\r\n")
      Thread.detachNewThread {
        while let part = stream.part() { heard.yield(part) }
        heard.finish()
      }
      var parts = lines.makeAsyncIterator()
      func wait(for text: String) async {
        while let part = await parts.next(), !part.contains(text) {}
      }
      await wait(for: "event: report")
      try site.write(EditedSite.briefing("First", "Other words."), to: EditedSite.first.string)
      await wait(for: "event: reload")
      try site.write(EditedSite.briefing("First", "Broken [@nobody]."), to: EditedSite.first.string)
      await wait(for: "unknown-source")
      #expect(try Self.get("/briefings/first/", port).contains("Other words."))
    }
    for await _ in lines {}
  }

  @Test func `what hostile programs send is refused, and the server answers after it`() async throws {
    try await serve { (_: EditedSite, port: Int) async throws in
      let good = "Host: localhost\r\n"
      let hostile: [(String, String)] = [
        ("GET /../../etc/passwd HTTP/1.1\r\n\(good)\r\n", "400"),
        ("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n\(good)\r\n", "400"),
        ("GET /%00 HTTP/1.1\r\n\(good)\r\n", "400"), ("GET /a\\b HTTP/1.1\r\n\(good)\r\n", "400"),
        ("GET /%c0%af HTTP/1.1\r\n\(good)\r\n", "400"), ("GET / HTTP/1.1\r\n\r\n", "400"),
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "421"),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", "421"),
        ("POST / HTTP/1.1\r\n\(good)Content-Length: 3\r\n\r\nabc", "405"),
        ("DELETE / HTTP/1.1\r\n\(good)\r\n", "405"), ("OPTIONS * HTTP/1.1\r\n\(good)\r\n", "405"),
        ("GET / HTTP/1.1\r\n\(good)X: \(String(repeating: "x", count: 100_000))\r\n\r\n", "4"),
        ("GET /\(String(repeating: "x", count: 100_000)) HTTP/1.1\r\n\(good)\r\n", ""),
        ("GET / HTTP/1.1\r\n\(good)\(String(repeating: "A: b\r\n", count: 5_000))\r\n", "4"),
        ("\u{0}\u{1}\u{2}\r\n\r\n", ""), ("GET / HTTP/9.9\r\n\(good)\r\n", ""),
        (
          "GET /.dossier/events?page=index.html HTTP/1.1\r\n\(good)Origin: http://evil.example\r\n\r\n", "403"
        ),
        ("GET /.dossier/events HTTP/1.1\r\n\(good)\r\n", "400"),
        ("GET / HTTP/1.1\r\n\(good)Range: bytes=0-0,1-1,2-2\r\n\r\n", "200"),
      ]
      for (request, status) in hostile {
        let connection = try Connection(host: "127.0.0.1", port: port)
        try? connection.send(request)
        let answer = connection.part() ?? ""
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 \(status)"), "\(request.prefix(80))")
        #expect(!answer.contains("root:"))
        #expect(try Self.get("/", port).hasPrefix("HTTP/1.1 200"), "\(request.prefix(80))")
      }
    }
  }

  @Test func `two thousand connections that say nothing keep nobody from reading`() async throws {
    try await serve { (_: EditedSite, port: Int) async throws in
      var idle: [Connection] = []
      for number in 0..<2000 {
        guard let connection = try? Connection(host: "127.0.0.1", port: port) else { break }
        if number.isMultiple(of: 2) { try connection.send("GET / HTTP/1.1\r\nHost: loc") }
        idle.append(connection)
      }
      #expect(idle.count > 500)
      #expect(try Self.get("/", port).hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func `a port that is taken is named with the next free one`() async throws {
    try await serve { (site: EditedSite, port: Int) async throws in
      var settings = ServeSettings(site.settings)
      settings.port = port
      do {
        _ = try await Serving(settings) { _ in
        } isReady: { _ in
        }.run()
        Issue.record("the port is taken")
      } catch ServeError.portTaken(let taken, let next) {
        #expect(taken == port)
        #expect(next.map { $0 > port } == true)
      }
    }
  }
}
