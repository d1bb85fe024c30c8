import Diagnostics
import Testing

@testable import Briefings

/// One key of one kind of front matter.
struct KindAndKey: Sendable, CustomTestStringConvertible {
  let kind: ContentKind
  let key: SchemaKey

  static let all = ContentKind.allCases.flatMap { kind in
    kind.schema.keys.map { KindAndKey(kind: kind, key: $0) }
  }

  var testDescription: String { "\(kind.rawValue): \(key.name)" }
}

@Suite struct SchemaTests {
  /// Every required key but one, so that only that one can be wrong.
  private func matter(_ kind: ContentKind, without name: String) -> String {
    let values = [
      "title": "x", "published": "2025-03-05", "summary": "y", "name": "x", "type": "person",
      "publisher": "z",
    ]
    return kind.schema.keys.filter { $0.need != .optional && $0.name != name }
      .map { "\($0.name): \(values[$0.name] ?? "x")\n" }.joined()
  }

  @Test(arguments: KindAndKey.all)
  func `a value of the wrong shape is an error at the value, whatever the key`(each: KindAndKey) {
    var wrong = "⟦[[x⟧]]"
    if case .anything = each.key.shape { wrong = "⟦x⟧" }
    let name = each.key.name
    let marked = Marked("---\n\(matter(each.kind, without: name))\(name): \(wrong)\n---\n")
    let file = DecodedFile(decoding: marked.bytes, .sample(each.kind))
    #expect(file.findings.contains { $0.code == .wrongType })
    let line = marked.places[0].lowerBound - name.utf8.count - 2
    #expect(file.findings.allSatisfy { $0.place.range?.lowerBound ?? 0 >= line })
  }

  @Test(arguments: KindAndKey.all)
  func `a key without a value is an error when it is required, and a flag never is without one`(
    each: KindAndKey
  ) {
    let name = each.key.name
    let file = DecodedFile(each.kind, "---\n\(matter(each.kind, without: name))\(name):\n---\n")
    if each.key.mayNotBeBlank {
      #expect(file.findings.map(\.code) == [.wrongType])
    } else {
      #expect(file.findings.map(\.code) == (each.key.need == .optional ? [] : [.missingKey]))
    }
  }

  @Test(arguments: KindAndKey.all)
  func `a key's name with a slip of the pen is found again`(each: KindAndKey) {
    let slip = each.key.name + "q"
    let file = DecodedFile(
      each.kind, "---\n\(matter(each.kind, without: slip))\(slip): x\n---\n")
    #expect(file.findings.map(\.code) == [.unknownKey])
    #expect(file.findings.first?.suggestions.contains(each.key.name) == true)
  }

  @Test(arguments: ContentKind.allCases)
  func `no schema has a key twice, and every key says what it means`(kind: ContentKind) {
    let names = kind.schema.keys.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(kind.schema.keys.allSatisfy { $0.meaning.hasSuffix(".") })
  }
}
