/// Finds the tags of a template in its bytes, and refuses those that would get around the loader.
///
/// Stricter than swift-mustache's parser, which compares `Character`s: here a tag begins at any two opening
/// braces, and a name is plain ASCII.
struct TagScanner {
  /// Why the bytes are no template, and where.
  struct Mistake: Equatable {
    let message: String
    let range: Range<Int>
    /// Whether nobody can tell any more what is open: not without this tag.
    let hidesStructure: Bool
  }

  private let bytes: [UInt8]
  private var offset = 0
  private(set) var tags: [TemplateTag] = []
  private(set) var mistakes: [Mistake] = []

  /// O(length).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while let start = next("{{", from: offset) { readTag(at: start) }
  }

  private mutating func readTag(at start: Int) {
    let sigilOffset = start + 2
    let sigil = sigilOffset < bytes.count ? bytes[sigilOffset] : 0
    switch sigil {
    case UInt8(ascii: "!"): readTag(.comment, start, from: sigilOffset + 1)
    case UInt8(ascii: "{"): readTag(.unescaped, start, from: sigilOffset + 1, closing: "}}}")
    case UInt8(ascii: "&"): readTag(.unescaped, start, from: sigilOffset + 1)
    case UInt8(ascii: "#"): readTag(.section, start, from: sigilOffset + 1)
    case UInt8(ascii: "^"): readTag(.inverted, start, from: sigilOffset + 1)
    case UInt8(ascii: "/"): readTag(.close, start, from: sigilOffset + 1)
    case UInt8(ascii: ">"): readTag(.partial, start, from: sigilOffset + 1)
    case UInt8(ascii: "<"): readTag(.parent, start, from: sigilOffset + 1)
    case UInt8(ascii: "$"): readTag(.block, start, from: sigilOffset + 1)
    case UInt8(ascii: "="): refuse(start, "a template may not change its delimiters: write {{ and }}")
    case UInt8(ascii: "%"): refuse(start, "a template may not set its content type: it is always HTML")
    default: readTag(.variable, start, from: sigilOffset)
    }
  }

  private mutating func readTag(
    _ kind: TemplateTag.Kind, _ start: Int, from contentStart: Int, closing: StaticString = "}}"
  ) {
    // A comment may hold tags; in any other the next one shows that this one was never closed.
    let limit = kind == .comment ? bytes.count : next("{{", from: contentStart) ?? bytes.count
    guard let contentEnd = next(closing, from: contentStart, before: limit) else {
      refuse(start..<start + 2, as: kind, "this tag is never closed: write \(closing)")
      offset = limit
      return
    }
    offset = contentEnd + closing.utf8CodeUnitCount
    let range = start..<offset
    if kind == .comment {
      tags.append(TemplateTag(kind: kind, name: "", transforms: [], range: range, nameRange: range))
    } else {
      readName(kind, in: trimmed(contentStart..<contentEnd), of: range)
    }
  }

  private mutating func readName(_ kind: TemplateTag.Kind, in nameRange: Range<Int>, of range: Range<Int>) {
    let isPartial = kind == .partial || kind == .parent
    if isPartial, bytes[nameRange].first == UInt8(ascii: "*") {
      return refuse(range, as: kind, "a partial's name is written out: no {{>*name}}")
    }
    let isSpelledRight = bytes[nameRange].allSatisfy { byte in
      isPartial ? TagScanner.isPartialByte(byte) : TagScanner.isNameByte(byte)
    }
    guard !nameRange.isEmpty, isSpelledRight, let call = call(nameRange) else {
      return refuse(
        range, as: kind, "'\(text(range))' is no tag: a name is letters, digits, '_', '-' and '.'")
    }
    tags.append(
      TemplateTag(
        kind: kind, name: call.name, transforms: call.transforms, range: range, nameRange: nameRange))
  }

  /// Splits `count(sources)` into `sources` and `[count]`; nil when the brackets do not match.
  private func call(_ range: Range<Int>) -> (name: String, transforms: [String])? {
    var parts = bytes[range].split(separator: UInt8(ascii: "("), omittingEmptySubsequences: false)
      .map { Array($0) }
    let depth = parts.count - 1
    let closing = [UInt8](repeating: UInt8(ascii: ")"), count: depth)
    guard let last = parts.popLast(), last.suffix(depth).elementsEqual(closing) else { return nil }
    let name = last.dropLast(depth)
    guard !name.contains(UInt8(ascii: ")")),
      parts.allSatisfy({ !$0.isEmpty && !$0.contains(UInt8(ascii: ")")) })
    else { return nil }
    return (String(decoding: name, as: UTF8.self), parts.map { String(decoding: $0, as: UTF8.self) })
  }

  private mutating func refuse(_ start: Int, _ message: String) {
    let end = next("}}", from: start + 2).map { $0 + 2 } ?? bytes.count
    mistakes.append(Mistake(message: message, range: start..<end, hidesStructure: true))
    offset = end
  }

  private mutating func refuse(_ range: Range<Int>, as kind: TemplateTag.Kind, _ message: String) {
    mistakes.append(Mistake(message: message, range: range, hidesStructure: kind.isStructure))
  }

  /// Where `pattern` begins next, and ends at `end` at the latest.
  private func next(_ pattern: StaticString, from start: Int, before end: Int? = nil) -> Int? {
    let count = pattern.utf8CodeUnitCount
    let end = end ?? bytes.count
    guard start >= 0, start + count <= end else { return nil }
    return pattern.withUTF8Buffer { pattern in
      (start...(end - count)).first { bytes[$0..<$0 + count].elementsEqual(pattern) }
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = range.first(where: { !isSpace(bytes[$0]) }),
      let last = range.last(where: { !isSpace(bytes[$0]) })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  private static func isPartialByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/")
      || (isNameByte(byte) && byte != UInt8(ascii: "(") && byte != UInt8(ascii: ")"))
  }
}
