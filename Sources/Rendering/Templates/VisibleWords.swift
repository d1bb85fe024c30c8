/// Tells words from the tags of HTML around them, however a template's own tags cut both.
struct VisibleWords {
  private(set) var isInTag = false

  /// Whether readers see any of these bytes, which follow those read before.
  mutating func read(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isVisible = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      case 0x20, 0x09...0x0D: break
      default: isVisible = isVisible || !isInTag
      }
    }
    return isVisible
  }
}
