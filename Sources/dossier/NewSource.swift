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
    abstract: "Make Content/sources/…md; with --from, of an article, whose text is kept beside it.",
    discussion: """
      The paths of new files are printed. A file that is there is never replaced.

      What the article's file says of itself is filled in: title, byline, date, publisher, language and address; what \
      it does not say is left out with a comment. Its text goes to Content/sources/text/, which git is to ignore.

      Examples:
        dossier new source 'Port report 2025' --slug port-report-2025
        dossier new source --from article.html
        dossier new source 'A truce in the sky' --from article.txt --slug elpais-truce
      """)

  /// Bytes.
  static let limit = 10_000_000

  @OptionGroup var record: NewRecord

  @Option(
    name: .long, help: ArgumentHelp("The article: plain text or saved HTML.", valueName: "file"),
    completion: .file())
  var from: String?

  @Argument(help: "The source's title (default: the article's).")
  var title: String?

  func validate() throws {
    if let title { try record.validate(title, as: .source) }
    if title == nil, from == nil {
      throw ValidationError("Give the source's title, or its article by --from.")
    }
  }

  func run() async throws {
    if let from { try await keep(from) } else if let title { try await make(title) }
  }

  private func make(_ title: String) async throws {
    try await record.make(
      title, owner: { registry, slug in registry.sources.first { $0.slug == slug }?.file },
      file: { _, slug in ("Content/sources/\(slug).md", SourceFile(title).text) })
  }

  /// Makes the record of an article, and keeps its text.
  private func keep(_ from: String) async throws {
    let inquiry = try Inquiry(record.site)
    var article = try read(from, inquiry.terminal)
    article.title = title ?? article.title
    let name = record.slug ?? article.title.map { FrontMatterText.identifier(for: $0) } ?? ""
    guard let title = article.title, let slug = Slug(name) else {
      try refuse(
        "no title can be read from '\(from)'; give one, or an identifier with '--slug'", inquiry.terminal)
    }
    try self.record.validate(title, as: .source)
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
    if article.publisher == nil {
      try inquiry.terminal.say("'\(record.path)' needs a publisher, which the article's file does not name")
    }
    for (reason, count) in article.removed {
      try inquiry.terminal.say("\(count) \(count == 1 ? "line" : "lines") left out: \(reason)")
    }
  }

  private func read(_ from: String, _ terminal: Terminal) throws -> Article {
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

  /// All but the title is left to the author.
  init(_ title: String) {
    text = """
      ---
      title: \(FrontMatterText.scalar(title))
      publisher: "" # who published it: an entity's identifier, or a name
      # authors: []
      # published: 2025-03-04
      # language: en
      # url: https://… # and the day it was read, as accessed: 2025-03-05; unknown where it has none
      # type: report # or article-newspaper, webpage, speech …
      ---

      """
  }

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
