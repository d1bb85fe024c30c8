import Foundation

/// Follows every link of a published tree that stays on the site.
struct LeadsSomewhere {
  private let tree: Tree
  private let base: String
  private var identifiers: [String: Set<String>] = [:]
  private(set) var problems: [String] = []
  /// How many links were followed.
  private(set) var count = 0

  /// - Parameter base: the address that the site says it has, with a slash at its end.
  init(_ tree: Tree, base: String) {
    self.tree = tree
    self.base = base
    let markups = tree.pages.map { ($0, Markup(tree.bytes($0) ?? [])) }
    for (page, markup) in markups { collectIdentifiers(of: page, markup) }
    for (page, markup) in markups {
      for url in markup.tags.filter({ !$0.isClosing }).flatMap(LeadsSomewhere.addresses) {
        follow(url, from: page)
      }
    }
    for path in ["feed.xml", "feed.json", "sitemap.xml", "robots.txt", "timeline.ics", "bibliography.json"] {
      followAddresses(in: path)
    }
  }

  private mutating func collectIdentifiers(of page: String, _ markup: Markup) {
    for tag in markup.tags where !tag.isClosing {
      guard let id = tag["id"] else { continue }
      if !identifiers[page, default: []].insert(id).inserted {
        problems.append("\(page): two are called #\(id)")
      }
    }
  }

  /// Every attribute of HTML that holds an address.
  private static func addresses(of tag: Markup.Tag) -> [String] {
    var addresses = tag.attributes.filter {
      ["href", "src", "poster", "action", "cite", "data"].contains($0.name)
    }
    .map(\.value)
    for candidate in (tag["srcset"] ?? "").split(separator: ",") {
      addresses += candidate.split(separator: " ").prefix(1).map(String.init)
    }
    if tag.name == "meta", let content = tag["content"] {
      if tag["http-equiv"]?.lowercased() == "refresh",
        let start = content.range(of: "url=", options: .caseInsensitive)
      {
        addresses.append(String(content[start.upperBound...]))
      }
      if ["og:url", "og:image", "twitter:image"].contains(tag["property"] ?? tag["name"]) {
        addresses.append(content)
      }
    }
    // They point within the page.
    for name in ["aria-labelledby", "aria-describedby", "for"] {
      addresses += (tag[name] ?? "").split(separator: " ").map { "#\($0)" }
    }
    return addresses
  }

  private mutating func follow(_ url: String, from page: String) {
    if url.hasPrefix(base) { return reach(String(url.dropFirst(base.count)), from: "index.html", url, page) }
    let scheme = url.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if scheme.contains(":") || url.hasPrefix("//") { return }
    if url.hasPrefix("/") {
      let folder = URL(string: base)?.path(percentEncoded: true) ?? "/"
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      guard url.hasPrefix(prefix) else { return problems.append("\(page): '\(url)' leaves the site") }
      return reach(String(url.dropFirst(prefix.count)), from: "index.html", url, page)
    }
    reach(url, from: page, url, page)
  }

  private mutating func reach(_ url: String, from start: String, _ written: String, _ page: String) {
    count += 1
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "?", omittingEmptySubsequences: false)[0]
    guard let target = LeadsSomewhere.file(String(path), from: start), tree.bytes(target) != nil else {
      return problems.append("\(page): '\(written)' leads nowhere")
    }
    guard parts.count == 2 else { return }
    let fragment = parts[1].removingPercentEncoding ?? String(parts[1])
    if fragment.isEmpty || identifiers[target]?.contains(fragment) != true {
      problems.append("\(page): nothing is called '#\(fragment)' where '\(written)' leads")
    }
  }

  /// The file below the output folder; nil when the path leaves the folder.
  private static func file(_ path: String, from page: String) -> String? {
    if path.isEmpty { return page }
    var segments = page.split(separator: "/").dropLast().map(String.init)
    for segment in path.split(separator: "/") where segment != "." {
      if segment == ".." {
        if segments.popLast() == nil { return nil }
      } else {
        segments.append(segment.removingPercentEncoding ?? String(segment))
      }
    }
    let isFolder = path.hasSuffix("/") || [".", ".."].contains(path.split(separator: "/").last)
    return (segments + (isFolder ? ["index.html"] : [])).joined(separator: "/")
  }

  /// Addresses in files that are no pages begin with the site's own.
  private mutating func followAddresses(in path: String) {
    guard var text = tree.text(path) else { return }
    // A calendar's long lines are folded.
    if path.hasSuffix(".ics") { text = text.replacingOccurrences(of: "\r\n ", with: "") }
    for rest in text.replacingOccurrences(of: "\\/", with: "/").components(separatedBy: base).dropFirst() {
      // By bytes: CR LF is one Character.
      let address = rest.utf8.prefix { !"\"'<> \r\n)]}\\,;&".utf8.contains($0) }
      follow(base + String(decoding: Array(address), as: UTF8.self), from: path)
    }
  }
}
