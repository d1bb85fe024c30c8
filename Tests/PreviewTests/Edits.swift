import Diagnostics
import Foundation
import Publishing
import TestSupport

/// What writers, editors and version control do to a site, one after the other as dice decide.
struct Edits {
  private var dice: Dice
  private var serial = 0

  private static let words = [
    "Ada Moor", "the captain", "the Line", "Island Line", "[[second]]", "[@notice]", "snow",
  ]

  init(seed: UInt64) { dice = Dice(seed: seed) }

  /// Does something.
  /// - Returns: the files that may have changed; nil where whole folders did.
  mutating func edit(_ site: EditedSite) throws -> Set<String>? {
    serial += 1
    let briefings = site.names(below: "Content/briefings").filter { $0.hasSuffix(".md") }
    let briefing = briefings.isEmpty ? "Content/briefings/new.md" : briefings[dice.below(briefings.count)]
    switch dice.below(16) {
    case 0, 1, 2: return try rewrite(briefing, site)
    case 3: return try rewrite("Content/briefings/b-\(serial).md", site)
    case 4: return try saveByRename(briefing, site)
    case 5: return try halve(briefing, site)
    case 6: return try move(briefing, to: "Content/briefings/moved/m-\(serial).md", site)
    case 7 where briefings.count > 2:
      try site.remove(briefing)
      return [briefing]
    case 8: return try changeAliases(site)
    case 9:
      return try toggle("Content/entities/snow.md", EditedSite.entity("Snow", "topic", aliases: []), site)
    case 10: return try toggle("Templates/partials/foot.mustache", "<footer>\(serial)</footer>\n", site)
    case 11: return try toggle("Templates/assets/extra.css", ".x { margin: \(serial)px }\n", site)
    case 12: return try toggle("Content/static/notes.txt", "Number \(serial)\n", site)
    case 13:
      try site.write("title: Desk \(serial)\nbase-url: https://example.org/d/\n", to: "Content/site.yaml")
      return ["Content/site.yaml"]
    case 14: return try moveFolder(site)
    default: return try restore(site)
    }
  }

  private mutating func body() -> String {
    (0...dice.below(4)).map { _ in "It is said that \(Edits.words[dice.below(Edits.words.count)]) came." }
      .joined(separator: dice.below(2) == 0 ? " " : "\n\n")
  }

  private mutating func rewrite(_ path: String, _ site: EditedSite) throws -> Set<String> {
    try site.write(EditedSite.briefing("Title \(serial)", body(), draft: dice.below(5) == 0), to: path)
    return [path]
  }

  /// As editors do that write beside the file and move the new one over it.
  private mutating func saveByRename(_ path: String, _ site: EditedSite) throws -> Set<String> {
    try site.write(EditedSite.briefing("Saved \(serial)", body()), to: path + "~")
    guard rename(site.path(path + "~"), site.path(path)) == 0 else { throw CocoaError(.fileWriteUnknown) }
    return [path]
  }

  /// Broken off anywhere, which most often is an error.
  private mutating func halve(_ path: String, _ site: EditedSite) throws -> Set<String> {
    guard site.exists(path) else { return [] }
    let bytes = Array(try site.text(path).utf8)
    try site.write(String(decoding: bytes.prefix(dice.below(bytes.count + 1)), as: UTF8.self), to: path)
    return [path]
  }

  private func move(_ path: String, to other: String, _ site: EditedSite) throws -> Set<String> {
    guard site.exists(path) else { return [] }
    try site.move(path, to: other)
    return [path, other]
  }

  private mutating func changeAliases(_ site: EditedSite) throws -> Set<String> {
    let aliases = ["the captain", "snow", "the ship", "the Line"].filter { _ in dice.below(2) == 0 }
    try site.write(EditedSite.entity("Ada Moor", "person", aliases: aliases), to: EditedSite.person.string)
    return [EditedSite.person.string]
  }

  private func toggle(_ path: String, _ text: String, _ site: EditedSite) throws -> Set<String> {
    if site.exists(path) { try site.remove(path) } else { try site.write(text, to: path) }
    return [path]
  }

  private func moveFolder(_ site: EditedSite) throws -> Set<String>? {
    let (here, there) = ("Content/briefings/folder", "Content/briefings/other")
    if site.exists(here) {
      try site.move(here, to: there)
    } else if site.exists(there) {
      try site.move(there, to: here)
    }
    return nil
  }

  /// As a checkout does: many files at once.
  private func restore(_ site: EditedSite) throws -> Set<String> {
    var changed = Set(site.names(below: "Content") + site.names(below: "Templates"))
    for path in changed where EditedSite.files[path] == nil { try site.remove(path) }
    for (path, text) in EditedSite.files { try site.write(text, to: path) }
    changed.formUnion(EditedSite.files.keys)
    return changed
  }
}

extension Changes {
  init(_ names: Set<String>?) {
    self = names.map { .files(Set($0.compactMap { RelativePath($0) })) } ?? .everything
  }
}
