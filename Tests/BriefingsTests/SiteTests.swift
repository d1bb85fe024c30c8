import Diagnostics
import EDTF
import Testing

@testable import Briefings

@Suite struct SiteTests {
  private func site(_ text: String) -> (SiteConfiguration, [Finding]) {
    SiteConfiguration.decode(Array(text.utf8), path: RelativePath(literal: "Content/site.yaml"))
  }

  @Test func `every key has its default`() {
    let (site, findings) = site("title: The Desk\n")
    #expect(findings.isEmpty)
    #expect(site.title == "The Desk")
    #expect(site.baseURL == nil)
    #expect(site.language == "en")
    #expect(site.timeZone == "UTC")
    #expect(site.yardstick == .icd203a)
    #expect(site.hemisphere == .north)
    #expect(site.feedLimit == 20)
    #expect(site.linkNames == .firstInSection)
    #expect(site.typography)
    #expect(site.severities.isEmpty)
    #expect(site.navigation.isEmpty)
  }

  @Test func `every key is read`() {
    let (site, findings) = site(
      """
      # The desk's own site
      title: The Desk
      base-url: https://example.org/desk
      language: uk
      time-zone: Europe/Kyiv
      yardstick: phia
      hemisphere: south
      publisher: Desk
      feeds: {limit: 50}
      link-names: none
      typography: false
      check: {link-text: off, uncited-claim: warning, unknown-link: error}
      navigation:
        - {text: All, link: /briefings/}
      """)
    #expect(findings.isEmpty)
    #expect(site.baseURL == "https://example.org/desk/")
    #expect(site.language == "uk")
    #expect(site.timeZone == "Europe/Kyiv")
    #expect(site.yardstick == .phia)
    #expect(site.hemisphere == .south)
    #expect(site.publisher == "Desk")
    #expect(site.feedLimit == 50)
    #expect(site.linkNames == SiteConfiguration.NameLinking.none)
    #expect(!site.typography)
    #expect(site.severities == [.linkText: .off, .uncitedClaim: .warning, .unknownLink: .error])
    #expect(site.navigation.map(\.text) == ["All"])
    #expect(site.navigation.map(\.link.value) == ["/briefings/"])
  }

  @Test(
    arguments: [
      ("⟦⟧# nothing\n", FindingCode.missingKey, []),
      ("title: x\n⟦baseurl⟧: https://a.example/\n", .unknownKey, ["base-url"]),
      ("title: x\nbase-url: ⟦example.org⟧\n", .wrongType, []),
      ("title: x\nbase-url: ⟦https://a.example/?x⟧\n", .wrongType, []),
      ("title: x\nbase-url: ⟦https://me:secret@a.example/⟧\n", .wrongType, []),
      ("title: x\nbase-url: ⟦https://a.example:65536/⟧\n", .wrongType, []),
      ("title: x\nbase-url: ⟦https://a.example:http/⟧\n", .wrongType, []),
      ("title: x\nbase-url: ⟦https://a.example/\"x⟧\n", .wrongType, []),
      ("title: x\nbase-url: ⟦https://a.example/<b>⟧\n", .wrongType, []),
      ("title: x\nbase-url: ⟦https://a.example/a b⟧\n", .wrongType, []),
      ("title: x\nbase-url: ⟦https://a.example/a\u{A0}b⟧\n", .wrongType, []),
      ("title: ⟦\u{1BC9F}⟧\n", .reservedCharacter, []),
      ("title: x\nlanguage: ⟦German⟧\n", .wrongType, ["de"]),
      (
        "title: x\ntime-zone: ⟦Europe/Berln⟧\n", .wrongType,
        ["Europe/Berlin", "Europe/Dublin", "Europe/Jersey"]
      ),
      ("title: x\ntime-zone: ⟦Berlin⟧\n", .wrongType, ["Europe/Berlin"]),
      ("title: x\ntime-zone: ⟦Kyiv/Europe⟧\n", .wrongType, []),
      ("title: x\nhemisphere: ⟦nort⟧\n", .wrongType, ["north"]),
      ("title: x\nfeeds: {limit: ⟦0⟧}\n", .wrongType, []),
      ("title: x\nfeeds: {⟦limits⟧: 5}\n", .unknownKey, ["limit"]),
      ("title: x\nfeeds: ⟦20⟧\n", .wrongType, []),
      ("title: x\nlink-names: ⟦frist⟧\n", .wrongType, ["first"]),
      ("title: x\ncheck: {⟦uncited-clam⟧: off}\n", .unknownKey, ["uncited-claim"]),
      ("title: x\ncheck: {uncited-claim: ⟦warn⟧}\n", .wrongType, ["warning"]),
      ("title: x\ncheck: {⟦unknown-link⟧: warning}\n", .wrongType, []),
      ("title: x\nnavigation: [⟦{text: a⟧}]\n", .missingKey, []),
    ] as [(String, FindingCode, [String])])
  func `a mistake is one finding at its place`(text: String, code: FindingCode, suggestions: [String]) {
    let marked = Marked(text)
    let (_, findings) = SiteConfiguration.decode(
      marked.bytes, path: RelativePath(literal: "Content/site.yaml"))
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.place.range == marked.places[0])
    #expect(findings.first?.suggestions == suggestions)
  }

  @Test(arguments: [
    "https://a.example:8080/x", "http://[2001:db8::1]:65535/", "https://a.example/~me/@you/",
    "HTTPS://é.example",
  ])
  func `an address of a site may have a port and signs in its path`(url: String) {
    #expect(site("title: x\nbase-url: \(url)\n").1.isEmpty)
    #expect(SiteConfiguration.baseURL(url)?.hasSuffix("/") == true)
  }

  @Test(arguments: FindingCode.allCases.filter(\.isFixed))
  func `no fixed error can be turned down`(code: FindingCode) {
    for severity in Severity.allCases where severity != .error {
      let (site, findings) = site("title: x\ncheck:\n  \(code.rawValue): \(severity.rawValue)\n")
      #expect(findings.map(\.code) == [.wrongType])
      #expect(site.severities.isEmpty)
    }
  }
}
