import Foundation
import Testing

@testable import Diagnostics

@Suite("JSON")
struct JSONTests {
  @Test(arguments: [
    "", "plain", "\"\\/\u{8}\u{C}\n\r\t", "\u{0}\u{1F}\u{7F}\u{9F}\u{2028}\u{2029}", "é汉😀\u{301}\u{FFFE}",
  ])
  func `a string is read back as it was, on one line`(text: String) throws {
    let written = JSON.quoted(text)
    #expect(!written.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{2028}" })
    let read = try JSONDecoder().decode(String.self, from: Data(written.utf8))
    #expect(Array(read.utf8) == Array(text.utf8))
  }

  @Test func `members stay in their order, and those that are nil are left out`() {
    let object: JSON = .members(["b": .number(-1), "a": nil, "c": .array([.flag(true), .object([])])])
    #expect(object.text == "{\"b\":-1,\"c\":[true,{}]}")
  }
}
