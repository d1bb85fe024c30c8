import TestSupport

/// Records with everything that may stand in one, by chance.
struct MadeUpSources {
  /// Path below `Content/` and text.
  private(set) var files: [(String, String)] = [
    ("site.yaml", "title: T\nbase-url: https://example.org/\n"),
    ("entities/el-pais.md", "---\nname: El País\ntype: organization\n---\n"),
    ("entities/xi.md", "---\nname: Xi Jinping\ntype: person\nsort-name: 'Xi, Jinping'\n---\n"),
  ]
  /// By key, as they were written.
  private(set) var titles: [String: String] = [:]
  private var dice: Dice

  init(_ count: Int, seed: UInt64) {
    dice = Dice(seed: seed)
    for number in 0..<count { add("s\(number)") }
  }

  private static let pieces = [
    "Truce", "offers", "Putin", "{braces}", "{", "}", "100%", "A & B", "$5", "#3", "a_b", "~", "^", "\\alpha",
    "<b>", "|", "--", "---", "停戦の提案", "Київ", "é̂", "🕊️", "it's", "“late”", "\"straight\"", "''", "and", "@x",
    "x=y", "%20", "a,b", "،", "مرحبا", "``", "‘q’", "…", "\\", "¿no?", "«Так»",
  ]
  private static let authors = [
    "Cristian Segura", "Ursula von der Leyen", "Segura, Cristian", "Xi Jinping", "El País", "Reuters",
    "Ministry of Defence and Security", "Dwayne {The Rock} & 100%", "山田 太郎", "Human Rights Watch, Inc.",
    "Jean-Noel O’Brien", "x \\ y", "Édouard and Sons",
  ]
  private static let dates = [
    "2025-03-04", "2025-03", "2025", "2025-03-04?", "2025~", "2025-03%", "2024-22", "2024-25", "2024-33",
    "2024-40",
    "2025-03-02/2025-03-04", "2024/2025-01", "2022/..", "2022/", "/2006-05", "../1999", "199X", "2025-XX",
    "2025-03-XX", "2025-03-1X", "XXXX-12", "[2025-03-01,2025-03-02]", "{2024,2025}", "2025-03-04T10:20:30Z",
    "Y12024", "0000", "-0043-03-15", "1950S2", "0476-09-04", "2024-21/2024-22", "?2025-03-04",
    "2025-03~-04?/..",
  ]
  private static let types = [
    "article-newspaper", "webpage", "report", "speech", "post", "broadcast", "interview", "treaty", "dataset",
    "legal_case", "book", "thesis",
  ]
  private static let urls = [
    "unknown", "https://e.org/a%20b?x=1&y=2#z_~", "https://e.org/{a}\\b", "https://e.org/ж?q=$%7B",
    "http://e.org",
  ]

  private mutating func add(_ key: String) {
    let title = "T" + (0...dice.below(6)).map { _ in " " + dice.pick(Self.pieces) }.joined()
    titles[key] = title
    var lines = [
      "---", "title: \(Self.quoted(title))",
      "publisher: \(dice.oneIn(2) ? "el-pais" : "'A & B, {C}_1 \"d\"'")",
    ]
    if !dice.oneIn(3) { lines.append("type: \(dice.pick(Self.types))") }
    if !dice.oneIn(3) {
      let authors = (0...dice.below(3)).map { _ in Self.quoted(dice.pick(Self.authors)) }
      lines.append("authors: [\(authors.joined(separator: ", "))]")
    }
    if !dice.oneIn(8) { lines.append("published: \(Self.quoted(dice.pick(Self.dates)))") }
    if !dice.oneIn(3) { lines.append("language: \(dice.pick(["en", "es-MX", "uk", "de", "eo", "zh-Hant"]))") }
    if !dice.oneIn(4) { lines.append("url: \(Self.quoted(dice.pick(Self.urls)))") }
    if dice.oneIn(2) { lines.append("accessed: 2025-03-05") }
    if dice.oneIn(3) {
      lines += ["archive-url: https://archive.example/a_b%20c#{d}", "archived: 2025-03-06"]
    }
    files.append(("sources/\(key).md", (lines + ["---", ""]).joined(separator: "\n")))
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
  }
}
