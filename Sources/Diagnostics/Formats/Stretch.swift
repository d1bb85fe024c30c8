/// A part of a line that is shown, as long as there is room for it, cut where a terminal begins to draw something new.
struct Stretch {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Of a terminal, with as many for a tab as it may take.
  private(set) var columns = 0
  /// Whether something was left out.
  private(set) var isCut = false

  /// The beginning of a text.
  init(firstOf bytes: ArraySlice<UInt8>, columns room: Int) {
    let head = bytes.prefix(Stretch.byteCount(room))
    let (shown, isWhole) = (Stretch.printable(head), head.count == bytes.count)
    let units = Stretch.units(shown)
    // The last one may go on in what was not read.
    for unit in isWhole ? units[...] : units.dropLast() {
      guard columns + unit.columns <= room else { break }
      scalars += unit.scalars
      columns += unit.columns
    }
    isCut = !isWhole || scalars.count < shown.count
  }

  /// The end of a text, behind an ellipsis if it is cut.
  init(lastOf bytes: ArraySlice<UInt8>, columns room: Int) {
    let tail = bytes.suffix(Stretch.byteCount(room))
    let isWhole = tail.count == bytes.count
    let shown = Stretch.printable(isWhole ? tail : tail.drop { $0 & 0xC0 == 0x80 })
    let units = Stretch.units(shown)
    var kept: [Unit] = []
    // The first one may have begun in what was not read.
    for unit in (isWhole ? units[...] : units.dropFirst()).reversed() {
      guard columns + unit.columns <= room else { break }
      kept.append(unit)
      columns += unit.columns
    }
    scalars = kept.reversed().flatMap(\.scalars)
    isCut = !isWhole || scalars.count < shown.count
    guard isCut else { return }
    scalars.insert("…", at: 0)
    columns += 1
  }

  // MARK: Units

  /// What a terminal draws in one place: a character with its marks, an emoji of several, a flag.
  private struct Unit {
    var scalars: [Unicode.Scalar]
    var columns: Int
  }

  /// At most, on nearly all terminals.
  private static let tabWidth = 8

  private static func units(_ scalars: [Unicode.Scalar]) -> [Unit] {
    var units: [Unit] = []
    var width = DisplayWidth()
    for scalar in scalars {
      let columns = width.add(scalar)
      if width.isDrawnInto, let last = units.indices.last {
        units[last].scalars.append(scalar)
        units[last].columns += columns
      } else {
        units.append(Unit(scalars: [scalar], columns: scalar == "\t" ? tabWidth : columns))
      }
    }
    return units
  }

  // MARK: Reading

  /// Four bytes a scalar at most, and as many for marks: a line of megabytes is not read whole.
  private static func byteCount(_ columns: Int) -> Int { max(0, columns) * 8 + 64 }

  /// What would move the terminal's text about is shown as U+FFFD.
  private static func printable(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0.isHarmless ? $0 : "\u{FFFD}" }
  }
}
