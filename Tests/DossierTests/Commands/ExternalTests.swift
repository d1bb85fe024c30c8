import Foundation
import Testing

private let hasCurl = ["/usr/bin/curl", "/usr/local/bin/curl", "/opt/homebrew/bin/curl"].contains {
  FileManager.default.isExecutableFile(atPath: $0)
}

/// Addresses on other hosts, asked for on request.
@Suite(.enabled(if: hasCurl && OtherHost.python != nil, "needs curl and Python"))
struct ExternalTests {
  private let host: OtherHost
  private let site: TestSite

  init() throws {
    host = try OtherHost()
    let other = host.address
    site = try TestSite(
      SampleSite.with([
        "Content/briefings/third.md": SampleSite.briefing(
          "Third",
          """
          [A page](\(other)/page#what), [the same](\(other)/page), [gone](\(other)/gone#x).

          [Moved](\(other)/old), [today](\(other)/today), [nobody](http://127.0.0.1:1/x).

          [In circles](\(other)/round), [secret](\(other)/forbidden), [broken](\(other)/broken).

          [Slow](\(other)/busy), [proud](\(other)/get-only), [shy](\(other)/closes), [mail](mailto:a@example.org).
          """),
        "Content/entities/obelisk.md": """
        ---
        name: Obelisk
        type: organization
        links:
          Register: \(other)/gone
        ---
        """,
        "Templates/page.mustache":
          "{{<layout}}\n{{$main}}{{title}}\n<a href=\"\(other)/gone\">Theme</a>\n{{/main}}\n{{/layout}}\n",
      ]))
  }

  private func check(_ arguments: String...) throws -> Command.Outcome {
    try site.dossier(["check", "--external"] + arguments)
  }

  @Test func `no other host is asked without the request`() throws {
    let outcome = try site.dossier("check")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(!outcome.everything.contains("other hosts"))
    #expect(try host.stop() == [])
  }

  /// The line of `third.md`, the address and what is said of it.
  private static let said = [
    (
      6, "/gone",
      "warning: 'URL' is not there (status 404); link to where it is now, or to an archive's copy [dead-link]"
    ),
    (8, "/old", "note: 'URL' has moved for good to 'HOST/new'; link there [moved-link]"),
    (
      10, "/round",
      "warning: nobody answers at 'URL': it leads from one address to the next more than 5 times [dead-link]"
    ),
    (
      10, "/forbidden",
      "note: 'URL' does not answer programs now (status 403); look at it in a browser [dead-link]"
    ),
    (
      10, "/broken",
      "warning: 'URL' is not there (status 500); link to where it is now, or to an archive's copy [dead-link]"
    ),
    (
      12, "/busy",
      "note: 'URL' does not answer programs now (status 503); look at it in a browser [dead-link]"
    ),
  ]

  @Test func `what hosts say is told wherever the site names the address`() throws {
    let outcome = try check()
    #expect(outcome.status == 0, "\(outcome)")
    let lines = outcome.output.split(separator: "\n").filter { $0.contains("-link]") }.map(String.init)
    for (line, path, words) in ExternalTests.said {
      let url = host.address + path
      let wanted = words.replacing("URL", with: url).replacing("HOST", with: host.address)
      #expect(
        lines.contains { $0.hasPrefix("Content/briefings/third.md:\(line):") && $0.hasSuffix(wanted) },
        "\(wanted) in \(outcome)")
    }
    let nobody = "Content/briefings/third.md:8:"
    #expect(
      lines.contains { $0.hasPrefix(nobody) && $0.contains("nobody answers at 'http://127.0.0.1:1/x': ") })
    #expect(lines.contains { $0.hasPrefix("Content/entities/obelisk.md:5:13: warning: ") })
    #expect(lines.contains { $0.hasPrefix("Templates/page.mustache:3:10: warning: ") })
    #expect(lines.count == ExternalTests.said.count + 3, "\(lines)")
    #expect(outcome.errors.contains("11 addresses on other hosts: 11 asked, 0 known"), "\(outcome)")
    let asked = try host.stop()
    #expect(asked.filter { $0.hasSuffix("/page") } == ["HEAD /page"], "once for both links")
    #expect(asked.filter { $0.hasSuffix("/get-only") } == ["HEAD /get-only", "GET /get-only"], "not read")
    #expect(asked.filter { $0.hasSuffix("/closes") } == ["HEAD /closes", "GET /closes"])
    #expect(asked.filter { $0.hasSuffix("/busy") } == ["HEAD /busy"], "it is no matter of the method")
    #expect(try check("--strict").status == 1)
  }

  /// As if it had been asked so many days ago.
  private func makeOlder(by days: Int) throws {
    let path = site.root + "/.dossier/external.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let day = Date().addingTimeInterval(-86_400 * Double(days)).formatted(.iso8601.year().month().day())
    try text.replacing(/"day" : "[0-9-]*"/, with: "\"day\" : \"\(day)\"")
      .write(toFile: path, atomically: false, encoding: .utf8)
  }

  @Test func `what was found is asked for again only when it is long ago, whatever day the site is made for`()
    throws
  {
    _ = try check("--clock", "2020-01-01")
    try host.stop()
    try makeOlder(by: 6)
    let soon = try check("--clock", "2025-06-08")
    #expect(soon.errors.contains("6 asked, 5 known"), "\(soon)")
    #expect(!soon.output.contains("at '\(host.address)/page'") && soon.output.contains("[moved-link]"))
    try makeOlder(by: 8)
    let late = try check()
    #expect(late.errors.contains("11 asked, 0 known"), "\(late)")
    #expect(late.output.contains("nobody answers at '\(host.address)/page'"), "\(late)")
  }

  @Test func `an age of no days asks for everything`() throws {
    _ = try check()
    let next = try check("--external-age", "0")
    #expect(next.errors.contains("11 asked, 0 known"), "\(next)")
  }

  @Test func `a host that is asked too often is left alone`() throws {
    let other = host.address
    try site.write(
      SampleSite.briefing("Third", "[A](\(other)/a-slower), [B](\(other)/b), [C](\(other)/c)."),
      to: "Content/briefings/third.md")
    let outcome = try check()
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.components(separatedBy: "(status 429)").count == 6, "\(outcome)")
    #expect(try host.stop() == ["HEAD /a-slower"])
  }

  @Test func `what cannot be kept is told all the same`() throws {
    try site.makeFolder(".dossier/external.json")
    let outcome = try check()
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("[dead-link]") && outcome.errors.contains("cannot be kept"), "\(outcome)")
  }

  @Test func `what is kept is not in the way of a build`() throws {
    _ = try check()
    #expect(try site.dossier("build").status == 0)
    #expect(FileManager.default.fileExists(atPath: site.root + "/.dossier/external.json"))
  }

  @Test func `without curl nothing is guessed`() throws {
    let outcome = try site.dossier(["check", "--external"], environment: ["PATH": "/nowhere"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("install it"), "\(outcome)")
  }

  @Test func `a number of days is no less than none`() throws {
    #expect(try check("--external-age", "-1").status == 64)
    #expect(try site.dossier("check", "--external-age", "3").status == 64, "nobody is asked")
  }
}
