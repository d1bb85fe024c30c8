import Testing

@testable import Linking

struct ScalarsTests {
  @Test func `any bytes read as scalars, and well-formed ones as themselves`() {
    for lead: UInt8 in 0x80...0xFF {
      for second: UInt8 in 0...0xFF {
        let bytes = [lead, second, 0x80, 0x80]
        let step = bytes.span.scalar(at: 0)
        #expect(Unicode.Scalar(step.value) != nil)
        let taken = Array(bytes.prefix(step.utf8Count))
        if step.value != 0xFFFD {
          #expect(String(validating: taken, as: UTF8.self)?.unicodeScalars.count == 1)
        }
      }
    }
  }
}
