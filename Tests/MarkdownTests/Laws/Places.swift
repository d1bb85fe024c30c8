import Diagnostics

@testable import Markdown

/// Every place of a survey lies in the file, and every index means something.
struct Places {
  let annotations: Annotations
  /// The file's length in bytes.
  let count: Int

  func check() throws(Laws.Contradiction) {
    for finding in annotations.findings { if let range = finding.place.range { try check(range) } }
    for block in annotations.textBlocks { try check(block) }
    for heading in annotations.headings { try check(heading.source) }
    for span in annotations.spans {
      try check(span.source)
      try check(span.textRange, in: span.block)
    }
    for link in annotations.links {
      try check(link.source)
      try check(link.textRange, in: link.block)
    }
    for group in annotations.citations {
      try check(group.source)
      try check(group.textOffset..<group.textOffset, in: group.block)
    }
    for reference in annotations.noteReferences {
      try check(reference.source)
      try Laws.require(annotations.notes.indices.contains(reference.note), "a reference leads to a note")
    }
    for region in annotations.regions {
      try check(region.source)
      try Laws.require(region.textBlocks.upperBound <= annotations.textBlocks.count, "a region holds blocks")
    }
  }

  private func check(_ block: TextBlock) throws(Laws.Contradiction) {
    try check(block.source)
    var offset = 0
    for piece in block.pieces {
      try Laws.require(piece.textOffset == offset, "pieces cover a block's text in order")
      offset += piece.utf8Count
      try check(piece.sourceOffset..<piece.sourceOffset + piece.sourceCount)
    }
    try Laws.require(offset == block.text.count, "pieces cover a block's text")
    try Laws.require(String(validating: block.text, as: UTF8.self) != nil, "a block's text is UTF-8")
  }

  private func check(_ range: Range<Int>) throws(Laws.Contradiction) {
    try Laws.require(range.lowerBound >= 0 && range.upperBound <= count, "a place lies in the file")
  }

  private func check(_ range: Range<Int>, in block: Int) throws(Laws.Contradiction) {
    try Laws.require(range.upperBound <= annotations.textBlocks[block].text.count, "words lie in their block")
  }
}
