import Diagnostics
import Testing

@testable import Preview

struct RequestPathTests {
  @Test(arguments: [
    ("/", "index.html"), ("/briefings/truce/", "briefings/truce/index.html"), ("/feed.xml", "feed.xml"),
    ("/a%20b.png", "a b.png"), ("/caf%C3%A9/", "café/index.html"), ("/x?y=/../z", "x"), ("/x#y", "x"),
    ("http://localhost:8000/x/", "x/index.html"), ("http://localhost", "index.html"),
  ])
  func `a path is decoded once and means a file`(target: String, file: String) throws {
    #expect(try RequestPath(target, below: "/").file == RelativePath(file))
  }

  @Test(arguments: [
    "", "x", "*", "/../etc/passwd", "/a/../b", "/./a", "/%2e%2e/x", "/%2E./x", "/a%2fb", "/a%2Fb", "/a\\b",
    "/a%5cb", "/a%00", "/%0a", "/%7f", "/a b", "/\u{1}", "/é", "/%", "/%4", "/%zz", "/%c0%ae%c0%ae/x",
    "/%e0%80%af", "/%ff", "/%ed%a0%80", "/..",
  ])
  func `what is no plain address is refused`(target: String) {
    #expect(throws: RequestPath.Refusal.malformed) { try RequestPath(target, below: "/") }
  }

  @Test(arguments: ["//", "//evil.example/", "/a//b"])
  func `empty segments name no file`(target: String) throws {
    let path = try RequestPath(target, below: "/")
    #expect(path.file == nil)
    #expect(path.folderFile == nil)
  }

  @Test func `what is encoded twice stays encoded once`() throws {
    #expect(try RequestPath("/%252e%252e/x", below: "/").file == RelativePath("%2e%2e/x"))
  }

  @Test(arguments: [
    ("/desk/", RelativePath("index.html")), ("/desk/x.css", RelativePath("x.css")),
  ])
  func `the base path is taken off`(target: String, file: RelativePath?) throws {
    #expect(try RequestPath(target, below: "/desk/").file == file)
  }

  @Test(
    arguments: [("/", "/desk/"), ("/desk", "/desk/"), ("/desktop/", nil), ("/x", nil)] as [(String, String?)])
  func `an address above the base path leads to it`(target: String, redirect: String?) {
    #expect(throws: RequestPath.Refusal.outside(redirect: redirect)) {
      try RequestPath(target, below: "/desk/")
    }
  }

  @Test func `a value of the query is decoded`() throws {
    let path = try RequestPath("/e?page=a%2Fb.html&digest=0f&empty=", below: "/")
    #expect(path.parameter("page") == "a/b.html")
    #expect(path.parameter("digest") == "0f")
    #expect(path.parameter("empty") == "")
    #expect(path.parameter("none") == nil)
  }
}
