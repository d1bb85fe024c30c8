import Foundation
import Testing

@Suite(.enabled(if: Project.hasContent, "needs the project's own Content/"))
struct OwnSiteTests {
  @Test func `the project's own content passes a strict check without a finding`() throws {
    let outcome = try Command(
      arguments: ["check", "--strict", "--root", Project.root], folder: "/",
      environment: ["SOURCE_DATE_EPOCH": Command.noon]
    ).run()
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains(": error:") == false && outcome.output.contains(": warning:") == false)
  }

  @Test func `every briefing and every entity has its page`() throws {
    let tree = try Project.published()
    for folder in ["briefings", "entities", "sources"] {
      let files = Tree(Project.root + "/Content/" + folder).paths.filter { $0.hasSuffix(".md") }
      #expect(!files.isEmpty)
      for file in files {
        let slug = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
        #expect(tree.pages.contains("\(folder)/\(slug)/index.html"), "\(file)")
      }
    }
  }

  @Test func `no page asks anything of another host`() throws {
    let tree = try Project.published()
    for page in tree.pages {
      for tag in Markup(tree.bytes(page) ?? []).tags {
        let isFetched = tag.name == "link" && tag["rel"] != "canonical"
        let address = tag["src"] ?? (isFetched ? tag["href"] : nil) ?? ""
        #expect(!address.contains("//"), "\(page): \(address)")
      }
    }
  }
}
