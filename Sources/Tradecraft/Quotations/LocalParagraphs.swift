/// The paragraphs of a text, as locators count them: `para. 2`.
///
/// Paragraphs are parted by blank lines, or by line ends where no line is blank. Counted is what ends as a sentence
/// does: titles, names of authors and most captions do not.
struct LocalParagraphs: Sendable {
  /// UTF-8 ranges, in order; number 1 is the first.
  let counted: [Range<Int>]

  init(_ bytes: [UInt8]) {
    let lines = LocalParagraphs.lines(of: bytes)
    let last = lines.lastIndex { !$0.isEmpty } ?? 0
    let hasBlankLines = lines[..<last].drop { $0.isEmpty }.contains { $0.isEmpty }
    var blocks: [Range<Int>] = []
    var continues = false
    for line in lines {
      if line.isEmpty {
        continues = false
      } else if continues, let start = blocks.last?.lowerBound {
        blocks[blocks.count - 1] = start..<line.upperBound
      } else {
        blocks.append(line)
        continues = hasBlankLines
      }
    }
    counted = blocks.filter { LocalParagraphs.endsSentence(bytes[$0]) }
  }

  /// The number of the paragraph that holds this place; nil between paragraphs and outside of them.
  func number(at utf8Offset: Int) -> Int? {
    var (low, high) = (0, counted.count)
    while low < high {
      let middle = (low + high) / 2
      if counted[middle].upperBound <= utf8Offset { low = middle + 1 } else { high = middle }
    }
    return low < counted.count && counted[low].contains(utf8Offset) ? low + 1 : nil
  }

  /// Without line ends and without blanks around them: a line of blanks is empty.
  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for offset in 0...bytes.count {
      guard offset == bytes.count || bytes[offset] == 0x0A || bytes[offset] == 0x0D else { continue }
      var line = start..<offset
      let isEndOfCRLF = line.isEmpty && offset < bytes.count && bytes[offset] == 0x0A && start > 0
      start = offset + 1
      if isEndOfCRLF, bytes[offset - 1] == 0x0D { continue }
      while let last = line.last, bytes[last] == 0x20 || bytes[last] == 0x09 { line.removeLast() }
      lines.append(line)
    }
    return lines
  }

  private static func endsSentence(_ block: ArraySlice<UInt8>) -> Bool {
    for scalar in String(decoding: block.suffix(64), as: UTF8.self).unicodeScalars.reversed() {
      switch scalar {
      case ".", "!", "?", "…", "。", "！", "？", ":": return true
      case ")", "]", "*", "_", " ": continue
      default:
        guard NormalScalars.unified(scalar) == NormalScalars.mark else { return false }
      }
    }
    return false
  }
}

/// The paragraphs that a locator names: `para. 2`, `paras. 2–4`, `¶ 3`.
struct ParagraphLocator: Equatable {
  let numbers: ClosedRange<Int>

  /// Nil for a locator that names no paragraph by number.
  init?(_ locator: String) {
    var words: [String] = []
    var isInNumber: Bool?
    for scalar in locator.lowercased().unicodeScalars {
      let isDigit = NormalScalars.isDigit(scalar.value)
      if NormalScalars.isWord(scalar.value) || scalar == "¶" {
        if isInNumber == isDigit {
          words[words.count - 1].unicodeScalars.append(scalar)
        } else {
          words.append(String(scalar))
        }
        isInNumber = isDigit
      } else {
        isInNumber = nil
      }
    }
    let names: Set<String> = ["para", "paras", "par", "pars", "paragraph", "paragraphs", "¶", "¶¶"]
    guard let name = words.firstIndex(where: names.contains), name + 1 < words.count,
      let first = Int(words[name + 1])
    else { return nil }
    let second = name + 2 < words.count ? Int(words[name + 2]) : nil
    numbers = first...max(first, second ?? first)
  }
}
