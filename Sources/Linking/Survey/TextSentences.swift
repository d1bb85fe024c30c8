/// Where sentences begin and end, in order, without gaps.
func sentenceRanges(of text: [UInt8]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start = 0
  for offset in text.indices.dropLast() {
    let ends = text[offset] == UInt8(ascii: ".") || text[offset] == UInt8(ascii: "?")
    if ends, text[offset + 1] == UInt8(ascii: " ") {
      ranges.append(start..<offset + 2)
      start = offset + 2
    }
  }
  if start < text.count { ranges.append(start..<text.count) }
  return ranges
}

func fold(_ text: String) -> String { text.lowercased() }
