package import Markdown

extension Site {
  /// What the renderer is to make of a page's annotations. Statuses and likelihood are `Tradecraft`'s: it
  /// adds them to these marks. Links are relative to the page's own address, or to `address` when the body
  /// stands elsewhere (the home page's introduction).
  package func rewrites(for page: PageID) -> Rewrites {
    guard let body = body(of: page) else { return Rewrites() }
    return rewrites(of: body, at: page.address)
  }

  func rewrites(of body: PageBody, at address: SiteAddress) -> Rewrites {
    var rewrites = Rewrites()
    rewrites.links = body.links.map { $0.map { target(of: $0, from: address) } }
    rewrites.images = body.images.map { $0.map { address.url(to: $0) } }
    rewrites.citations = body.citations.map { group in
      group.map { mark(of: $0, in: body) }
    }
    rewrites.mentions = body.mentions.filter { !$0.isExplicit }.map { mark(of: $0, from: address) }
    rewrites.noteIDs = body.noteIDs
    rewrites.spans = body.spans.map { Rewrites.SpanMark(id: $0.id, cssClass: $0.cssClass) }
    rewrites.regions = body.regions.map { Rewrites.RegionMark(id: $0.id, cssClass: $0.cssClass) }
    return rewrites
  }

  private func target(of link: PageLink, from address: SiteAddress) -> Rewrites.LinkTarget {
    switch link {
    case .page(let page, let fragment, let name, let id):
      let isEntity = if case .entity = page { true } else { false }
      return Rewrites.LinkTarget(
        url: address.url(to: page.address, fragment: fragment), cssClass: isEntity ? "entity" : "",
        name: name, id: id)
    case .name(let slug): return Rewrites.LinkTarget(url: address.url(to: .name(slug)))
    case .address(let target, let fragment):
      return Rewrites.LinkTarget(url: address.url(to: target, fragment: fragment))
    case .elsewhere(let url): return Rewrites.LinkTarget(url: url)
    }
  }

  private func mark(of citation: PageCitation, in body: PageBody) -> Rewrites.CitationMark {
    guard let slug = citation.source, let number = citation.number, let source = source(slug) else {
      return Rewrites.CitationMark(number: nil, url: "", label: "")
    }
    let publisher = source.publisherName
    let label = citation.locator.isEmpty ? publisher : "\(publisher), \(citation.locator)"
    let showsPublisher = citation.isInText && !citation.suppressesAuthor
    return Rewrites.CitationMark(
      number: number, url: "#" + SiteAddress.encoded(body.sources[number - 1].anchor), label: label,
      publisher: showsPublisher ? publisher : nil)
  }

  private func mark(of mention: Mention, from address: SiteAddress) -> Rewrites.MentionMark {
    let target = PageID.entity(mention.entity).address
    return Rewrites.MentionMark(
      block: mention.block, textRange: mention.textRange, id: mention.id,
      url: mention.isLinked ? address.url(to: target) : nil)
  }
}
