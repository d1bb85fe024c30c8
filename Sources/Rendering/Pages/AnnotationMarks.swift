import Briefings
import Linking
import Markdown
import Tradecraft

/// Adds what tradecraft knows to the marks of a page's annotations: how well a claim stands, how likely a
/// judgment is and how sure.
struct AnnotationMarks {
  let context: PageContext
  let body: PageBody
  let yardstick: Yardstick

  /// Terms of the yardstick that the page's judgments use.
  var usedTerms: [LikelihoodTerm] {
    let used = body.statements.compactMap { judgment($0).flatMap { term(of: $0) } }
    return yardstick.terms.filter { used.contains($0) }
  }

  /// - Parameter annotations: of the same body; needed only where it has key judgments.
  func decorate(_ rewrites: inout Rewrites, _ annotations: () -> Annotations) {
    for (index, span) in body.spans.enumerated() where rewrites.spans.indices.contains(index) {
      decorate(&rewrites.spans[index], span)
    }
    for (index, region) in body.regions.enumerated() where rewrites.regions.indices.contains(index) {
      decorate(&rewrites.regions[index], region)
    }
    let isKey: (PageAnnotation) -> Bool = { $0.cssClass.split(separator: " ").contains("key-judgments") }
    guard body.regions.contains(where: isKey) else { return }
    let annotations = annotations()
    for (index, region) in body.regions.enumerated() where isKey(region) {
      guard rewrites.regions.indices.contains(index), annotations.regions.indices.contains(index) else {
        continue
      }
      let items = annotations.regions[index].items
      rewrites.regions[index].label = rewrites.regions[index].label ?? "Key judgments"
      rewrites.regions[index].itemFootersHTML = items.map { item in
        bands(inBlocks: item, annotations, &rewrites)
      }
    }
  }

  private func decorate(_ mark: inout Rewrites.SpanMark, _ span: PageAnnotation) {
    guard let index = span.statement, body.statements.indices.contains(index) else { return }
    let statement = body.statements[index]
    if let status = context.site.status(of: statement) {
      mark.data.append((name: "data-status", value: status.rawValue))
      if status != .singleSource, status != .severalSources {
        let chip = context.chip(status)
        mark.chip = Rewrites.Chip(text: chip.text, cssClass: "chip \(chip.cssClass)", url: chip.url)
      }
    }
    if let judgment = judgment(statement), let text = assessment(judgment) {
      mark.chip = Rewrites.Chip(text: text, cssClass: "chip good", url: yardstickURL(judgment))
    }
  }

  private func decorate(_ mark: inout Rewrites.RegionMark, _ region: PageAnnotation) {
    if let index = region.statement, body.statements.indices.contains(index) {
      let statement = body.statements[index]
      switch statement.role {
      case .gap: mark.label = mark.label ?? "Not known"
      case .assumption: mark.label = mark.label ?? "Assumed"
      case .judgment(let judgment):
        mark.label = mark.label ?? "Judgment"
        mark.footerHTML += band(judgment)
      case .claim:
        if let status = context.site.status(of: statement) { mark.footerHTML += chip(context.chip(status)) }
      }
    }
    if let index = region.quotation, body.quotations.indices.contains(index) {
      mark.footerHTML += speaker(body.quotations[index])
    }
    if region.cssClass.split(separator: " ").first == "context" { mark.label = mark.label ?? "Context" }
  }

  private func judgment(_ statement: Statement) -> Statement.Judgment? {
    if case .judgment(let judgment) = statement.role { judgment } else { nil }
  }

  private func term(of judgment: Statement.Judgment) -> LikelihoodTerm? {
    judgment.likelihood.flatMap { yardstick.term(stated: $0) }
  }

  private func yardstickURL(_ judgment: Statement.Judgment) -> String? {
    term(of: judgment) == nil ? nil : "#yardstick"
  }

  /// "unlikely, 20–45 %. Low confidence."
  private func assessment(_ judgment: Statement.Judgment) -> String? {
    let likelihood = term(of: judgment).map { "\($0.words), \($0.band.lowerBound)–\($0.band.upperBound) %" }
    let confidence = judgment.confidence.map { "\($0.rawValue) confidence" }
    let parts = [likelihood, confidence].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  /// The bands of the judgments in an item of a list, which then need no label beside their words.
  private func bands(inBlocks blocks: Range<Int>, _ annotations: Annotations, _ rewrites: inout Rewrites)
    -> String
  {
    var html = ""
    for (index, span) in body.spans.enumerated() where annotations.spans.indices.contains(index) {
      guard blocks.contains(annotations.spans[index].block), let statement = span.statement,
        let judgment = judgment(body.statements[statement])
      else { continue }
      html += band(judgment)
      rewrites.spans[index].chip = nil
    }
    return html
  }

  private func band(_ judgment: Statement.Judgment) -> String {
    let confidence = judgment.confidence.map { "\($0.rawValue.capitalizedFirst) confidence." }
    guard let term = term(of: judgment) else {
      return confidence.map { "<p class=\"small\">\($0)</p>" } ?? ""
    }
    let (lower, upper) = (term.band.lowerBound, term.band.upperBound)
    let point = judgment.probability.map { p in
      "<rect class=\"point\" x=\"\(Int((p * 100).rounded()))\" width=\"1\" height=\"10\"/>"
    }
    let stated = judgment.probability.map { "\(Int(($0 * 100).rounded())) % stated. " } ?? ""
    return """
      <div class="band"><svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="\(lower) to \
      \(upper) per cent"><rect class="track" y="4" width="100" height="2"/><rect class="range" x="\(lower)" y="1" \
      width="\(upper - lower)" height="8" rx="1"/>\(point ?? "")</svg><span><a class="likelihood" \
      href="#yardstick">\(term.words.capitalizedFirst)</a>, \(lower)–\(upper) %. \(stated)\(confidence ?? "")</span></div>
      """
  }

  private func chip(_ chip: ChipView) -> String {
    let text = HTMLEscaping.escaped(chip.text)
    guard let url = chip.url else { return "<p><span class=\"chip \(chip.cssClass)\">\(text)</span></p>" }
    return "<p><a class=\"chip \(chip.cssClass)\" href=\"\(HTMLEscaping.escaped(url))\">\(text)</a></p>"
  }

  private func speaker(_ quotation: Quotation) -> String {
    guard let speaker = context.entity(quotation.speaker), let url = speaker.url else { return "" }
    var html =
      "<a class=\"entity\" href=\"\(HTMLEscaping.escaped(url))\">\(HTMLEscaping.escaped(speaker.text))</a>"
    if let translator = quotation.translatedBy {
      html += ", translated by \(HTMLEscaping.escaped(translator))"
    }
    return "<footer>\(html)</footer>"
  }
}
