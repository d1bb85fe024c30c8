import Foundation
import Testing

/// A good site is published; then one thing in it breaks.
@Suite
struct BadInputTests {
  private let site: TestSite
  private let before: Tree

  init() throws {
    site = try TestSite(SampleSite.files)
    before = try site.publish()
    #expect(before.pages.contains("briefings/ferry/index.html"))
  }

  @Test(arguments: BadInput.content)
  func `a mistake in the content ends with 1, names its place and changes nothing`(input: BadInput) throws {
    try input.write(into: site)
    for command in ["build", "check"] {
      let outcome = try site.dossier(command)
      #expect(outcome.status == 1)
      #expect(input.isReported(in: outcome.output), "expected \(input.place) … [\(input.code)] in \(outcome)")
      #expect(site.published.differences(from: before) == [])
    }
  }

  @Test(arguments: BadInput.templates)
  func `a broken template ends with 2, names its place and changes nothing`(input: BadInput) throws {
    try input.write(into: site)
    for command in ["build", "check"] {
      let outcome = try site.dossier(command)
      #expect(outcome.status == 2)
      #expect(input.isReported(in: outcome.output), "expected \(input.place) … [\(input.code)] in \(outcome)")
      #expect(site.published.differences(from: before) == [])
    }
  }

  @Test func `all mistakes of a run are reported at once, in the order of their places`() throws {
    let inputs = BadInput.content.enumerated().map { number, input in input.moved(to: number) }
    for input in inputs { try input.write(into: site) }
    let outcome = try site.dossier("build")
    #expect(outcome.status == 1)
    for input in inputs {
      #expect(input.isReported(in: outcome.output), "expected \(input.place) … [\(input.code)] in \(outcome)")
    }
    let places = outcome.output.split(separator: "\n").filter {
      $0.hasPrefix("Content/") && $0.contains(": error:")
    }
    .compactMap { $0.split(separator: ":").first.map(String.init) }
    #expect(places == places.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(site.published.differences(from: before) == [])
  }

