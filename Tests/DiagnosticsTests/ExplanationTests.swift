import Testing

@testable import Diagnostics

@Suite("Explanations")
struct ExplanationTests {
  @Test func `each code is explained once`() {
    #expect(Explanation.all.map(\.code.rawValue).sorted() == FindingCode.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: FindingCode.allCases)
  func `an explanation has all its parts, in sentences`(code: FindingCode) {
    let explanation = code.explanation
    for part in [explanation.meaning, explanation.reason, explanation.mend] {
      #expect(part.hasSuffix(".") && !part.contains("\n"), "\(part)")
      #expect(part.first?.isLowercase == false, "\(part)")
    }
    #expect(!explanation.example.isEmpty)
    #expect(explanation.text.hasPrefix("\(explanation.code.rawValue) (\(explanation.code.severity.rawValue)"))
  }

  @Test(arguments: FindingCode.allCases)
  func `no line but an example's is wider than a terminal`(code: FindingCode) {
    let explanation = code.explanation
    let wide = explanation.text.split(separator: "\n").filter { !$0.hasPrefix("    ") && $0.count > 80 }
    #expect(wide == [])
  }
}
