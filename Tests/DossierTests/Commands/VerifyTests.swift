import Foundation
import Testing

/// `dossier verify` as a writer runs it.
struct VerifyTests {
  private static let copy = "Content/sources/text/harbour-notice.txt"
  private static let words = "She will not sail until she is safe.\n"

  private func dossier(_ arguments: String..., in site: TestSite) throws -> Command.Outcome {
    try Command(
      arguments: arguments, folder: site.root, environment: ["SOURCE_DATE_EPOCH": Command.noon]
    ).run()
  }

  @Test func `receipts are written once, and a check needs no text then`() throws {
    let site = try TestSite(SampleSite.with([Self.copy: Self.words, SampleSite.receipts: nil]))
    let first = try dossier("verify", in: site)
    #expect(first.status == 0 && first.output.contains("ferry#safe"), "\(first)")
    let receipts = Tree(site.root).text(SampleSite.receipts)
    #expect(receipts == SampleSite.files[SampleSite.receipts])
    #expect(try dossier("verify", in: site).errors.contains("no receipt changed"))
    #expect(Tree(site.root).paths.filter { $0.contains("receipts") } == [SampleSite.receipts])
    try site.remove(Self.copy)
    let check = try dossier("check", "--strict", in: site)
    #expect(check.status == 0 && check.output == "", "\(check)")
  }

  @Test func `neither texts nor receipts are published`() throws {
    let site = try TestSite(SampleSite.with([Self.copy: Self.words]))
    let build = try dossier("build", "--strict", in: site)
    #expect(build.status == 0 && build.output == "", "\(build)")
    let paths = Tree(site.root + "/Public").paths
    #expect(!paths.contains { $0.contains("receipts") || $0.hasSuffix("harbour-notice.txt") })
  }

  @Test func `words that are not in the source end with exit code 1`() throws {
    let site = try TestSite(SampleSite.with([Self.copy: "She will sail.\n"]))
    for command in ["verify", "check", "build"] {
      let outcome = try dossier(command, in: site)
      #expect(outcome.status == 1 && outcome.output.contains("[quote-not-found]"), "\(outcome)")
    }
  }

  @Test func `the receipt of a quotation that is gone is removed`() throws {
    let nothingQuoted = SampleSite.briefing("Ferry", "Nothing is quoted.")
    let site = try TestSite(
      SampleSite.with([SampleSite.briefing: nothingQuoted, "Content/briefings/second-ship.md": nil]))
    let before = try dossier("check", in: site)
    #expect(before.output.contains("[stale-receipt]"), "\(before)")
    #expect(try dossier("verify", in: site).errors.contains(SampleSite.receipts))
    #expect(!Tree(site.root).paths.contains(SampleSite.receipts))
  }

  @Test func `a folder of texts that is not there ends with exit code 2`() throws {
    let site = try TestSite(SampleSite.files)
    for command in ["verify", "check"] {
      let outcome = try dossier(command, "--texts", "nowhere", in: site)
      #expect(outcome.status == 2 && outcome.errors.contains("'nowhere'"), "\(outcome)")
    }
  }

  @Test func `the first site is verified as it is`() throws {
    let place = try Scratch()
    _ = try Command(arguments: ["init"], folder: place.path).run()
    let outcome = try Command(arguments: ["verify", "--strict"], folder: place.path).run()
    #expect(outcome.status == 0 && outcome.output.contains("harbour-bridge#trust"), "\(outcome)")
    #expect(outcome.errors.contains("no receipt changed"), "\(outcome)")
  }
}

/// Every passage in double quotation marks of an article, quoted; then with a word changed in each.
@Suite(.enabled(if: QuotedArticle.passages.count > 0, "needs the articles in ../shared/articles"))
struct MutationTests {
  private func verified(_ passages: [String]) throws -> Command.Outcome {
    let site = try TestSite(
      SampleSite.with(["Content/briefings/quoted.md": QuotedArticle.briefing(passages)]))
    try site.write(Array(QuotedArticle.text.utf8), to: "texts/article.txt")
    try site.write(
      Array("---\ntitle: Article\npublisher: Paper\nurl: unknown\n---\n".utf8),
      to: "Content/sources/article.md")
    return try Command(arguments: ["verify", "--texts", "texts"], folder: site.root).run()
  }

  @Test func `every passage is found, and none with a word changed`() throws {
    let passages = QuotedArticle.passages
    #expect(passages.count == 12)
    let found = try verified(passages)
    #expect(found.status == 0 && found.output.components(separatedBy: "\nfound ").count == 13, "\(found)")
    let missing = try verified(passages.map(QuotedArticle.mutated))
    #expect(missing.status == 1, "\(missing)")
    #expect(missing.output.components(separatedBy: "[quote-not-found]").count == 13, "\(missing)")
    #expect(missing.output.components(separatedBy: "-]{+").count == 13, "\(missing)")
    let placed = missing.output.split(separator: "\n").filter { $0.contains("^~~~~~") }
    #expect(placed.count == 12, "\(missing)")
  }
}

enum QuotedArticle {
  static let text: String = {
    let folder = URL(fileURLWithPath: Project.root).deletingLastPathComponent().path
    let places = [folder, (folder as NSString).deletingLastPathComponent].map { $0 + "/shared/articles" }
    let tree = places.lazy.map { Tree($0) }.first { !$0.isEmpty }
    return tree?.paths.first { $0.hasSuffix(".txt") }.flatMap { tree?.text($0) } ?? ""
  }()

  /// Between “ and ”, each once.
  static let passages: [String] = text.split(separator: "“").dropFirst().compactMap { part in
    part.firstIndex(of: "”").map { String(part[..<$0]) }
  }

  static func briefing(_ passages: [String]) -> String {
    let quotations = passages.enumerated().map { number, words in
      "[“\(words)”]{.quote #q\(number) speaker=ada-moor} [@article].\n"
    }
    return SampleSite.briefing("Quoted", quotations.joined(separator: "\n"))
  }

  /// The middle word is another one, a word alone a similar one.
  static func mutated(_ passage: String) -> String {
    var words = passage.split(separator: " ").map(String.init)
    words[words.count / 2] = words.count == 1 ? passage + "er" : "changed"
    return words.joined(separator: " ")
  }
}
