import Briefings

/// What a view answers to all of its names, laid flat in the order of its table: the *shape* says what is there
/// and how often, the texts are what is printed. Pages of one shape differ in nothing but their texts.
struct Answers {
  /// A byte or more for each name: presence, truth, a number's digits, a list's length.
  private(set) var shape: [UInt8] = []
  /// All texts end to end.
  private var texts = Markup()
  /// Where each of them ends.
  private var ends: [Int] = []

  init() {
    shape.reserveCapacity(256)
    texts.bytes.reserveCapacity(64 << 10)
    ends.reserveCapacity(64)
  }

  var bytes: [UInt8] { texts.bytes }

  /// Where in `bytes` the text stands that is the `index`th.
  func range(of index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Ready for another view, with the room already taken.
  mutating func removeAll() {
    shape.removeAll(keepingCapacity: true)
    texts.bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func flag(_ isTrue: Bool) { shape.append(isTrue ? 1 : 0) }

  mutating func count(_ count: Int) {
    withUnsafeBytes(of: UInt64(count).littleEndian) { shape.append(contentsOf: $0) }
  }

  /// An empty text counts as absent, as a template's author would expect.
  mutating func text(_ text: String?) { write { if let text { $0.bytes += text.utf8 } } }

  /// Writes a text in place; nothing written counts as absent.
  mutating func write(_ body: (inout Markup) -> Void) {
    let start = texts.bytes.count
    body(&texts)
    flag(texts.bytes.count > start)
    if texts.bytes.count > start { ends.append(texts.bytes.count) }
  }

  mutating func extra(_ value: ExtraValue) {
    switch value {
    case .text(let text):
      shape.append(UInt8(ascii: "t"))
      self.text(text)
    case .list(let items):
      shape.append(UInt8(ascii: "l"))
      count(items.count)
      for item in items { extra(item) }
    case .map(let entries):
      shape.append(UInt8(ascii: "m"))
      count(entries.count)
      for entry in entries {
        count(entry.key.utf8.count)
        shape += entry.key.utf8
        extra(entry.value)
      }
    }
  }
}
