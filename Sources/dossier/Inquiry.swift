import ArgumentParser
import Diagnostics
import Publishing

/// A question about a site: where it is, and the pipeline that answers.
struct Inquiry {
  let root: String
  let terminal: Terminal
  private let settings: RunSettings

  /// - Throws: `ExitCode(2)` when there is no site, its reason printed.
  init(_ options: SiteOptions, withheld: WithheldOptions? = nil, texts: TextsOption? = nil) throws {
    terminal = Terminal(options.color)
    do throws(Refusal) {
      root = try SiteRoot.find(options.root)
      var settings = RunSettings(
        root: root, output: "", today: try Clock(options.clock, Environment()).today)
      settings.includesDrafts = withheld?.drafts ?? false
      settings.includesFuture = withheld?.future ?? false
      settings.jobs = options.jobs ?? Environment.cores
      settings.texts = try texts?.existing()
      self.settings = settings
    } catch {
      try terminal.end(error)
    }
  }

  /// - Throws: `ExitCode(2)` when the content cannot be read, its reason printed.
  func ask<Answer>(_ question: (Pipeline) async throws -> Answer) async throws -> Answer {
    let progress = Progress(terminal)
    do {
      let answer = try await question(Pipeline(settings) { progress.show($0, $1, $2) })
      progress.erase()
      return answer
    } catch let error as RunError {
      progress.erase()
      try terminal.fail("\(error)")
      throw ExitCode(2)
    }
  }

  /// A file below the root, as its findings name it.
  ///
  /// - Parameter file: as typed: from the current folder, or from the root.
  /// - Throws: `ExitCode(2)` for a file that is not there or lies elsewhere.
  func path(of file: String) throws -> RelativePath {
    for candidate in [file, root + "/" + file] where SiteRoot.exists(candidate) {
      if let path = pathBelowRoot(of: candidate) { return path }
    }
    let isThere = SiteRoot.exists(file)
    try terminal.fail(isThere ? "'\(file)' lies outside of '\(root)'" : "there is no file '\(file)'")
    throw ExitCode(2)
  }

  /// Nil for a file that lies elsewhere.
  func pathBelowRoot(of file: String) -> RelativePath? {
    let absolute = SiteRoot.absolute(file)
    let prefix = root + "/"
    guard absolute.utf8.starts(with: prefix.utf8) else { return nil }
    return RelativePath(String(decoding: absolute.utf8.dropFirst(prefix.utf8.count), as: UTF8.self))
  }

  func source(_ path: RelativePath) -> SourceText? { SiteRoot.source(path, below: root) }
}
