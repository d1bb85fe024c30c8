import Foundation
import Testing

@testable import Rendering

/// The article on views names what the declarations declare, and nothing else.
struct ViewsArticleTests {
  /// The names of each table, by the heading above it.
  private static let documented: [String: Set<String>] = {
    let article = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Rendering/Rendering.docc/Views.md")
    var tables: [String: Set<String>] = [:]
    var heading = ""
    for line in ((try? String(contentsOf: article, encoding: .utf8)) ?? "").split(separator: "\n") {
      if line.hasPrefix("### ") { heading = String(line.dropFirst(4)) }
      guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { continue }
      tables[heading, default: []].insert(String(line[line.index(line.startIndex, offsetBy: 3)..<end]))
    }
    return tables
  }()

  @Test(arguments: [
    ("Event", EventView.declaration), ("Link", LinkView.declaration), ("Date", DateView.declaration),
    ("BriefingCard", BriefingCardView.declaration), ("Pagination", PaginationView.declaration),
    ("Navigation", NavigationView.declaration), ("Correction", CorrectionView.declaration),
    ("EventGroup", EventGroupView.declaration), ("CiteAs", CiteAsView.declaration),
    ("Calendar", CalendarView.declaration),
  ])
  func `a part is documented name by name`(heading: String, declaration: ViewDeclaration) {
    #expect(Self.documented[heading] == Set(declaration.kinds.keys))
  }

  @Test(
    arguments: PageKind.allCases.filter { ViewsArticleTests.documented["\($0.template).mustache"] != nil })
  func `a page is documented name by name`(kind: PageKind) {
    #expect(Self.documented["\(kind.template).mustache"] == Set(kind.view.declaration.kinds.keys))
  }
}
