import Foundation
import Testing

@testable import Diagnostics

@Suite("Findings as SARIF")
struct SARIFFormatTests {
  private struct Log: Decodable {
    struct Message: Decodable { let text: String }
    struct Location: Decodable { let message: Message? }
    struct Fix: Decodable { let description: Message }
    struct Rule: Decodable {
      let id: String
      let help: Message
    }
    struct Driver: Decodable { let rules: [Rule] }
    struct Tool: Decodable { let driver: Driver }
    struct Result: Decodable {
      let message: Message
      let relatedLocations: [Location]?
      let fixes: [Fix]?
    }
    struct Notification: Decodable { let message: Message }
    struct Invocation: Decodable { let toolExecutionNotifications: [Notification]? }
    struct Run: Decodable {
      let tool: Tool
      let invocations: [Invocation]
      let results: [Result]
    }
    let runs: [Run]
  }

  private func run(_ findings: [Finding], _ text: MarkedText, reason: String? = nil) throws -> Log.Run {
    let format = SARIFFormat(in: SourceTree(top: "/", prefix: nil), version: "1", source: text.source)
    let log = format.render(FindingList(findings), couldRun: reason == nil, reason: reason)
    return try #require(try JSONDecoder().decode(Log.self, from: Data(log.utf8)).runs.first)
  }

  static let messages: [(String, String)] = [
    ("write {{/site}}", "write {{{{/site}}}}"), ("'{0}' and {#id}", "'{{0}}' and {{#id}}"), ("} {", "}} {{"),
    ("[[nowhere]] and [x] (y)", "[[nowhere]] and [x] (y)"), ("'[it](1)'", #"'[it\](1)'"#),
    (#"[a\](b) [a\\](b)"#, #"[a\](b) [a\\\](b)"#), (#"a\b ]"#, #"a\b ]"#),
  ]

  @Test(arguments: messages)
  func `a message holds no placeholder and no link`(message: String, written: String) throws {
    let text = MarkedText("⟦a⟧")
    let note = Finding.Note(message, text.place())
    let run = try run(
      [Finding(.unusedNote, message, at: text.place(), notes: [note])], text, reason: message)
    #expect(run.results.first?.message.text == written)
    #expect(run.results.first?.relatedLocations?.first?.message?.text == written)
    #expect(run.invocations.first?.toolExecutionNotifications?.first?.message.text == written)
  }

  @Test func `suggestions and fixes are escaped as messages are`() throws {
    let text = MarkedText("⟦a{b}⟧")
    let run = try run([Finding(.unknownKey, "x", at: text.place(), suggestions: ["a{c}"])], text)
    #expect(run.results.first?.message.text == "x; did you mean 'a{{c}}'?")
    #expect(run.results.first?.fixes?.first?.description.text == "Write 'a{{c}}'.")
  }

  /// Nothing gives a rule's text arguments, and viewers show it as it stands.
  @Test func `rules show what an author has to write as it is written`() throws {
    let rules = try run([], MarkedText("")).tool.driver.rules
    let texts = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0.help.text) })
    for code in FindingCode.allCases { #expect(texts[code.rawValue] == code.explanation.text) }
  }
}
