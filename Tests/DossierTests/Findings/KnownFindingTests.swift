import Foundation
import Testing

/// `check --baseline` and `--write-baseline`, as a process.
@Suite("Findings: known ones")
struct KnownFindingTests {
  private let site: TestSite
  private static let third = "Content/briefings/third.md"

  init() throws {
    site = try TestSite(SampleSite.files)
    try site.write(SampleSite.briefing("Third", "See [[nowhere]].\n\nSee [[nowhere]]."), to: Self.third)
  }

  @Test func `what is listed is left out, and what is new is not`() throws {
    let written = try site.dossier("check", "--write-baseline", "known.jsonl")
    #expect(written.status == 0, "\(written)")
    #expect(written.output == "")
    #expect(written.errors.contains("2 findings are known"))
    let known = try site.dossier("check", "--baseline", "known.jsonl")
    #expect((known.status, known.output) == (0, ""), "\(known)")
    #expect(known.errors.contains("0 errors") && known.errors.contains("2 known findings are left out"))
    #expect(!known.errors.contains("note:"))

    let moved = "New.\n\nSee [[nowhere]].\n\nSee [[nobody]].\n\nSee [[nowhere]]."
    try site.write(SampleSite.briefing("Third", moved), to: Self.third)
    let more = try site.dossier("check", "--baseline", "known.jsonl")
    #expect(more.status == 1)
    #expect(more.output.contains("nobody") && !more.output.contains("nowhere"), "\(more)")
    #expect(try site.dossier("build").status == 1)
  }

  @Test func `what no longer occurs is told, and dropped from a list made anew`() throws {
    #expect(try site.dossier("check", "--write-baseline", "known.jsonl").status == 0)
    try site.write(SampleSite.briefing("Third", "See [[nowhere]]."), to: Self.third)
    let fewer = try site.dossier("check", "--baseline", "known.jsonl")
    #expect(fewer.status == 0)
    #expect(fewer.errors.contains("note: 1 entry of 'known.jsonl' no longer occurs"), "\(fewer)")
    #expect(try site.dossier("check", "--write-baseline", "known.jsonl").status == 0)
    #expect(!(try site.dossier("check", "--baseline", "known.jsonl").errors.contains("note:")))
  }

  @Test func `what the run did not look for is not told as gone`() throws {
    let entries = ["dead-link", "moved-link", "copied-words", "silent-correction"].map { code in
      #"{"schema":1,"path":"a.md","code":"\#(code)","message":"x","line":"","count":1}"# + "\n"
    }
    try site.write(entries.joined(), to: "known.jsonl")
    #expect(!(try site.dossier("check", "--baseline", "known.jsonl").errors.contains("note:")))
    let told = try site.dossier("check", "--copied-words", "--baseline", "known.jsonl")
    #expect(told.errors.contains("note: 1 entry of 'known.jsonl' no longer occurs"), "\(told)")
  }

  @Test func `a finding keeps its fingerprint when a list leaves others like it out`() throws {
    func fingerprints(_ arguments: String...) throws -> [Substring] {
      try site.dossier(["check", "--format", "json"] + arguments).output.split(separator: "\n").map { line in
        line.split(separator: ":").last ?? ""
      }
    }
    #expect(try site.dossier("check", "--write-baseline", "known.jsonl").status == 0)
    let more = "See [[nowhere]].\n\nSee [[nowhere]].\n\nSee [[nowhere]]."
    try site.write(SampleSite.briefing("Third", more), to: Self.third)
    #expect(try fingerprints() == ["1\"}", "2\"}", "3\"}"])
    #expect(try fingerprints("--baseline", "known.jsonl") == ["3\"}"])
  }

  @Test func `what is known from now on is told in its number, and not to who wants results only`() throws {
    try site.write(SampleSite.briefing("Third", "See [[nowhere]]."), to: Self.third)
    let told = try site.dossier("check", "--write-baseline", "known.jsonl")
    #expect(told.errors.contains("1 finding is known from now on"))
    #expect(told.errors.contains("leaves it out"), "\(told)")
    let quiet = try site.dossier("check", "--quiet", "--write-baseline", "known.jsonl")
    #expect((quiet.status, quiet.output, quiet.errors) == (0, "", ""), "\(quiet)")
  }

  @Test(arguments: ["nowhere.jsonl", "Content"])
  func `what is no list ends with 2 and says how to make one`(file: String) throws {
    let outcome = try site.dossier("check", "--baseline", file)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("'\(file)'") && outcome.errors.contains("--write-baseline"), "\(outcome)")
  }

  @Test(arguments: [SampleSite.briefing, SampleSite.configuration])
  func `what is no list is never replaced by one`(file: String) throws {
    let before = FileManager.default.contents(atPath: "\(site.root)/\(file)")
    let outcome = try site.dossier("check", "--write-baseline", file)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'\(file)' is there already and is no baseline"), "\(outcome)")
    #expect(FileManager.default.contents(atPath: "\(site.root)/\(file)") == before)
    #expect(!(try site.dossier("check", "--baseline", file).errors.contains("--write-baseline")))
  }

  @Test func `a list of another time is replaced, whatever it has become`() throws {
    for text in ["", "\n", #"{"schema":9,"code":"x"}"# + "\n<<<<<<< HEAD\n"] {
      try site.write(text, to: "known.jsonl")
      #expect(try site.dossier("check", "--write-baseline", "known.jsonl").status == 0)
      #expect(try site.dossier("check", "--baseline", "known.jsonl").status == 0)
    }
  }

  @Test func `a link to a list stays one, and permissions stay`() throws {
    try site.write("", to: "lists/real.jsonl")
    #expect(chmod(site.root + "/lists/real.jsonl", 0o600) == 0)
    try site.link("known.jsonl", to: "lists/real.jsonl")
    #expect(try site.dossier("check", "--write-baseline", "known.jsonl").status == 0)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: site.root + "/known.jsonl")
        == "lists/real.jsonl")
    let attributes = try FileManager.default.attributesOfItem(atPath: site.root + "/lists/real.jsonl")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(attributes[.size] as? Int ?? 0 > 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.root + "/lists") == ["real.jsonl"])
  }

  @Test func `a pipe is written to`() throws {
    #expect(mkfifo(site.root + "/pipe", 0o600) == 0)
    let reader = try Command(
      program: "/bin/bash",
      arguments: ["-c", "cat pipe >copy & '\(Binary.dossier)' check --write-baseline pipe; wait"],
      folder: site.root
    ).run()
    #expect(reader.status == 0, "\(reader)")
    let copy = FileManager.default.contents(atPath: site.root + "/copy") ?? Data()
    #expect(String(decoding: copy, as: UTF8.self).contains("unknown-link"))
  }

  @Test func `a list that cannot be written ends with 2`() throws {
    let outcome = try site.dossier("check", "--write-baseline", "nowhere/known.jsonl")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("nowhere/known.jsonl"))
  }

  @Test func `nothing is listed when not everything could be looked at`() throws {
    try site.write("{{#site}}", to: "Templates/page.mustache")
    let outcome = try site.dossier("check", "--write-baseline", "known.jsonl")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("[template-error]"))
    #expect(!FileManager.default.fileExists(atPath: site.root + "/known.jsonl"))
  }

  @Test func `reading and writing at once is refused`() throws {
    #expect(try site.dossier("check", "--baseline", "a", "--write-baseline", "b").status == 64)
  }
}
