import Testing

@testable import Diagnostics

/// A list of known findings holds when lines move, and does not when they change.
@Suite("Baselines")
struct BaselineTests {
  private static let before = "One ⟦two⟧ three.\n\nFour ⟦two⟧ five.\n"

  private func findings(_ text: MarkedText) -> FindingList {
    FindingList(text.ranges.indices.map { Finding(.unknownSource, "no source 'two'", at: text.place($0)) })
  }

  private func remainder(of marked: String, after before: String = before) throws -> Baseline.Remainder {
    let (known, text) = (MarkedText(before), MarkedText(marked))
    let written = Baseline(findings(known), source: known.source).text
    return try Baseline(reading: Array(written.utf8)).remainder(of: findings(text), source: text.source)
  }

  @Test(arguments: [
    before, "New.\n\n" + before, "Four ⟦two⟧ five.\n\n\nOne ⟦two⟧ three.",
    "\tOne ⟦two⟧ three.\r\n  Four ⟦two⟧ five.",
  ])
  func `what is known stays known where its line has moved to`(marked: String) throws {
    let remainder = try remainder(of: marked)
    #expect(remainder.findings.findings == [])
    #expect((remainder.ignored, remainder.gone) == (2, 0))
  }

  @Test func `a line that changed is found again, and its entry is gone`() throws {
    let remainder = try remainder(of: "One ⟦two⟧ three, or four.\n\nFour ⟦two⟧ five.\n")
    #expect(remainder.findings.findings.count == 1)
    #expect((remainder.ignored, remainder.gone) == (1, 1))
  }

  @Test func `one more of the same is new`() throws {
    let remainder = try remainder(of: "⟦a⟧\n⟦a⟧\n⟦a⟧\n", after: "⟦a⟧\n⟦a⟧\n")
    #expect(remainder.findings.findings.count == 1)
    #expect((remainder.ignored, remainder.gone) == (2, 0))
  }

  @Test func `what is gone is counted`() throws {
    let remainder = try remainder(of: "One ⟦two⟧ three.")
    #expect((remainder.ignored, remainder.gone) == (1, 1))
  }

  @Test func `a finding with another number in its message stays known`() throws {
    let text = MarkedText("⟦a⟧")
    func list(_ number: Int) -> FindingList {
      FindingList([
        Finding(.badEncoding, "the byte at offset \(number)", at: text.place(), knownAs: "a byte")
      ])
    }
    let written = Baseline(list(1), source: text.source).text
    #expect(written.contains("\"message\":\"a byte\""))
    #expect(Baseline(list(20), source: text.source).text == written)
    let remainder = try Baseline(reading: Array(written.utf8)).remainder(of: list(20), source: text.source)
    #expect((remainder.ignored, remainder.gone) == (1, 0))
    let fingerprints = [1, 20].map { JSONFormat(source: text.source).render(list($0)).suffix(24) }
    #expect(fingerprints[0] == fingerprints[1])
  }

  @Test func `a finding has the same fingerprint with a baseline and without one`() throws {
    let (before, now) = (MarkedText("⟦a⟧\n⟦a⟧\n⟦a⟧\n"), MarkedText("⟦a⟧\n⟦a⟧\n⟦b⟧\n⟦a⟧\n⟦a⟧\n⟦a⟧\n"))
    let known = Baseline(findings(before), source: before.source)
    let left = known.remainder(of: findings(now), source: now.source).findings
    let all = JSONFormat(source: now.source).render(findings(now)).split(separator: "\n")
    #expect(JSONFormat(source: now.source).render(left).split(separator: "\n") == [all[2], all[4], all[5]])
    #expect(JSONFormat(source: now.source).render(left.withoutNotes(except: [])).contains(":5\"}"))
    let log = SARIFFormat(in: SourceTree(top: "/", prefix: nil), version: "1", source: now.source)
      .render(left, couldRun: true)
    #expect(log.contains(":4\"}") && log.contains(":5\"}"))
  }

  @Test func `what a run did not look for is not gone`() throws {
    let text = MarkedText("⟦a⟧")
    let codes: [FindingCode] = [.deadLink, .movedLink, .unusedNote]
    let known = Baseline(FindingList(codes.map { Finding($0, "x", at: text.place()) }), source: text.source)
    let nothing = FindingList([])
    #expect(known.remainder(of: nothing, source: text.source).gone == 3)
    #expect(known.remainder(of: nothing, unasked: [.deadLink, .movedLink], source: text.source).gone == 1)
    let dead = FindingList([Finding(.deadLink, "x", at: text.place())])
    let remainder = known.remainder(of: dead, unasked: [.deadLink, .movedLink], source: text.source)
    #expect((remainder.ignored, remainder.gone) == (1, 1))
  }

  @Test func `what ends a run is never known`() throws {
    let text = MarkedText("⟦a⟧")
    let list = FindingList(
      FindingCode.allCases.filter(\.endsRun).map { Finding($0, "x", at: text.place()) })
    let baseline = Baseline(list, source: text.source)
    #expect(baseline.count == 0)
    #expect(baseline.remainder(of: list, source: text.source).findings.findings == list.findings)
  }

  @Test func `its text is sorted, and the same for the same findings`() throws {
    let text = MarkedText("⟦\"b\"⟧ ⟦\\⟧\n⟦é⟧")
    let list = FindingList([
      Finding(.unusedNote, "b \"x\"", at: text.place(2)), Finding(.unusedNote, "a\n", at: text.place(1)),
      Finding(.strayFile, "whole", at: Place(text.path)),
    ])
    let written = Baseline(list, source: text.source).text
    let lines = written.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines == lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(try Baseline(reading: Array(written.utf8)).text == written)
  }

  @Test(arguments: [
    ("hello", 1), ("\n{}", 2), ("[]", 1), ("{\"schema\":1}", 1),
    (
      "{\"schema\":1,\"path\":\"a\",\"code\":\"b\",\"message\":\"c\",\"line\":\"\",\"count\":1}\n"
        + "{\"schema\":2,\"path\":\"a\",\"code\":\"b\",\"message\":\"c\",\"line\":\"\",\"count\":1}", 2
    ),
    ("{\"schema\":1,\"path\":\"a\",\"code\":\"b\",\"message\":\"c\",\"line\":\"\",\"count\":0}", 1),
    ("{\"schema\":1,\"path\":\"a\",\"code\":\"b\",\"message\":\"c\",\"line\":\"\",\"count\":1e300}", 1),
  ])
  func `a file of another kind is refused with its line`(text: String, line: Int) throws {
    let refusal = #expect(throws: Baseline.Unreadable.self) { try Baseline(reading: Array(text.utf8)) }
    #expect(refusal?.line == line)
  }
}
