/// The name that readers see where a text says `[[target]]`, without a label: the target's own.
struct ShownName: Sendable {
  /// Of the target, in the block's text; not empty.
  let textRange: Range<Int>
  /// UTF-8.
  let name: [UInt8]
}
