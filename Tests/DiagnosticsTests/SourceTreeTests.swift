import Testing

@testable import Diagnostics

@Suite("Paths as addresses")
struct SourceTreeTests {
  @Test(arguments: [
    ("Content/a b.md", "Content/a%20b.md"), ("Content/100%.md", "Content/100%25.md"),
    ("Content/a:b?c#d.md", "Content/a%3Ab%3Fc%23d.md"), ("Content/é.md", "Content/%C3%A9.md"),
    ("Content/-._~.md", "Content/-._~.md"),
  ])
  func `everything that an address could mean otherwise is encoded`(path: String, address: String) throws {
    let tree = SourceTree(top: "/some where", prefix: nil)
    #expect(tree.address(of: try #require(RelativePath(path))) == address)
    #expect(tree.address == "file:///some%20where/")
    let below = SourceTree(top: "/", prefix: RelativePath("x y"))
    #expect(below.address(of: try #require(RelativePath(path))) == "x%20y/" + address)
    #expect(below.address == "file:///")
  }

  @Test func `a name that is no UTF-8 keeps its bytes`() throws {
    let path = try #require(RelativePath(utf8: [0x41, 0xE9]))
    #expect(SourceTree(top: "/", prefix: nil).address(of: path) == "A%E9")
  }
}
