import Briefings
import Diagnostics
import EDTF
import Linking

/// The rules about what claims, quotations and assumptions rest on, and about source records.
struct Evidence {
  private let publications: Publications
  private(set) var findings: [Finding] = []

  init(_ linked: LinkedSite, sources: [Source]) {
    publications = Publications(sources)
    for page in linked.checked { checkCitations(page) }
    checkAssumptions(linked.checked)
    for source in sources where !source.common.hasErrors { check(source) }
  }

  private mutating func checkCitations(_ page: CheckedPage) {
    for statement in page.body.statements {
      guard case .claim(let claim) = statement.role else { continue }
      let place = Place(page.path, statement.attributeSource)
      if !statement.isCited, claim.status != .unverified {
        findings.append(
          Finding(
            .uncitedClaim, "the claim cites nothing; cite a source, or mark it status=unverified", at: place))
      } else if claim.status == .corroborated, publications.count(behind: statement.citations) < 2 {
        findings.append(
          Finding(
            .corroborationMissing, "'corroborated' takes two independent publications; one is cited",
            at: place))
      }
    }
    for quotation in page.body.quotations where !quotation.isCited {
      findings.append(
        Finding(
          .uncitedQuote, "the quotation cites nothing; cite the source that has these words",
          at: Place(page.path, quotation.attributeSource)))
    }
  }

  private mutating func checkAssumptions(_ pages: [CheckedPage]) {
    var used: Set<PageItem> = []
    for page in pages {
      for statement in page.body.statements {
        if case .judgment(let judgment) = statement.role { used.formUnion(judgment.basedOn) }
      }
    }
    for page in pages {
      for (index, statement) in page.body.statements.enumerated() where statement.role == .assumption {
        guard !used.contains(PageItem(page: page.page, index: index)) else { continue }
        findings.append(
          Finding(
            .unusedAssumption, "no judgment is based on this assumption",
            at: Place(page.path, statement.attributeSource)))
      }
    }
  }

  private mutating func check(_ source: Source) {
    switch source.address {
    case .missing:
      findings.append(
        Finding(
          .sourceIncomplete, "give its 'url', or 'url: unknown' when there is none",
          at: Place(source.file.path)))
    case .url where source.accessed == nil && source.archiveURL == nil:
      findings.append(
        Finding(
          .sourceIncomplete, "say when it was read ('accessed') or where a copy is kept ('archive-url')",
          at: Place(source.file.path)))
    case .url, .unknown: break
    }
  }
}
