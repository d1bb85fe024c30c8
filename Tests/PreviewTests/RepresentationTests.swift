import Diagnostics
import Testing

@testable import Preview

struct RepresentationTests {
  private let ten = Representation(
    .bytes(Array("0123456789".utf8)), mediaType: "text/plain", entityTag: "\"t\"", isPage: false)

  private func reply(_ change: (inout PageRequest) -> Void) -> Reply {
    var request = PageRequest("/x")
    change(&request)
    return ten.reply(to: request)
  }

  private func text(_ reply: Reply) -> String? {
    guard case .bytes(let bytes) = reply.body else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("bytes=0-3", "0123", "bytes 0-3/10"), ("bytes=7-", "789", "bytes 7-9/10"),
    ("bytes=-2", "89", "bytes 8-9/10"),
    ("bytes=5-99", "56789", "bytes 5-9/10"), ("bytes=-99", "0123456789", "bytes 0-9/10"),
    ("Bytes=9-9", "9", "bytes 9-9/10"),
  ])
  func `a range is a part`(range: String, part: String, contentRange: String) {
    let reply = reply { $0.range = range }
    #expect(reply.status == 206)
    #expect(text(reply) == part)
    #expect(reply.header("Content-Range") == contentRange)
    #expect(reply.header("Content-Length") == "\(part.utf8.count)")
  }

  @Test(arguments: ["bytes=10-", "bytes=99-100", "bytes=-0"])
  func `a range that cannot be satisfied is refused`(range: String) {
    let reply = reply { $0.range = range }
    #expect(reply.status == 416)
    #expect(reply.header("Content-Range") == "bytes */10")
    #expect(text(reply) == nil)
  }

  @Test(arguments: [
    "bytes=", "bytes=-", "bytes=3-1", "bytes=a-b", "lines=1-2", "bytes=0-1,4-5",
    "bytes=99999999999999999999-",
    "bytes=+1-2",
  ])
  func `what is no single range is answered with the whole`(range: String) {
    let reply = reply { $0.range = range }
    #expect(reply.status == 200)
    #expect(text(reply) == "0123456789")
  }

  @Test func `a range of another version is answered with the whole`() {
    let same = reply {
      $0.range = "bytes=0-1"
      $0.ifRange = "\"t\""
    }
    let other = reply {
      $0.range = "bytes=0-1"
      $0.ifRange = "\"older\""
    }
    #expect(same.status == 206)
    #expect(other.status == 200)
  }

  @Test(arguments: ["\"t\"", "W/\"t\"", "*", "\"a\", \"t\"", "\"a\" ,\tW/\"t\""])
  func `who has this version gets no body`(tags: String) {
    let reply = reply { $0.ifNoneMatch = tags }
    #expect(reply.status == 304)
    #expect(reply.body == .none)
    #expect(reply.header("ETag") == "\"t\"")
  }

  @Test(arguments: ["\"T\"", "t", "\"tt\"", ""])
  func `who has another version gets this one`(tags: String) {
    #expect(reply { $0.ifNoneMatch = tags }.status == 200)
  }

  @Test func `a page that is not there is never called unchanged`() {
    var gone = ten
    gone.status = 404
    var request = PageRequest("/x")
    request.ifNoneMatch = "*"
    request.range = "bytes=0-1"
    #expect(gone.reply(to: request).status == 404)
  }

  @Test func `pages are not stored, and nothing is sniffed`() {
    let page = Representation(
      .bytes([]), mediaType: MediaType.page, entityTag: "\"p\"", isPage: true
    ).reply(to: PageRequest("/"))
    #expect(page.header("Cache-Control") == "no-store")
    #expect(page.header("X-Content-Type-Options") == "nosniff")
    #expect(page.header("Access-Control-Allow-Origin") == nil)
    #expect(reply { _ in }.header("Cache-Control") == "no-cache")
  }

  @Test(arguments: [
    ("a.css", "text/css; charset=utf-8"), ("a.SVG", "image/svg+xml"), ("a.b.woff2", "font/woff2"),
    ("feed.xml", "application/xml"), ("a", "application/octet-stream"), ("a.exe", "application/octet-stream"),
    ("timeline.ics", "text/calendar; charset=utf-8"),
  ])
  func `a file is what its name ends in`(name: String, type: String) throws {
    #expect(MediaType.of(try #require(RelativePath(name))) == type)
  }
}
