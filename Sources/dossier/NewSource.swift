import ArgumentParser
import Briefings
import Diagnostics
import EDTF
import Foundation
import Publishing

/// `dossier new source TITLE --from FILE`.
struct NewSource: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source",
    abstract: "Make Content/sources/…md from an article's text, and keep the text beside it.",
    discussion: """
      What the file says of itself is filled in: title, byline, date, publisher, language and address; what it does \
      not say is left out with a comment. The text goes to Content/sources/text/, which git is to ignore.

      Examples:
        dossier new source --from article.html
        dossier new source 'A truce in the sky' --from article.txt --slug elpais-truce
      """)

  /// Bytes.
  static let limit = 10_000_000

  @OptionGroup var site: SiteOptions

  @Option(
    name: .long, help: ArgumentHelp("The article: plain text or saved HTML.", valueName: "file"),
    completion: .file())
  var from: String

  @Option(
    name: .long, help: ArgumentHelp("Its identifier (default: made from the title).", valueName: "slug"))
  var slug: String?

  @Argument(help: "The source's title (default: the article's).")
  var title: String?

  func validate() throws {
    if let title, title.allSatisfy(\.isWhitespace) { throw ValidationError("The title is empty.") }
    if let slug, Slug(slug) == nil {
      throw ValidationError("--slug takes small letters, digits and single hyphens, not '\(slug)'.")
    }
  }

  func run() async throws {
    let inquiry = try Inquiry(site)
    var article = try read(inquiry.terminal)
    article.title = title ?? article.title
    let name = slug ?? article.title.map { FrontMatterText.identifier(for: $0) } ?? ""
    guard let title = article.title, let slug = Slug(name) else {
      try refuse(
        "no title can be read from '\(from)'; give one, or an identifier with '--slug'", inquiry.terminal)
    }
    let record = NewFile(path: "Content/sources/\(slug).md", text: SourceFile(article, title).text)
    let text = NewFile(
      path: "Content/sources/text/\(slug).txt", text: article.lines.joined(separator: "\n\n") + "\n")
    for path in [record.path, text.path] where SiteRoot.exists(inquiry.root + "/" + path) {
      try refuse("'\(path)' is there already; name another with '--slug'", inquiry.terminal)
    }
    do throws(NewFile.Failure) {
      try text.writeNew(below: inquiry.root)
      do throws(NewFile.Failure) {
        try record.writeNew(below: inquiry.root)
      } catch {
        unlink(inquiry.root + "/" + text.path)
        throw error
      }
    } catch {
      try refuse("cannot write '\(error.path)': \(error.reason)", inquiry.terminal)
    }
    for file in [record, text] {
      try inquiry.terminal.print(SiteRoot.spelling(file.path, below: inquiry.root) + "\n")
    }
    for (reason, count) in article.removed {
      try inquiry.terminal.say("\(count) \(count == 1 ? "line" : "lines") left out: \(reason)")
    }
  }

  private func read(_ terminal: Terminal) throws -> Article {
    guard !SiteRoot.isFolder(from), let file = fopen(from, "rb") else {
      try refuse("'\(from)' cannot be read", terminal)
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: NewSource.limit + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    guard count <= NewSource.limit else { try refuse("'\(from)' is larger than 10 MB", terminal) }
    do throws(ArticleError) {
      return try Article(Array(bytes[..<count]))
    } catch {
      try refuse("'\(from)' \(error.words)", terminal)
    }
  }

  private func refuse(_ message: String, _ terminal: Terminal) throws -> Never {
    try terminal.fail(message)
    throw ExitCode(2)
  }
}

/// The record of a new source.
struct SourceFile {
  let text: String

  init(_ article: Article, _ title: String) {
    func line(_ key: String, _ value: String?) -> String {
      value.map { "\(key): \(FrontMatterText.scalar($0))" } ?? "# \(key): not found in the article's file"
    }
    let authors = article.authors.map { FrontMatterText.scalar($0) }.joined(separator: ", ")
    let published = article.published.flatMap { (try? EDTFDate(parsing: $0))?.text }
    text =
      [
        "---", line("title", title), line("publisher", article.publisher),
        authors.isEmpty ? line("authors", nil) : "authors: [\(authors)]",
        published.map { "published: \($0)" } ?? line("published", nil), line("language", article.language),
        line("url", article.url), "# type: article-newspaper # or webpage, report, speech …", "---", "",
      ].joined(separator: "\n")
  }
}
