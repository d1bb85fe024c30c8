import Foundation
import Testing

@Suite
struct NewFileTests {
  private let place: Scratch

  init() throws { place = try Scratch() }

  private func dossier(_ arguments: String...) throws -> Command.Outcome {
    try Command(arguments: arguments, folder: place.path, environment: ["SOURCE_DATE_EPOCH": Command.noon])
      .run()
  }

  @Test(arguments: [
    ("briefing", "Grain: \"exports\" resume", "Content/briefings/grain-exports-resume.md"),
    ("briefing", "yes", "Content/briefings/yes.md"), ("page", "How we #work", "Content/pages/how-we-work.md"),
    ("page", "A list? - yes", "Content/pages/a-list-yes.md"), ("entity", "Łódź", "Content/entities/lodz.md"),
  ])
  func `a new file checks without an error, and is made once`(kind: String, title: String, path: String)
    throws
  {
    _ = try dossier("init")
    let made = try dossier("new", kind, title)
    #expect(made.status == 0 && made.output == path + "\n", "\(made)")
    let check = try dossier("check", "--drafts", "--strict", "--quiet")
    #expect(check.status == 0, "\(check)")
    let text = try String(contentsOfFile: "\(place.path)/\(path)", encoding: .utf8)
    let again = try dossier("new", kind, title)
    #expect(again.status == 2)
    #expect(again.errors.contains("'\(path)' has this identifier; name another with '--slug'"))
    #expect(try String(contentsOfFile: "\(place.path)/\(path)", encoding: .utf8) == text)
    let other = try dossier("new", kind, title, "--slug", "another")
    #expect(other.status == 0, "\(other)")
  }

  @Test func `a new source says what it needs`() throws {
    _ = try dossier("init")
    let path = "Content/sources/port-report-2.md"
    let made = try dossier("new", "source", "Port report 2")
    #expect(made.status == 0 && made.output == path + "\n", "\(made)")
    let check = try dossier("check")
    #expect(check.status == 1)
    #expect(check.output.contains("\(path):3:1: error: 'publisher' is empty"), "\(check)")
    let text = try String(contentsOfFile: "\(place.path)/\(path)", encoding: .utf8)
    try text.replacing("publisher: \"\"", with: "publisher: port-authority\nurl: unknown")
      .write(toFile: "\(place.path)/\(path)", atomically: false, encoding: .utf8)
    #expect(try dossier("check", "--strict").status == 0)
    #expect(try dossier("new", "source", "Port report 2").status == 2)
    #expect(try dossier("new", "source").status == 64)
  }

  @Test func `a new briefing is a draft of today, withheld until it is none`() throws {
    _ = try dossier("init")
    _ = try dossier("new", "briefing", "Grain")
    let text = try String(contentsOfFile: "\(place.path)/Content/briefings/grain.md", encoding: .utf8)
    #expect(text.contains("published: 2025-06-01\n"))
    #expect(try dossier("build").output.contains("withheld: it is a draft"))
    #expect(!FileManager.default.fileExists(atPath: "\(place.path)/Public/briefings/grain"))
  }

  @Test(arguments: [
    ["page", "Sources"], ["page", "x", "--slug", "claims"], ["briefing", " "], ["page", "x", "--slug", "A"],
    ["briefing", "Index"], ["briefing", "x", "--slug", "page"], ["entity", "Names"], ["entity", "index"],
    ["source", "Page"], ["source", "x", "--slug", "index"],
    ["briefing", String(repeating: "long ", count: 60)],
  ])
  func `what can be no file's name is a mistake in use`(arguments: [String]) throws {
    _ = try dossier("init")
    let outcome = try Command(arguments: ["new"] + arguments, folder: place.path).run()
    #expect(outcome.status == 64, "\(outcome)")
  }

  @Test func `a title without a letter for an identifier asks for one`() throws {
    _ = try dossier("init")
    let outcome = try dossier("new", "briefing", "!?")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("no identifier can be made from '!?'; name one with '--slug'"))
  }
}
