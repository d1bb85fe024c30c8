import EDTF
import Foundation
import Linking

/// The site as a revision of its repository would have published it, read through git itself.
struct PublishedRevision {
  private let settings: RunSettings
  private let revision: String

  init(_ revision: String, _ settings: RunSettings) {
    self.revision = revision
    self.settings = settings
  }

  /// - Returns: nil when the revision has no `Content/`: nothing was published.
  /// - Throws: `revision` when git is not there, the folder is no repository or the revision unknown.
  func site() async throws(RunError) -> Site? {
    let commit = try await git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    let date = try await git("show", "--no-patch", "--format=%cs", commit)
    guard let day = try? CivilDay(parsing: date) else { throw failure("its date cannot be read") }
    guard (try? await git("cat-file", "-e", "\(commit):./Content")) != nil else { return nil }
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = folder.appending(path: "site.tar").path
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw failure("a temporary folder cannot be made")
    }
    _ = try await git("archive", "--format=tar", "--output=\(archive)", commit, "Content")
    _ = try await run("tar", "-xf", archive, "-C", folder.path)
    var past = settings
    past.root = folder.path
    (past.includesDrafts, past.includesFuture) = (false, false)
    past.today = { _ in day }
    return try await Pipeline(past) { _, _, _ in }.linked().site
  }

  private func git(_ arguments: String...) async throws(RunError) -> String {
    try await run("git", ["-C", settings.root] + arguments)
  }

  private func run(_ program: String, _ arguments: String...) async throws(RunError) -> String {
    try await run(program, arguments)
  }

  /// - Returns: what it printed, without the last line's end.
  private func run(_ program: String, _ arguments: [String]) async throws(RunError) -> String {
    guard let ended = await Program.run(program, arguments) else { throw failure("\(program) cannot be run") }
    guard ended.status == 0 else { throw failure(ended.reason ?? "there is no such revision") }
    return ended.output
  }

  private func failure(_ reason: String) -> RunError { .revision(revision, reason: reason) }
}
