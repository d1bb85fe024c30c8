import Diagnostics
import Publishing
import Testing

@testable import Preview

struct ShownPageTests {
  private let path = RelativePath(literal: "a&b\"/index.html")

  @Test(arguments: [
    "<html><body><p>x</p></body></html>", "no body at all", "", "<pre></body></pre>\n</body>\n</html>\n",
    "</body",
  ])
  func `what is added can be taken away again`(page: String) {
    let bytes = Array(page.utf8)
    let shown = ShownPage(bytes, at: path, base: "/desk/")
    #expect(shown.published == bytes)
    #expect(shown.digest == ContentDigest(bytes))
    #expect(shown.bytes.count > bytes.count)
  }

  @Test func `the line stands before the last end of the body and escapes the path`() {
    let shown = ShownPage(Array("<i></body></i></body>".utf8), at: path, base: "/")
    let text = String(decoding: shown.bytes, as: UTF8.self)
    #expect(text.hasPrefix("<i></body></i><script src=\"/.dossier/preview.js\""))
    #expect(text.contains("data-page=\"a&amp;b&quot;/index.html\""))
  }

  @Test func `pages not asked for the longest make room`() throws {
    func page(_ size: Int) -> ShownPage {
      ShownPage(Array(repeating: 0x61, count: size), at: path, base: "/")
    }
    func name(_ number: Int) throws -> RelativePath { try #require(RelativePath("p\(number)")) }
    let size = page(1000).bytes.count
    var cache = PageCache(limit: 8 * size)
    for number in 0..<8 { cache.keep(page(1000), at: try name(number)) }
    #expect(cache.page(at: try name(0)) != nil)
    cache.keep(page(1000), at: try name(8))
    #expect(cache.size <= 8 * size)
    #expect(cache.page(at: try name(0)) != nil)
    #expect(cache.page(at: try name(1)) == nil)
    #expect(cache.page(at: try name(8)) != nil)
    cache.keep(page(20 * size), at: try name(9))
    #expect(cache.page(at: try name(9)) == nil)
    cache.removeAll()
    #expect(cache.size == 0)
  }
}
