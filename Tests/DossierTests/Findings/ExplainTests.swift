import Diagnostics
import Foundation
import Testing

/// `dossier explain`, as a process.
@Suite("Findings: explained")
struct ExplainTests {
  private func explain(_ arguments: String...) throws -> Command.Outcome {
    try Command(arguments: ["explain"] + arguments, folder: "/").run()
  }

  @Test func `a code is explained without a site`() throws {
    let outcome = try explain("unknown-source", "withheld")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("unknown-source (error, fixed"))
    #expect(outcome.output.contains("\n\nwithheld (note)\n"))
  }

  @Test func `all codes are printed as one object a line`() throws {
    let outcome = try explain("--all", "--format", "json")
    let codes = try outcome.output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["code"] as? String)
    }
    #expect(codes.sorted() == FindingCode.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: [
    (["unknown-sorce"], "did you mean 'unknown-source'"), (["zzz"], "--all"), ([], "Which code?"),
    (["--all", "withheld"], "not both"),
  ])
  func `what nobody can explain ends with 64`(arguments: [String], words: String) throws {
    let outcome = try Command(arguments: ["explain"] + arguments, folder: "/").run()
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(words), "\(outcome)")
  }
}
