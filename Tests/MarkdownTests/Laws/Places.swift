import Diagnostics
import Markdown

/// Every place of a survey lies in the file, and every index means something.
struct Places {
  let annotations: Annotations
  /// The file's length in bytes.
  let count: Int

  func check() {
    for finding in annotations.findings { if let range = finding.place.range { check(range) } }
    for block in annotations.textBlocks { check(block) }
    for heading in annotations.headings { check(heading.source) }
    for span in annotations.spans {
      check(span.source)
      check(span.textRange, in: span.block)
    }
    for link in annotations.links {
      check(link.source)
      check(link.textRange, in: link.block)
    }
    for group in annotations.citations {
      check(group.source)
      check(group.textOffset..<group.textOffset, in: group.block)
    }
    for reference in annotations.noteReferences {
      check(reference.source)
      precondition(annotations.notes.indices.contains(reference.note), "a reference leads to a note")
    }
    for region in annotations.regions {
      check(region.source)
      precondition(region.textBlocks.upperBound <= annotations.textBlocks.count, "a region holds blocks")
    }
  }

  private func check(_ block: TextBlock) {
    check(block.source)
    var offset = 0
    for piece in block.pieces {
      precondition(piece.textOffset == offset, "pieces cover a block's text in order")
      offset += piece.utf8Count
      check(piece.sourceOffset..<piece.sourceOffset + piece.sourceCount)
    }
    precondition(offset == block.text.count, "pieces cover a block's text")
    precondition(String(validating: block.text, as: UTF8.self) != nil, "a block's text is UTF-8")
  }

  private func check(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a place lies in the file")
  }

  private func check(_ range: Range<Int>, in block: Int) {
    precondition(range.upperBound <= annotations.textBlocks[block].text.count, "words lie in their block")
  }
}
