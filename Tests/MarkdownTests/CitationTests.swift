import Diagnostics
import Testing

@testable import Markdown

/// Pandoc's citation grammar.
@Suite("Citations")
struct CitationTests {
  /// `prefix|key|-|label|value|suffix` an item; `text:` before a group without brackets.
  private func outline(_ group: CitationGroup) -> String {
    let items = group.items.map { item in
      [
        item.prefix, item.key, item.suppressesAuthor ? "-" : "", item.pinpoint?.label.rawValue ?? "",
        item.pinpoint?.value ?? "", item.suffix,
      ].joined(separator: "|")
    }
    return (group.isInText ? "text: " : "") + items.joined(separator: " + ")
  }

  @Test(arguments: [
    ("[@a]", ["|a||||"]),
    ("[see @a, p. 3; also -@b]", ["see|a||page|3|", "+also|b|-|||"]),
    ("[-@a, 33–35, 38 and elsewhere]", ["|a|-|page|33–35, 38|and elsewhere"]),
    ("[@a, chap. iv–vi, 12]", ["|a||chapter|iv–vi, 12|"]),
    ("[@a, § 12]", ["|a||section|12|"]), ("[@a ¶¶3-4]", ["|a||paragraph|3-4|"]),
    ("[@a{ii, A, D-Z}, with a suffix]", ["|a||page|ii, A, D-Z|with a suffix"]),
    ("[@a, {pp. iv, vi-xi, (xv)-(xvii)} more]", ["|a||page|iv, vi-xi, (xv)-(xvii)|more"]),
    ("[@a, {}99 years later]", ["|a||page||99 years later"]),
    ("[@a, s.v. truce, twice]", ["|a||sub verbo|truce|twice"]),
    ("[@a, passim]", ["|a||||passim"]), ("[@a, title page]", ["|a||||title page"]),
    ("[@{https://x.org/a_b_c*d*?[e]}, p. 1]", ["|https://x.org/a_b_c*d*?[e]||page|1|"]),
    ("[@{key with spaces}]", ["|key with spaces||||"]),
    ("@{key with spaces} says", ["text: |key with spaces||||"]),
    ("@a says", ["text: |a||||"]), ("(-@a)", ["text: |a|-|||"]), ("said -@a.", ["text: |a|-|||"]),
    ("@a [p. 3] says", ["text: |a||page|3|"]), ("@a[p. 3] says", ["text: |a||page|3|"]),
    ("@a\n[p. 3; see @b] says", ["text: |a||page|3|", "+see|b||||"]),
    ("@a [x](/u)", ["text: |a||||"]), ("@a [x]{.gap}", ["text: |a||||"]), ("@a [[x]]", ["text: |a||||"]),
    ("@a [^n]\n\n[^n]: b", ["text: |a||||"]), ("@a  [p. 3]", ["text: |a||||"]),
    ("@a [b; c]", ["text: |a||||"]),
    ("[@a]; [@b]", ["|a||||", "|b||||"]), ("[@a; b]", ["text: |a||||"]),
  ])
  func `a citation has its parts`(text: String, expected: [String]) {
    var groups: [String] = []
    for item in expected {
      if item.hasPrefix("+"), let last = groups.popLast() {
        groups.append(last + " + " + item.dropFirst())
      } else {
        groups.append(item)
      }
    }
    #expect(annotations(text).citations.map(outline) == groups)
  }

  @Test(arguments: Locator.Label.allCases)
  func `every spelling of a label is read, with and without a comma`(_ label: Locator.Label) {
    let words = Locator.spellings.first { $0.label == label }?.words ?? []
    #expect(!words.isEmpty)
    for word in words {
      for form in ["[@a, \(word) 12]", "[@a \(word) 12]", "[@a, {\(word) 12}]", "@a [\(word) 12]"] {
        let item = annotations(form).citations.first?.items.first
        #expect(item?.pinpoint == Locator(label: label, value: "12"), "\(form)")
        #expect(item?.locator == "\(word) 12", "\(form)")
      }
    }
  }

  @Test func `a braced locator prints without its braces`() {
    #expect(html("[@a, {pp. 3, 5} more]").contains("[@a, pp. 3, 5 more]"))
  }

  @Test func `the parts stand where they were written`() {
    let text = "> é -@a [p. 3], [see -@{b c}, {p. 4}]\n"
    let bytes = Array(text.utf8)
    let groups = annotations(text).citations
    #expect(
      groups.map { String(decoding: bytes[$0.source], as: UTF8.self) }
        == ["-@a [p. 3]", "[see -@{b c}, {p. 4}]"])
    #expect(
      groups.flatMap(\.items).map { String(decoding: bytes[$0.source], as: UTF8.self) } == ["@a", "@{b c}"])
  }
}