  @Test func `what cannot be read wins over what is wrong`() throws {
    for input in BadInput.content.prefix(1) + BadInput.templates.prefix(1) { try input.write(into: site) }
    let outcome = try site.dossier("build")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("[unknown-key]") && outcome.output.contains("[template-unknown-name]"))
    #expect(site.published.differences(from: before) == [])
  }

  @Test func `a slug used twice is a mistake that names both files`() throws {
    let second = "Content/briefings/winter/ferry.md"
    try site.write(SampleSite.briefing("Again", "Text."), to: second)
    let outcome = try site.dossier("build")
    #expect(outcome.status == 1)
    // It is about the whole file: there is no line.
    #expect(outcome.output.hasPrefix("\(second): error: ") && outcome.output.contains("[duplicate-id]"))
    #expect(outcome.output.contains("\n\(SampleSite.briefing): note: "))
    #expect(outcome.output.components(separatedBy: ": error: ").count == 2, "told once: \(outcome)")
    #expect(site.published.differences(from: before) == [])
  }

  @Test(arguments: ["build", "check"])
  func `one run tells of mistakes, of what is too heavy, and of what is in each other's way`(command: String)
    throws
  {
    try BadInput.content[0].write(into: site)
    try site.write([UInt8](repeating: 0x78, count: 2_100_000), to: "Content/briefings/large.png")
    try site.write(
      SampleSite.briefing("Heavy", "![A chart](large.png)"), to: "Content/briefings/heavy.md")
    try site.write("Mine.", to: "Content/static/briefings/ferry/index.html")
    let outcome = try site.dossier(command)
    #expect(outcome.status == 1)
    for code in ["unknown-key", "page-too-large", "path-collision"] {
      #expect(outcome.output.contains("[\(code)]"), "\(outcome)")
    }
    #expect(site.published.differences(from: before) == [])
  }

  /// Each is told at the author's file, and both where both are an author's.
  @Test(arguments: ["build", "check"])
  func `two things at one path are told where they are written`(command: String) throws {
    try site.write("---\ntitle: One\nredirects: [about, old]\n---\nText.\n", to: "Content/pages/one.md")
    try site.write("---\ntitle: Two\nredirects: [old]\n---\nText.\n", to: "Content/pages/two.md")
    try site.write("---\ntitle: Three\nredirects: [three]\n---\nText.\n", to: "Content/pages/three.md")
    try site.write("Mine.", to: "Content/static/robots.txt")
    let outcome = try site.dossier(command)
    let heads = outcome.output.split(separator: "\n").filter {
      $0.contains("[path-collision]") || $0.contains(": note: '")
    }
    let expected = [
      "Content/pages/one.md:3:13: error: 'about/index.html'",
      "Content/pages/about.md: note: 'about/index.html'",
      "Content/pages/two.md:3:13: error: 'old/index.html'",
      "Content/pages/one.md:3:20: note: 'old/index.html'",
      "Content/pages/three.md:3:13: error: 'three/index.html'",
      "Content/static/robots.txt: error: 'robots.txt'",
      "Templates: note: 'robots.txt' is made for every site",
    ]
    for head in expected { #expect(heads.contains { $0.hasPrefix(head) }, "\(head) in \(outcome)") }
  }

  @Test func `the home page is weighed, and what a link to a picture leads to`() throws {
    try site.write([UInt8](repeating: 0x78, count: 2_100_000), to: "Content/pictures/real.png")
    try site.makeFolder("Content/static")
    try site.link("Content/static/link.png", to: "../pictures/real.png")
    try site.write("---\ntitle: Home\n---\n![A chart](/link.png)\n", to: "Content/pages/index.md")
    #expect(
      try site.dossier("check").output.contains("Content/pages/index.md: warning: the page weighs 2.2 MB"))
  }

  @Test func `a template of another kind of page is told once, where it is chosen`() throws {
    try site.write("---\ntitle: One\ntemplate: briefing\n---\nText.\n", to: "Content/pages/one.md")
    let outcome = try site.dossier("check")
    #expect(outcome.status == 2)
    #expect(
      outcome.output.hasPrefix("Content/pages/one.md:3:11: error: the template 'briefing' is for other pages")
    )
    #expect(outcome.output.components(separatedBy: ": error: ").count == 2, "\(outcome)")
  }

  @Test func `a source's copy that is no UTF-8 is told at its place, with all the rest`() throws {
    try site.write(Array("Caf".utf8) + [0xE9, 0x0A], to: "Content/sources/text/harbour-notice.txt")
    try site.write(SampleSite.briefing("Third", "See [[nowhere]]."), to: "Content/briefings/third.md")
    for command in ["check", "build", "verify"] {
      let outcome = try site.dossier(command)
      #expect(outcome.status == 1)
      #expect(
        outcome.output.contains("Content/sources/text/harbour-notice.txt:1:4: error: the byte at offset 3"),
        "\(outcome)")
      #expect(outcome.output.contains("[unknown-link]"))
    }
  }

  @Test func `where a briefing is broken nobody is told that nothing names or cites what it does`() throws {
    try site.write("---\ntitle: Third\n\nThe Ghost Line [@ghost-paper].\n", to: "Content/briefings/third.md")
    try site.write("---\nname: Ghost Line\ntype: organization\n---\n", to: "Content/entities/ghost-line.md")
    try site.write(
      "---\ntitle: G\npublisher: P\nurl: unknown\n---\n", to: "Content/sources/ghost-paper.md")
    let broken = try site.dossier("check")
    for code in ["orphan-entity", "unused-source", "alias-never-seen"] {
      #expect(!broken.output.contains(code), "\(broken)")
    }
    try site.remove("Content/briefings/third.md")
    #expect(try site.dossier("check").output.contains("[orphan-entity]"))
  }

  @Test func `a theme that is broken hides nothing that is wrong without pages`() throws {
    try BadInput.templates[0].write(into: site)
    try BadInput.content[0].write(into: site)
    try site.write("Mine.", to: "Content/static/briefings/ferry/index.html")
    let outcome = try site.dossier("check")
    #expect(outcome.status == 2)
    for code in ["unknown-key", "template-unknown-name", "path-collision"] {
      #expect(outcome.output.contains("[\(code)]"), "\(outcome)")
    }
  }

  @Test func `a misspelled source comes with the name that was meant`() throws {
    let input = try #require(BadInput.content.first { $0.code == "unknown-source" })
    try input.write(into: site)
    #expect(try site.dossier("build").output.contains("did you mean 'harbour-notice'?"))
  }

  @Test(arguments: ["build", "check"])
  func `a warning ends with 0, and with 1 when it has to be strict`(command: String) throws {
    try site.write(
      SampleSite.briefing("Third", "### Too deep\n\nText with [[ferry]].")
        + "\n[^unused]: Nobody asks for it.\n",
      to: "Content/briefings/third.md")
    let lenient = try site.dossier("check")
    #expect(lenient.status == 0)
    #expect(lenient.output.contains(": warning: "))
    let strict = try site.dossier(command, "--strict")
    #expect(strict.status == 1)
    #expect(strict.output.contains(": warning: "))
    #expect(site.published.differences(from: before) == [])
    #expect(try site.dossier("build").status == 0)
    #expect(site.published != before)
  }

  @Test func `a note does not end a strict run`() throws {
    try site.write(
      SampleSite.briefing("Fourth", "Text.").replacing("---\nText", with: "draft: true\n---\nText"),
      to: "Content/briefings/fourth.md")
    let outcome = try site.dossier("build", "--strict")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("[withheld]"))
  }

  @Test func `without a build before, a failed one makes no output`() throws {
    let fresh = try TestSite(SampleSite.files)
    try BadInput.content[0].write(into: fresh)
    #expect(try fresh.dossier("build").status == 1)
    #expect(!FileManager.default.fileExists(atPath: fresh.root + "/Public"))
  }
}

extension BadInput {
  /// The same mistake in a file of its own, so that many fit in one site.
  fileprivate func moved(to number: Int) -> BadInput {
    path == "Content/briefings/third.md"
      ? BadInput(copy: self, path: "Content/briefings/third-\(number).md") : self
  }
}
