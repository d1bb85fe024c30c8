import Briefings
import Diagnostics
import EDTF
import Linking
import Tradecraft

/// Rows of one kind of thing, each with the same columns.
struct Listing {
  enum Cell {
    case text(String)
    case number(Int)

    var shown: String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      }
    }
  }

  let columns: [String]
  let rows: [[Cell]]

  init(_ kind: ListedKind, of site: Site) {
    switch kind {
    case .briefings:
      columns = ["id", "published", "mentions", "claims", "title"]
      rows = site.briefings.map { briefing in
        [
          .text(briefing.record.slug.string), .text(briefing.record.published?.isoText ?? ""),
          .number(briefing.body.mentions.count), .number(briefing.body.statements.count(where: \.isClaim)),
          .text(briefing.record.title),
        ]
      }
    case .entities:
      columns = ["id", "type", "mentions", "pages", "name"]
      rows = site.entities.map { entity in
        [
          .text(entity.record.slug.string), .text(entity.record.type.rawValue), .number(entity.mentionCount),
          .number(entity.mentions.count), .text(entity.record.name.value),
        ]
      }
    case .sources:
      columns = ["id", "published", "pages", "publisher", "title"]
      rows = site.sources.map { source in
        [
          .text(source.record.slug.string), .text(source.record.published?.value.text ?? ""),
          .number(source.resting.count), .text(source.publisherName), .text(source.record.title),
        ]
      }
    case .events:
      columns = ["date", "id", "status", "text"]
      rows = site.timeline.events.map { event in
        [
          .text(event.date.text), .text(event.anchor), .text(event.shown.status.rawValue),
          .text(event.shown.text),
        ]
      }
    case .claims: (columns, rows) = Listing.claims(of: site)
    case .withheld:
      columns = ["path", "reason", "title"]
      rows = site.withheld.map { page in
        [.text(page.path.string), .text(page.reason.words), .text(page.title)]
      }
    }
  }

  private static func claims(of site: Site) -> (columns: [String], rows: [[Cell]]) {
    let register = Register(site)
    let rows = site.claims.compactMap { item -> [Cell]? in
      guard let statement = site.statement(item), case .claim(let claim) = statement.role else { return nil }
      let status = register.standing(of: item)?.status
      return [
        .text("\(item.page.slug)#\(statement.id)"), .text(status?.rawValue ?? ""), .text(claim.kind.rawValue),
        .text(claim.by?.string ?? ""), .text(statement.text),
      ]
    }
    return (["id", "status", "kind", "by", "text"], rows)
  }

  // MARK: Formats

  /// Columns side by side; the last one runs on.
  var table: String {
    let lines = [columns] + rows.map { $0.map { Listing.oneLine($0.shown) } }
    let widths = columns.indices.map { column in lines.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return lines.map { cells in
      cells.enumerated().map { column, cell in
        guard column + 1 < cells.count else { return cell }
        let padding = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        return isNumber(column) ? padding + cell : cell + padding
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  private func isNumber(_ column: Int) -> Bool {
    guard let first = rows.first, case .number = first[column] else { return false }
    return true
  }

  /// One object a line; `schema` grows when a key changes its meaning.
  var jsonLines: String {
    rows.map { cells in
      let members = zip(columns, cells).map { column, cell -> (key: String, value: JSON) in
        switch cell {
        case .text(let text): (column, .string(text))
        case .number(let number): (column, .number(number))
        }
      }
      return JSON.object([("schema", .number(1))] + members).text + "\n"
    }.joined()
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}

extension Statement {
  fileprivate var isClaim: Bool { if case .claim = role { true } else { false } }
}

extension WithheldPage.Reason {
  fileprivate var words: String {
    switch self {
    case .draft: "draft"
    case .future(let day): "due on \(day.isoText)"
    case .onlyUsedByWithheld: "used by withheld pages only"
    }
  }
}
