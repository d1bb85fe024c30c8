import Briefings
import Diagnostics
import Testing

@testable import Linking

struct SeasonTests {
  @Test(arguments: [
    "[A]{.event date=‹ambiguous-season|2024-24›}", "[A]{.event date=2024-23}",
    "[A]{.event date=2024-12/2025-02}",
    "[A]{.event date=2025 reported=‹ambiguous-season|2024-24›}",
  ])
  func `a season that crosses New Year is reported`(body: String) {
    let site = TestSite.briefing(body)
    #expect(site.found(site.linked().reported(with: [])) == site.expected)
  }

  @Test func `an alias that no text has is noted`() {
    var site = TestSite.briefing("Zelenskiy came.")
    site.add(
      "entities/odesa",
      "---\nname: Odesa\ntype: place\naliases: [‹alias-never-seen|Odessa›, {text: Ode, auto: false}]\n---\n")
    let notes = site.linked().findings.filter { $0.code == .aliasNeverSeen }
    #expect(site.found(notes, [.note]) == site.expected)
  }
}
