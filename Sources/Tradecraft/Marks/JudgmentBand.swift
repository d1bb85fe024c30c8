import Linking

extension Register {
  /// Under a key judgment: the bands and the confidence of what is judged in it.
  func footer(of keyJudgment: KeyJudgments.Item, _ body: PageBody, _ page: PageID) -> String {
    var html = ""
    for (index, statement) in body.statements.enumerated() {
      guard keyJudgment.blocks.contains(statement.blocks.lowerBound), case .judgment = statement.role
      else { continue }
      html += judgmentFooter(statement, PageItem(page: page, index: index))
    }
    return html
  }

  func judgmentFooter(_ statement: Statement, _ item: PageItem) -> String {
    guard case .judgment(let judgment) = statement.role else { return "" }
    let confidence = judgment.confidence.map { "Our confidence in this judgment is \($0.rawValue)." } ?? ""
    guard let likelihood = likelihood(of: item) else {
      return confidence.isEmpty ? "" : "<p class=\"small confidence\">\(confidence)</p>"
    }
    let (lower, upper) = (likelihood.term.lower, likelihood.term.upper)
    let perCent = likelihood.probability.map { Int(($0 * 100).rounded()) }
    let point = perCent.map { "<rect class=\"point\" x=\"\($0)\" width=\"1\" height=\"10\"/>" } ?? ""
    let stated = perCent.map { " We put it at \($0) %." } ?? ""
    return """
      <div class="band"><svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" \
      aria-label="\(lower) to \(upper) per cent"><rect class="track" y="4" width="100" height="2"/>\
      <rect class="range" x="\(lower)" y="1" width="\(upper - lower)" height="8" rx="1"/>\(point)</svg>\
      <span><a class="likelihood" href="#yardstick">\(likelihood.term.name)</a>, \
      \(lower)–\(upper) %.\(stated) \(confidence)</span></div>
      """
  }
}
