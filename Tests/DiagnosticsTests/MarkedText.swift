import Testing

@testable import Diagnostics

/// A text in which `⟦` and `⟧` stand around each place, taken out.
struct MarkedText {
  let text: SourceText
  let ranges: [Range<Int>]

  init(_ marked: String, path: RelativePath = RelativePath(literal: "Content/briefings/truce.md")) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var open: [Int] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open.append(bytes.count)
      case "⟧": if let start = open.popLast() { ranges.append(start..<bytes.count) }
      default: bytes += Array(String(scalar).utf8)
      }
    }
    text = SourceText(path: path, bytes: bytes)
    self.ranges = ranges
  }

  var path: RelativePath { text.path }

  func place(_ index: Int = 0) -> Place { Place(path, ranges[index]) }

  func source(_ path: RelativePath) -> SourceText? { path == self.path ? text : nil }
}
