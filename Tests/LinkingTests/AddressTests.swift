import Briefings
import Testing

@testable import Linking

struct AddressTests {
  @Test(arguments: [
    ("briefings/truce/", "entities/kyiv/", "../../entities/kyiv/"),
    ("", "entities/kyiv/", "entities/kyiv/"),
    ("briefings/truce/", "", "../../"),
    ("", "", "./"),
    ("entities/names/paris/", "feed.xml", "../../../feed.xml"),
    ("404.html", "briefings/", "briefings/"),
    ("briefings/truce/", "briefings/truce/a b:ü.png", "../../briefings/truce/a%20b%3A%C3%BC.png"),
  ])
  func `a page leads to another by a relative address`(from: String, to: String, url: String) {
    #expect(SiteAddress(path: from).url(to: SiteAddress(path: to)) == url)
  }

  @Test func `a fragment of the page itself stands alone`() {
    #expect(SiteAddress.timeline.url(to: .timeline, fragment: "a b") == "#a%20b")
    #expect(SiteAddress.timeline.url(to: .claims, fragment: "x") == "../claims/#x")
  }

  @Test(arguments: [
    (SiteAddress.home, "index.html"), (.briefings, "briefings/index.html"), (.notFound, "404.html"),
    (SiteAddress.claims.page(2), "claims/page/2/index.html"),
    (SiteAddress.claims.page(1), "claims/index.html"),
    (.year(-44), "timeline/-0044/index.html"), (.month(3, of: 2025), "timeline/2025/03/index.html"),
  ])
  func `a page is a file in a folder of its own`(address: SiteAddress, file: String) {
    #expect(address.file == file)
  }
}
