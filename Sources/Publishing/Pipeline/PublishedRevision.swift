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
    let commit = try git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    let date = try git("show", "--no-patch", "--format=%cs", commit)
    guard let day = try? CivilDay(parsing: date) else { throw failure("its date cannot be read") }
    guard (try? git("cat-file", "-e", "\(commit):./Content")) != nil else { return nil }
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = folder.appending(path: "site.tar").path
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw failure("a temporary folder cannot be made")
    }
    _ = try git("archive", "--format=tar", "--output=\(archive)", commit, "Content")
    _ = try run("tar", "-xf", archive, "-C", folder.path)
    var past = settings
    past.root = folder.path
    (past.includesDrafts, past.includesFuture) = (false, false)
    past.today = { _ in day }
    return try await Pipeline(past) { _, _, _ in }.linked().site
  }

  private func git(_ arguments: String...) throws(RunError) -> String {
    try run("git", ["-C", settings.root] + arguments)
  }

  private func run(_ program: String, _ arguments: String...) throws(RunError) -> String {
    try run(program, arguments)
  }

  /// - Returns: what it printed, without the last line's end.
  private func run(_ program: String, _ arguments: [String]) throws(RunError) -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let (output, problem) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = problem
    do { try process.run() } catch { throw failure("\(program) cannot be run") }
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = problem.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let lines = String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline)
      throw failure(lines.first.map(String.init) ?? "there is no such revision")
    }
    return String(decoding: printed, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  private func failure(_ reason: String) -> RunError { .revision(revision, reason: reason) }
}
