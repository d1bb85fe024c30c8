import TestSupport

/// Sound files, and how they are spoiled: cut off or damaged, each result a file of its own beside the others.
struct Spoiled {
  /// A file of the sample site and the folder and name that its spoiled copies have.
  let path: String
  let bytes: [UInt8]

  /// Every kind of content that stands in a file of its own.
  static let records: [Spoiled] =
    [
      SampleSite.briefing, SampleSite.entity, "Content/entities/ada-moor.md",
      "Content/sources/harbour-notice.md", "Content/pages/about.md",
    ].map { Spoiled(path: $0, bytes: Array((SampleSite.files[$0] ?? "").utf8)) }
    + [Spoiled(path: "Content/briefings/everything.md", bytes: Array(everything.utf8))]

  /// One of each construct.
  static let everything = """
    ---
    title: "Every \\"construct\\" – é 🙂"
    published: 2025-03-05 # a day
    updated: 2025-03-06
    summary: >-
      Folded,
      twice.
    authors: [Ada, 'B']
    sources: [harbour-notice]
    topics: [island-line]
    yardstick: phia
    prefer: {the Line: island-line}
    corrections:
      - {date: 2025-03-06, kind: correction, text: A word.}
    events:
      - date: 2025-02~/2025-04
        title: It was tried.
        who: [island-line]
        sources: [harbour-notice]
    redirects: [old/path]
    language: en
    extra: {a: [1, {b: c}]}
    ---
    <!-- dossier: allow link-text it is a sample -->
    ## One *two* `three` {#one}

    [A *claim*]{.claim #c1 by=island-line status="disputed"} [see @harbour-notice, p. 3; -@harbour-notice].^[Inline.]
    [[island-line|the Line]], [[ferry#what]], [it](../pages/about.md "title"), <https://example.org/>, ~~no~~, https://example.org/x.

    > [!NOTE]
    > - a
    >   1. ![alt](pic.png)

    ::: {.event date=2025-01-02 who=island-line}
    It left [@harbour-notice].
    :::

    | a | b |
    |---|:-:|
    | 1 \\| 2 | `x` [^n] |

    [^n]: A note,
        with more.

    ```swift
    let x = "&amp;"
    ```

    &copy; \\* [r]

    [r]: https://example.org/r "R"

    """

  /// The file cut off behind each of its bytes.
  func cut() -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: (0..<bytes.count).map { (copy("cut", $0), Array(bytes.prefix($0))) })
  }

  func damaged(_ count: Int, _ dice: inout Dice) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for number in 0..<count { files[copy("damaged", number)] = Spoiled.damaged(bytes, &dice) }
    return files
  }

  private func copy(_ word: String, _ number: Int) -> String { "\(path.dropLast(3))-\(word)-\(number).md" }

  /// Signs of syntax and bytes that are no UTF-8: single ones, a surrogate, an overlong form, beyond Unicode.
  private static let inserted: [[UInt8]] =
    "\0\n\r\t \"'#&*-:<>[]{}|\\`@^~!%".utf8.map { [$0] }
    + [[0x80], [0xC3], [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

  /// Up to four bytes changed, taken away or put in.
  static func damaged(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0...dice.below(4) where !bytes.isEmpty {
      let offset = dice.below(bytes.count)
      switch dice.below(4) {
      case 0: bytes[offset] ^= 1 << UInt8(dice.below(8))
      case 1: bytes.remove(at: offset)
      case 2: bytes.removeSubrange(offset..<min(bytes.count, offset + 1 + dice.below(20)))
      default:
        bytes.insert(contentsOf: dice.pick(inserted), at: offset)
      }
    }
    return bytes
  }
}
