import EDTF
import Foundation

/// Addresses that were found, and on which day: asked for again only when that is long ago.
///
/// `external.json` in the site's `.dossier`: an object of address → `{"day": "2026-03-01", "moved": "https://…"}`. What was
/// not found is not in it, so that it is asked for every time.
struct KnownAnswers {
  private struct Entry: Codable {
    let day: String
    let moved: String?
  }

  private var entries: [String: Entry] = [:]
  private let folder: URL
  private var file: URL { folder.appending(path: "external.json") }

  /// A file that cannot be read is none: everything is asked for.
  init(root: String) {
    folder = URL(filePath: root).appending(path: ".dossier")
    if let data = try? Data(contentsOf: file) {
      entries = (try? JSONDecoder().decode([String: Entry].self, from: data)) ?? [:]
    }
  }

  /// What was said less than `age` days ago.
  func answer(to url: String, _ asking: ExternalSettings) -> Answer? {
    guard let entry = entries[url], let day = try? CivilDay(parsing: entry.day) else { return nil }
    guard (0..<asking.age).contains(asking.today.number - day.number) else { return nil }
    return entry.moved.map(Answer.moved) ?? .found
  }

  mutating func keep(_ answer: Answer, to url: String, on today: CivilDay) {
    switch answer {
    case .found: entries[url] = Entry(day: today.description, moved: nil)
    case .moved(let target): entries[url] = Entry(day: today.description, moved: target)
    case .refused, .withheld, .unreachable: entries[url] = nil
    }
  }

  /// Keeps what the site still names.
  /// - Returns: nil; where it cannot be written, a sentence that says so: what was found is told all the same.
  mutating func write(_ named: [OutwardAddress]) -> String? {
    let urls = Set(named.map(\.url))
    entries = entries.filter { urls.contains($0.key) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let ignore = folder.appending(path: ".gitignore")
      if !FileManager.default.fileExists(atPath: ignore.path) { try Data("*\n".utf8).write(to: ignore) }
      try encoder.encode(entries).write(to: file, options: .atomic)
      return nil
    } catch {
      return "what was found cannot be kept in '.dossier/external.json'"
    }
  }
}
