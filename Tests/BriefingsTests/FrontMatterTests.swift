import Diagnostics
import TestSupport
import Testing

@testable import Briefings

@Suite struct FrontMatterTests {
  @Test(arguments: [
    ("---\na: b\n---\nBody", "a: b\n", "Body"),
    ("---\r\na: b\r\n---\r\nBody", "a: b\r\n", "Body"),
    ("---\ra: b\r---\rBody", "a: b\r", "Body"),
    ("--- \t\na: b\n---  \nBody", "a: b\n", "Body"),
    ("\u{FEFF}---\na: b\n---\nBody", "a: b\n", "Body"),
    ("---\n---\n", "", ""),
    ("---\n---", "", ""),
    ("---\na: '\n ---'\n---\n---\n", "a: '\n ---'\n", "---\n"),
    ("---\n----\n--- x\n---\nBody", "----\n--- x\n", "Body"),
  ])
  func `front matter stands between two lines of three hyphens`(text: String, yaml: String, body: String) {
    let bytes = Array(text.utf8)
    guard case .found(let matter) = FrontMatter.split(bytes) else {
      Issue.record("no front matter found")
      return
    }
    #expect(String(decoding: bytes[matter.yaml], as: UTF8.self) == yaml)
    #expect(String(decoding: bytes[matter.bodyStart...], as: UTF8.self) == body)
    #expect(String(decoding: bytes[matter.opening], as: UTF8.self) == "---")
  }

  @Test(arguments: ["", "-", "--", "text", " ---\na: b\n---\n", "\n---\n---\n", "---x\n---\n", "----\n---\n"])
  func `front matter begins at the first byte or nowhere`(text: String) {
    #expect(FrontMatter.split(Array(text.utf8)) == .none(bodyStart: 0))
  }

  @Test(arguments: ["---", "---\n", "---\ntitle: x\n", "---\ntitle: x\n--x\n"])
  func `front matter without an end is an error at its first line`(text: String) {
    let file = DecodedFile(.page, text)
    #expect(file.findings.map(\.code) == [.badYAML])
    #expect(file.findings.first?.place.range == 0..<3)
    #expect(file.page?.common.hasErrors == true)
  }

  @Test func `a file without front matter is told what it needs`() {
    let file = DecodedFile(.page, "Just text.\n")
    #expect(file.findings.map(\.code) == [.missingKey])
    #expect(file.findings.first?.message == "a page begins with a '---' line, 'title' and another '---' line")
  }

  @Test func `the body's start, size and digest are kept`() {
    let text = "---\ntitle: x\n---\nBody é\n"
    let file = DecodedFile(.page, text).page?.file
    #expect(file?.bodyStart == 17)
    #expect(file?.size == text.utf8.count)
    #expect(file?.digest == Digest.of(Array(text.utf8)))
  }

  @Test(
    arguments: [
      ([0xFF], 0), ([0x80], 0), ([0xC3], 0), ([0xC0, 0x80], 0), ([0xE2, 0x82], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF8, 0x88, 0x80, 0x80, 0x80], 0), ([0xC3, 0xA9, 0xA9], 2),
    ] as [([UInt8], Int)])
  func `a byte that is no UTF-8 is an error with its offset, in front matter and in the body`(
    wrong: [UInt8], at offset: Int
  ) {
    let inBody = Array("---\ntitle: x\n---\n".utf8)
    let file = DecodedFile(decoding: inBody + wrong + Array("abc".utf8), .sample(.page))
    #expect(file.findings.map(\.code) == [.badEncoding])
    #expect(file.findings.first?.place.range?.lowerBound == 17 + offset)
    #expect(file.findings.first?.message.contains("offset \(17 + offset)") == true)
    #expect(file.findings.first?.identity == "a byte is no UTF-8; save the file as UTF-8")
    #expect(file.page?.title == "x")

    let inMatter = Array("---\ntitle: ".utf8) + wrong + Array("\n---\n".utf8)
    let other = DecodedFile(decoding: inMatter, .sample(.page))
    #expect(other.findings.map(\.code) == [.badEncoding])
    #expect(other.findings.first?.place.range?.lowerBound == 11 + offset)
  }

  @Test(arguments: 0..<200)
  func `the check of UTF-8 agrees with the standard library`(seed: Int) {
    var random = Dice(seed: UInt64(truncatingIfNeeded: seed))
    let alphabet: [UInt8] = [
      0x41, 0x7F, 0x80, 0xBF, 0xC2, 0xC3, 0xE0, 0xA0, 0xE2, 0xED, 0x9F, 0xEF, 0xF0, 0x90, 0xF4, 0x8F,
    ]
    let bytes = (0..<24).map { _ in alphabet[Int(random.next() % 16)] }
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    let invalid = UTF8Check.firstInvalidOffset(in: bytes)
    #expect((invalid == nil) == isValid)
    if let invalid { #expect(String(validating: bytes[..<invalid], as: UTF8.self) != nil) }
  }
}
