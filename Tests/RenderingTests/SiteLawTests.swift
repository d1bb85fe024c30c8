import Foundation
import Testing

@testable import Rendering

/// What holds for every page, read from the repository's own site.
struct SiteLawTests {
  static let pages = Result { try WholeSiteTests.render() }

  static func html() throws -> [(path: String, text: String)] {
    try pages.get().filter { $0.key.hasSuffix(".html") }.map { (path: $0.key, text: $0.value) }
      .sorted { $0.path < $1.path }
  }

  @Test func `every internal link and fragment leads somewhere`() throws {
    let pages = try Self.pages.get()
    var dead: [String] = []
    for page in try Self.html() where page.path != "404.html" {
      for address in Markup.values(of: "href", in: page.text) {
        guard let target = Markup.resolve(address, from: page.path) else { continue }
        guard let text = pages[target.file] else {
          dead.append("\(page.path): \(address)")
          continue
        }
        if let fragment = target.fragment, !Markup.values(of: "id", in: text).contains(fragment) {
          dead.append("\(page.path): \(address)")
        }
      }
    }
    #expect(dead == [])
  }

  @Test func `every page has one main heading, one main part and no identifier twice`() throws {
    for page in try Self.html() {
      #expect(page.text.components(separatedBy: "<h1").count == 2, "\(page.path)")
      #expect(page.text.components(separatedBy: "<main").count == 2, "\(page.path)")
      let ids = Markup.values(of: "id", in: page.text)
      #expect(Set(ids).count == ids.count, "\(page.path)")
    }
  }

  @Test func `no page but a timeline's runs a script, none loads anything from elsewhere`() throws {
    for page in try Self.html() {
      let scripts = page.text.components(separatedBy: "<script").dropFirst()
      #expect(scripts.isEmpty || page.path.hasPrefix("timeline/"), "\(page.path)")
      #expect(
        scripts.allSatisfy { $0.contains("assets/timeline.") && $0.contains("\"></script>") }, "\(page.path)")
      for source in Markup.values(of: "src", in: page.text) {
        #expect(!source.contains("//"), "\(page.path)")
      }
      for line in page.text.split(separator: "\n") where line.contains("<link") && !line.contains("canonical")
      {
        #expect(!line.contains("//"), "\(page.path)")
      }
    }
  }

  @Test func `every element that is opened is closed, in order`() throws {
    for page in try Self.html() { #expect(Markup.misplaced(in: page.text) == nil, "\(page.path)") }
  }

  @Test func `every page says what it is`() throws {
    for page in try Self.html() {
      #expect(page.text.hasPrefix("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n"), "\(page.path)")
      #expect(page.text.contains("<title>"), "\(page.path)")
      let canonical = "<link rel=\"canonical\" href=\"https://example.org/"
      #expect(page.text.contains(canonical) == (page.path != "404.html"), "\(page.path)")
    }
  }
}

/// As much of HTML as these tests read.
enum Markup {
  static func values(of attribute: String, in text: String) -> [String] {
    text.components(separatedBy: " \(attribute)=\"").dropFirst().map { rest in
      String(rest.prefix { $0 != "\"" }).replacing("&amp;", with: "&").replacing("&#39;", with: "'")
    }
  }

  /// The file a relative address means; nil for one that leaves the site.
  static func resolve(_ address: String, from path: String) -> (file: String, fragment: String?)? {
    guard !address.contains(":") else { return nil }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let fragment = parts.count > 1 ? parts[1].removingPercentEncoding : nil
    guard !parts[0].isEmpty else { return (path, fragment) }
    var segments = path.split(separator: "/").dropLast().map(String.init)
    for segment in parts[0].split(separator: "/") {
      if segment == ".." {
        segments = segments.dropLast()
      } else if segment != "." {
        segments.append(String(segment))
      }
    }
    let file = segments.joined(separator: "/").removingPercentEncoding ?? ""
    let isFolder = parts[0].hasSuffix("/") || parts[0].hasSuffix(".") || file.isEmpty
    return (isFolder ? (file.isEmpty ? "index.html" : "\(file)/index.html") : file, fragment)
  }

  private static let void: Set<String> = ["meta", "link", "br", "img", "hr", "!doctype", "input"]

  /// The first tag that closes something else than what is open, or what is left open.
  static func misplaced(in text: String) -> String? {
    var open: [String] = []
    for piece in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let tag = piece.prefix { $0 != ">" }
      let name = String(tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }).lowercased()
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return "\(tag)" }
      } else if !void.contains(name), !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    return open.last
  }
}
