/// What each scalar folds to, as UTF-8, found in two look-ups.
///
/// The data are a committed table and not the system's: two machines with different versions of Unicode find
/// the same names.
package struct FoldingTable: Sendable {
  package static let shared = FoldingTable(encoded: foldingData)

  /// The slots' block of each 128 scalars. Block 0 is the one in which nothing changes.
  private var blocks = [UInt16](repeating: 0, count: 0x110000 >> blockShift)
  private var slots = [Folded](repeating: .unchanged, count: 1 << blockShift)
  private(set) var bytes: [UInt8] = []

  private static let blockShift: UInt32 = 7
  private static let blockMask: UInt32 = (1 << blockShift) - 1

  /// A scalar's folded form: itself, or a stretch of the table's `bytes`.
  struct Folded: Sendable, Equatable {
    private let bits: UInt32
    static let unchanged = Folded(bits: 0)

    private init(bits: UInt32) { self.bits = bits }
    init(start: Int, utf8Count: Int) { bits = UInt32(start) << 8 | UInt32(utf8Count) << 1 | 1 }

    var isUnchanged: Bool { bits == 0 }
    var isDropped: Bool { bits & 0xFF == 1 }
    var range: Range<Int> { Int(bits >> 8)..<Int(bits >> 8) + Int(bits & 0xFF) >> 1 }
  }

  func folded(_ scalar: UInt32) -> Folded {
    let block = Int(blocks[Int(scalar >> Self.blockShift)])
    return slots[block << Int(Self.blockShift) + Int(scalar & Self.blockMask)]
  }

  /// Reads the committed form.
  ///
  /// - Parameter encoded: entries separated by white space, numbers in hexadecimal. `C0:61` is one scalar and its
  ///   output, `C0-C5:61` a range with one output, `410-42F>430` a range whose outputs count up with it, `100/136`
  ///   a range of which every other scalar folds to its successor. An output of several scalars is joined by
  ///   `.`, one of none is empty.
  private init(encoded: StaticString) {
    bytes.reserveCapacity(1 << 17)
    slots.reserveCapacity(1 << 15)
    var reader = FoldingReader(encoded: encoded)
    while reader.readEntry() {
      var scalar = reader.first
      while scalar <= reader.last {
        add(scalar, reader)
        scalar += reader.form == .alternate ? 2 : 1
      }
    }
    addHangul()
  }

  private mutating func add(_ scalar: UInt32, _ entry: FoldingReader) {
    let start = bytes.count
    switch entry.form {
    case .constant: for value in entry.output { appendUTF8(value) }
    case .parallel: for value in entry.output { appendUTF8(value + scalar - entry.first) }
    case .alternate: appendUTF8(scalar + 1)
    }
    setSlot(of: scalar, from: start)
  }

  /// Hangul syllables decompose by arithmetic (The Unicode Standard, section 3.12).
  private mutating func addHangul() {
    for index in UInt32(0)..<11172 {
      let start = bytes.count
      appendUTF8(0x1100 + index / 588)
      appendUTF8(0x1161 + index % 588 / 28)
      if index % 28 != 0 { appendUTF8(0x11A7 + index % 28) }
      setSlot(of: 0xAC00 + index, from: start)
    }
  }

  private mutating func setSlot(of scalar: UInt32, from start: Int) {
    let page = Int(scalar >> Self.blockShift)
    if blocks[page] == 0 {
      blocks[page] = UInt16(slots.count >> Int(Self.blockShift))
      slots.append(contentsOf: repeatElement(.unchanged, count: 1 << Self.blockShift))
    }
    let slot = Int(blocks[page]) << Int(Self.blockShift) + Int(scalar & Self.blockMask)
    slots[slot] = Folded(start: start, utf8Count: bytes.count - start)
  }

  private mutating func appendUTF8(_ value: UInt32) {
    if value < 0x80 {
      bytes.append(UInt8(value))
    } else {
      if value < 0x800 {
        bytes.append(UInt8(0xC0 | value >> 6))
      } else {
        if value < 0x10000 {
          bytes.append(UInt8(0xE0 | value >> 12))
        } else {
          bytes.append(UInt8(0xF0 | value >> 18))
          bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
        }
        bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      }
      bytes.append(UInt8(0x80 | value & 0x3F))
    }
  }
}
