/// Lines that are provably no part of an article: said twice, without a word, or notices at its end.
struct Boilerplate {
  private(set) var kept: [String] = []
  private(set) var removed: [(reason: String, count: Int)] = []

  init(_ lines: [String]) {
    let worded = lines.filter { $0.contains(where: \.isLetter) || $0.contains(where: \.isNumber) }
    note("without a word", lines.count - worded.count)
    let end = Boilerplate.startOfNotices(worded)
    note("subscription and other notices at the end", worded.count - end)
    var seen: Set<String> = []
    let body = Array(worded[..<end])
    for (index, line) in body.enumerated() {
      // A caption before the same caption with its photographer.
      let isRepeated = index + 1 < body.count && line.utf8.count > 20 && body[index + 1].hasPrefix(line)
      let isNew = line.utf8.count <= 20 || seen.insert(line).inserted
      if !isRepeated, isNew { kept.append(line) }
    }
    note("said twice", body.count - kept.count)
  }

  private mutating func note(_ reason: String, _ count: Int) {
    if count > 0 { removed.append((reason, count)) }
  }

  /// Where the lines begin that up to the end are all notices or a few words, the first of them a notice.
  private static func startOfNotices(_ lines: [String]) -> Int {
    var (start, index) = (lines.count, lines.count)
    while index > 0 {
      let line = lines[index - 1]
      let isNotice = isNotice(line)
      guard isNotice || ArticleText.words(line) <= 6 && line.last != "." else { break }
      index -= 1
      if isNotice { start = index }
    }
    return start
  }

  private static func isNotice(_ line: String) -> Bool {
    let lowered = line.lowercased()
    return notices.contains { lowered.contains($0) }
  }

  private static let notices = [
    "sign up for our", "subscribe to", "newsletter", "your subscription", "cookies", "privacy policy",
    "all rights reserved", "suscripción", "tu cuenta", "este dispositivo", "abonnement",
    "newsletter abonnieren",
  ]
}
