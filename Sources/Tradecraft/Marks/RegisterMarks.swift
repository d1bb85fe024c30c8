import Briefings
import EDTF
package import Linking
package import Markdown

extension Register {
  /// What the renderer is to make of a page's annotations: the site's orders, with statuses, bands, confidence,
  /// speakers and labels added.
  package func rewrites(for page: PageID, in site: Site) -> Rewrites {
    var rewrites = site.rewrites(for: page)
    guard let body = site.body(of: page) else { return rewrites }
    for index in rewrites.spans.indices where body.spans.indices.contains(index) {
      dress(&rewrites.spans[index], body.spans[index], body, page, site)
    }
    for index in rewrites.regions.indices where body.regions.indices.contains(index) {
      dress(&rewrites.regions[index], body.regions[index], body, page, site)
    }
    for judgments in body.keyJudgments where rewrites.regions.indices.contains(judgments.region) {
      rewrites.regions[judgments.region].itemFootersHTML = judgments.items.map {
        footer(of: $0, body, page)
      }
      dropChips(under: judgments, body, &rewrites)
    }
    return rewrites
  }

  // MARK: Spans

  private func dress(
    _ mark: inout Rewrites.SpanMark, _ annotation: PageAnnotation, _ body: PageBody, _ page: PageID,
    _ site: Site
  ) {
    if let index = annotation.statement {
      dress(&mark, body.statements[index], PageItem(page: page, index: index), site)
    }
    if let index = annotation.quotation, let speaker = body.quotations[index].speaker {
      mark.data.append((name: "data-speaker", value: speaker.string))
    }
    if let index = annotation.event {
      let event = site.timeline.events[index]
      if let telling = event.tellings.first(where: { $0.page == page && $0.id == mark.id }) {
        mark.data.append((name: "data-date", value: telling.date.text))
        mark.data.append((name: "data-status", value: telling.status.rawValue))
      }
    }
  }

  private func dress(
    _ mark: inout Rewrites.SpanMark, _ statement: Statement, _ item: PageItem, _ site: Site
  ) {
    mark.row = rowURL(of: item, site)
    switch statement.role {
    case .claim(let claim):
      guard let standing = standing(of: item) else { return }
      mark.data.append((name: "data-status", value: standing.status.rawValue))
      mark.data.append((name: "data-kind", value: claim.kind.rawValue))
      if !standing.isDerived { mark.chip = Register.chip(for: standing.status, from: item.page) }
    case .judgment(let judgment):
      if let confidence = judgment.confidence {
        mark.data.append((name: "data-confidence", value: confidence.rawValue))
      }
      let likelihood = likelihood(of: item)
      if let likelihood { mark.data.append((name: "data-likelihood", value: likelihood.term.name)) }
      mark.chip = Register.chip(for: judgment, likelihood)
    case .assumption, .gap: break
    }
  }

  /// Only what the writer states is printed beside the words; what is derived shows in their style.
  private static func chip(for status: ClaimStatus, from page: PageID) -> Rewrites.Chip {
    let cssClass =
      switch status {
      case .corroborated: "good"
      case .disputed, .denied, .refuted, .superseded, .withdrawn: "bad"
      case .unverified, .singleSource, .severalSources: ""
      }
    return Rewrites.Chip(
      text: status.words, cssClass: cssClass, url: page.address.url(to: .claims(.status(status))))
  }

  private func rowURL(of item: PageItem, _ site: Site) -> String? {
    RegisterRow(of: item, in: site).map { item.page.address.url(to: $0.address, fragment: $0.fragment) }
  }

  /// "likely, 55–80 % · low confidence", leading to the page's yardstick.
  private static func chip(for judgment: Statement.Judgment, _ likelihood: Likelihood?) -> Rewrites.Chip? {
    let chance = likelihood.map { "\($0.term.name), \($0.term.lower)–\($0.term.upper) %" }
    let confidence = judgment.confidence.map { "\($0.rawValue) confidence" }
    let parts = [chance, confidence].compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    return Rewrites.Chip(
      text: parts.joined(separator: " · "), cssClass: "good", url: likelihood == nil ? nil : "#yardstick")
  }

  /// A key judgment's band says it already.
  private func dropChips(under judgments: KeyJudgments, _ body: PageBody, _ rewrites: inout Rewrites) {
    for (index, span) in body.spans.enumerated() where rewrites.spans.indices.contains(index) {
      guard let statement = span.statement.map({ body.statements[$0] }), case .judgment = statement.role,
        judgments.items.contains(where: { $0.blocks.contains(statement.blocks.lowerBound) })
      else { continue }
      rewrites.spans[index].chip = nil
    }
  }

  // MARK: Blocks

  private func dress(
    _ mark: inout Rewrites.RegionMark, _ annotation: PageAnnotation, _ body: PageBody, _ page: PageID,
    _ site: Site
  ) {
    mark.label = Register.label(for: annotation.cssClass)
    if let index = annotation.statement {
      let item = PageItem(page: page, index: index)
      switch body.statements[index].role {
      case .judgment: mark.footerHTML = judgmentFooter(body.statements[index], item)
      case .claim: mark.footerHTML = claimFooter(item)
      case .assumption, .gap: break
      }
      if let url = rowURL(of: item, site) {
        mark.footerHTML +=
          "<a class=\"row\" href=\"\(escaped(url))\" aria-label=\"In the register\">§</a>"
      }
    }
    if let index = annotation.quotation, let speaker = body.quotations[index].speaker,
      let name = site.title(of: .entity(speaker))
    {
      let url = page.address.url(to: PageID.entity(speaker).address)
      let translator = body.quotations[index].translatedBy.map { ", translated by \(escaped($0))" } ?? ""
      mark.footerHTML =
        "<footer><a class=\"entity\" href=\"\(escaped(url))\">\(escaped(name))</a>\(translator)</footer>"
    }
    if let index = annotation.event {
      let language = site.configuration.language
      let telling = site.timeline.events[index].tellings.first { $0.page == page && $0.id == mark.id }
      mark.label = telling?.date.words(language: language)
    }
  }

  private static func label(for cssClass: String) -> String? {
    switch cssClass {
    case "key-judgments": "Key judgments"
    case "judgment": "Judgment"
    case "claim": "Claim"
    case "assumption": "Assumption"
    case "gap": "Gap"
    case "context": "Context"
    case "callout note": "Note"
    case "callout tip": "Tip"
    case "callout important": "Important"
    case "callout warning": "Warning"
    case "callout caution": "Caution"
    default: nil
    }
  }

  private func claimFooter(_ item: PageItem) -> String {
    guard let standing = standing(of: item) else { return "" }
    let url = item.page.address.url(to: .claims(.status(standing.status)))
    return "<p class=\"small\"><a class=\"chip\" href=\"\(escaped(url))\">\(standing.status.words)</a></p>"
  }
}

extension ClaimStatus {
  /// As a reader sees it.
  package var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}

/// For text and for attribute values in double quotes, byte for byte.
func escaped(_ text: String) -> String {
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
    case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
    case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
    case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
