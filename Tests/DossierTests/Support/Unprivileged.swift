import Foundation
import Testing

/// A user without rights: the superuser, as whom containers run tests, may read and write whatever its permissions are.
enum Unprivileged {
  static let isSuperuser = getuid() == 0

  /// Whether a program can be run by one.
  static let isAvailable = !isSuperuser || Binary.inPath("setpriv") != nil

  /// Nobody, on Linux.
  private static let user = 65_534

  /// What runs `program` so.
  ///
  /// - Parameter folder: takes a second name of it, or a copy: the build folder may be closed to others.
  static func line(_ program: String, _ arguments: [String], in folder: String) throws -> [String] {
    guard isSuperuser else { return [program] + arguments }
    let own = folder + "/program"
    do {
      try FileManager.default.linkItem(atPath: program, toPath: own)
    } catch {
      try FileManager.default.copyItem(atPath: program, toPath: own)
    }
    #expect(chmod(folder, 0o755) == 0)
    let setpriv = try #require(Binary.inPath("setpriv"))
    return [setpriv, "--reuid=\(user)", "--regid=\(user)", "--clear-groups", own] + arguments
  }

  /// Gives the user everything below a folder.
  static func give(_ folder: String) throws {
    guard isSuperuser else { return }
    let owned = try Command(program: "/bin/chown", arguments: ["-R", "\(user):\(user)", folder], folder: "/")
      .run()
    try #require(owned.status == 0, "\(owned)")
  }
}
