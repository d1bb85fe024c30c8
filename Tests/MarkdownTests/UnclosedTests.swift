import Diagnostics
import Testing

@testable import Markdown

/// What takes in more of a page than was meant, or puts into it what nobody wrote.
@Suite("Unclosed and unfinished")
struct UnclosedTests {
  @Test(arguments: [
    "⟦<!--⟧ Later", "a\n\n  ⟦<!--⟧ Later\n\nb\n\n# c", "⟦<!--⟧\nb", "> ⟦<!--⟧ Later\n\nb",
    "- a\n\n  ⟦<!--⟧ b\n- c",
    "a[^n]\n\n[^n]: ⟦<!--⟧ Later", "a\n⟦<!--⟧ b", "::: gap\na\n:::\n\n⟦<!--⟧ [x]{.claim}",
    "é\r\n\r\n⟦<!--⟧ b\r\nc",
    "<!-- a -->\n⟦<!--⟧ b - ->\n",
  ])
  func `a comment that is never closed is an error`(marked: String) {
    let fault = MarkedFault(marked)
    let findings = annotations(fault.text).findings.filter { $0.code == .unclosedBlock }
    #expect(findings.map(\.place.range) == [fault.range])
    #expect(findings.map(\.severity) == [.error])
  }

  @Test(arguments: [
    "<!-- a\n\nb -->\n\nc", "<!---->", "<!-->", "a <!-- b", "`<!-- a`", "```\n<!-- a\n```", "    <!-- a",
    "\\<!-- a", "> <!-- a\n> b -->\n\nc", "<!-- a --><!-- b\nc -->",
  ])
  func `a comment that is closed, or none, is not called unclosed`(text: String) {
    #expect(annotations(text).findings.filter { $0.code == .unclosedBlock } == [])
  }

  @Test(arguments: [
    "⟦```⟧\na", "a\n⟦```⟧", "é\n\n⟦~~~~⟧ swift\na\n~~~\n\nb", "> ⟦```⟧\n> a\n>\n> b\n\nc",
    "- ⟦```⟧\n  a\n\n  b\n- c",
    "- ⟦```⟧\n  a\n\n  b\n\n```\nc\n```", "> ⟦```⟧\n> a\n>\n> b\n```\nc\n```",
    "a[^n]\n\n[^n]: ⟦```⟧\n    a\n\n    b\n\nc",
    "```\na\n```\n\n⟦```⟧\nb\n", "::: gap\na\n:::\n\n   ⟦```⟧\r\n```a\r\n",
  ])
  func `code that is never closed is a warning`(marked: String) {
    let fault = MarkedFault(marked)
    let findings = annotations(fault.text).findings.filter { $0.code == .unclosedBlock }
    #expect(findings.map(\.place.range) == [fault.range])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "```\na\n\nb\n```", "```\n```", "> ```\n> a\n>\n> b\n> ```", "- ```\n  a\n\n  b\n  ```\n- c",
    "> ```\n> a\n\nb",
    "~~~\na\n\n~~~~~", "    ```\n\n    b", "- a\n\n      ```\n\n      b",
    "a[^n]\n\n[^n]: ```\n    a\n\n    b\n    ```",
    "::: gap\n```\na\n\nb\n```\n:::", "```\na\n\nb\n  ```  \n```\nc\n```", "a ``` b", "- ```\n  a\n\nb",
    "```a\n```\n\n~~~\n\n[^n]: b\n~~~",
  ])
  func `code that is closed, or ends with its container, is not called unclosed`(text: String) {
    #expect(annotations(text).findings.filter { $0.code == .unclosedBlock } == [])
  }

  @Test(arguments: [
    "a\n\n⟦<<<<<<< HEAD⟧\nb\n=======\nc\n>>>>>>> main\n\nd",
    "⟦<<<<<<< HEAD⟧\n\nb\n\n=======\n\nc\n\n>>>>>>> main\n",
    "- a\n⟦<<<<<<< HEAD⟧\n- b\n=======\n- c\n>>>>>>> main\n- d",
    "⟦<<<<<<< é⟧\r\nb\r\n=======\r\n>>>>>>> x\r\n",
    "⟦<<<<<<< HEAD⟧\n```\nb\n```\n=======\n>>>>>>> main",
    "⟦<<<<<<< HEAD⟧\nb\n||||||| 1f\nc\n=======\n>>>>>>> main",
    "```\nx\n```\n\n⟦<<<<<<< HEAD⟧\n=======\n>>>>>>> main",
  ])
  func `a merge conflict is an error at its first line`(marked: String) {
    let fault = MarkedFault(marked)
    let findings = annotations(fault.text).findings.filter { $0.message.contains("Git") }
    #expect(findings.map(\.place.range) == [fault.range])
    #expect(findings.map(\.code) == [.unsupportedSyntax])
    #expect(findings.map(\.severity) == [.error])
  }

  @Test func `each merge conflict is told`() {
    let conflict = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n"
    let findings = annotations(conflict + "\nc\n\n" + conflict).findings
    #expect(findings.count { $0.message.contains("Git") } == 2)
  }

  @Test(arguments: [
    "a\n=======\n\nb", "```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n```", ">>>>>>> a\n\nb\n=======",
    "> ~~~\n<<<<<<< HEAD\n=======", "<<<<<<< HEAD\na\n======\nb\n>>>>>>> main",
    "<<<<<<< HEAD\nb\n>>>>>>> main",
    "<!--\n<<<<<<< HEAD\n=======\n>>>>>>> main\n-->", "    <<<<<<< HEAD\n    =======\n    >>>>>>> main",
  ])
  func `lines that only look like a conflict's are left alone`(text: String) {
    #expect(annotations(text).findings.filter { $0.message.contains("Git") } == [])
  }

  @Test(arguments: [
    "## H {#closure ⟦#x⟧}", "[a]{#x ⟦#y⟧ .claim} b", "[a]{#x .claim}{⟦#y⟧} b", "::: {.gap #x id=⟦y⟧}\na\n:::",
    "| a |\n|---|\n: b {#t ⟦#u⟧}", "> é [a]{#x .claim\n> ⟦#y⟧}",
  ])
  func `two identifiers in one place are an error at the second`(marked: String) {
    let fault = MarkedFault(marked)
    #expect(fault.found(.badAttribute) == [fault.range])
  }
}
