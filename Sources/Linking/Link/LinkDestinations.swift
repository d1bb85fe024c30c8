import Briefings
import Diagnostics
import Markdown

extension BodyLinker {
  mutating func linkDestinations() {
    var ids: [Int: String] = [:]
    for named in anchors.mentions { if let link = named.link { ids[link] = named.id } }
    body.links = facts.links.indices.map { index in
      let link = facts.links[index]
      switch link.use {
      case .wiki(let fragment, let hasLabel):
        return wiki(link, fragment: fragment, hasLabel: hasLabel, id: ids[index])
      case .ordinary: return ordinary(link)
      }
    }
  }

  private mutating func wiki(
    _ link: FoundLink, fragment: String?, hasLabel: Bool, id: String?
  ) -> PageLink? {
    if link.target.isEmpty { return pageLink(to: page, fragment: fragment, link) }
    switch directory.targets.outcome(of: link.target, preferring: directory.preferred(page)) {
    case .page(let target): return wiki(link, to: target, fragment: fragment, hasLabel: hasLabel, id: id)
    case .moved(let target):
      reportMoved(link, suggestion: target.slug.string)
      return wiki(link, to: target, fragment: fragment, hasLabel: hasLabel, id: id)
    case .ambiguous(let owners):
      var finding = Finding(
        .ambiguousName, "'\(link.target)' has more than one owner; name one by kind and identifier",
        at: Place(facts.path, link.place.source), suggestions: owners.map { "\($0.kind)/\($0.slug)" })
      finding.severity = .error
      findings.append(finding)
      return nil
    case .unknown:
      report(
        .unknownLink, "nothing is called '\(link.target)'", at: link.place.source,
        suggestions: directory.targets.suggestions(for: link.target))
      return nil
    }
  }

  private mutating func wiki(
    _ link: FoundLink, to target: PageID, fragment: String?, hasLabel: Bool, id: String?
  ) -> PageLink? {
    let name = hasLabel ? nil : directory.title(target)
    let shownID: String? = if case .entity = target { id } else { nil }
    return pageLink(to: target, fragment: fragment, link, name: name, id: shownID)
  }

  /// The link works as one to the old address does; the note is for who edits the text next.
  private mutating func reportMoved(_ link: FoundLink, suggestion: String) {
    report(
      .movedPage, "'\(link.target)' has moved; write '\(suggestion)'", at: link.place.source,
      suggestions: [suggestion])
  }

  private mutating func ordinary(_ link: FoundLink) -> PageLink? {
    let destinations = Destinations(directory)
    switch destinations.destination(link.target, on: page) {
    case .elsewhere: return .elsewhere(link.target)
    case .refused: return nil
    case .page(let target, let fragment): return pageLink(to: target, fragment: fragment, link)
    case .moved(let target, let fragment):
      reportMoved(link, suggestion: "/" + target.address.path)
      return pageLink(to: target, fragment: fragment, link)
    case .address(let address, let fragment):
      if address.isPage, fragment?.isEmpty == false {
        report(.unknownAnchor, Destinations.changingList, at: link.place.source)
      }
      if let owner = directory.owner(of: address), !shows(owner) {
        report(
          .withheld, "'\(address.path)' is withheld with its page, so these words are no link",
          at: link.place.source)
        return nil
      }
      return .address(address, fragment: fragment)
    case .unknown:
      report(
        .unknownLink,
        link.target.isEmpty ? "the link leads nowhere" : "the link '\(link.target)' leads nowhere",
        at: link.place.source, suggestions: destinations.suggestions(for: link.target, on: page))
      return nil
    }
  }

  private mutating func pageLink(
    to target: PageID, fragment: String?, _ link: FoundLink, name: String? = nil, id: String? = nil
  ) -> PageLink? {
    let fragment = fragment.flatMap { $0.isEmpty ? nil : $0 }
    let anchor = fragment.flatMap { directory.anchor($0, on: target) }
    if let fragment, anchor == nil {
      report(
        .unknownAnchor, "'\(directory.title(target))' has no heading or identifier '\(fragment)'",
        at: link.place.source,
        suggestions: Suggestions.nearest(to: fragment, among: directory.anchorCandidates(on: target)))
    }
    guard shows(target) else {
      report(
        .withheld, "'\(directory.title(target))' is withheld, so these words are no link",
        at: link.place.source)
      return nil
    }
    return .page(target, fragment: anchor, name: name, id: id)
  }

  mutating func linkImages() {
    body.images = facts.images.map { image in
      if Destinations.isRemote(image.destination) {
        reportRemote(image)
        return nil
      }
      guard let picture = Destinations(directory).picture(image.destination, on: page) else {
        let candidates = Destinations(directory).pictureCandidates(on: page)
        report(
          .missingImage, "there is no picture '\(image.destination)'", at: image.source,
          suggestions: Suggestions.nearest(to: image.destination, among: candidates))
        return nil
      }
      let address = directory.address(of: picture)
      guard let owner = directory.owner(of: address), !shows(owner) else { return address }
      report(
        .withheld, "'\(address.path)' is withheld with its page, so no picture is shown", at: image.source)
      return nil
    }
  }
}

extension BodyLinker {
  /// A scheme that no page may use has been reported where the picture was read.
  private mutating func reportRemote(_ image: ImageUse) {
    let scheme = Destinations.scheme(of: image.destination)
    guard scheme == nil || scheme == "http" || scheme == "https" else { return }
    report(
      .remoteImage, "a page asks nothing of another host: copy '\(image.destination)' beside the text",
      at: image.source)
  }
}

extension Directory {
  /// The identifier on a page that a fragment names: an identifier itself, or a heading's words.
  func anchor(_ fragment: String, on page: PageID) -> String? {
    if let spelling = anchors[page]?.spelling(of: fragment) { return spelling }
    let folded = fold(fragment)
    if let heading = facts(page).headings.first(where: { fold($0.text) == folded }) { return heading.id }
    return Destinations.isTop(fragment) ? fragment : nil
  }

  func anchorCandidates(on page: PageID) -> [String] {
    let (facts, anchors) = (facts(page), anchors[page])
    return facts.headings.map(\.id) + (anchors?.entries.compactMap { facts[$0.shape].id } ?? [])
      + (anchors?.eventIDs ?? [])
  }
}

extension Destinations {
  package static let changingList =
    "what a list holds, and on which of its pages, changes: link to it without '#…'"

  /// The beginning of any page, unless something is called so (HTML, 7.4.6.3).
  package static func isTop(_ fragment: String) -> Bool { fragment.lowercased() == "top" }

  /// Another host's, or inline data.
  package static func isRemote(_ destination: String) -> Bool {
    destination.utf8.starts(with: "//".utf8) || scheme(of: destination) != nil
  }
}
