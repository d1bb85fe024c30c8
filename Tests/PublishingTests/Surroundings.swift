import Foundation

@testable import Publishing

/// A file system that is not the temporary folder's.
enum OtherVolume {
  static let path: String? = {
    let candidates = ["/dev/shm", "/run/user/\(getuid())", NSHomeDirectory()]
    let own = try? FileSystem.status(DiskPath(NSTemporaryDirectory()))?.device
    return candidates.first { candidate in
      let device = try? FileSystem.status(DiskPath(candidate))?.device
      return device != nil && device != own && FileSystem.isWritable(DiskPath(candidate))
    }
  }()

  static let canMount: Bool = {
    guard let site = try? TestSite(), (try? site.makeFolder("a")) != nil, (try? site.makeFolder("b")) != nil,
      (try? bind(site.path("a"), to: site.path("b"))) != nil
    else { return false }
    unmount(site.path("b"))
    return true
  }()

  private struct NotMounted: Error {}

  static func bind(_ folder: String, to point: String) throws {
    guard let mount = Tool.find("mount"), try Tool.run(mount, ["--bind", folder, point]).exitCode == 0 else {
      throw NotMounted()
    }
  }

  static func unmount(_ point: String) {
    if let umount = Tool.find("umount") { _ = try? Tool.run(umount, [point]) }
  }
}

/// Publishing without the rights of the superuser, who may write everywhere.
enum Unprivileged {
  private static let user = "65534"
  private static let isRoot = getuid() == 0

  static let isPossible = !isRoot || Tool.find("setpriv") != nil

  /// Publishes `list` with a root that cannot be written, and `locked` neither.
  static func publish(_ site: TestSite, locked: String? = nil) throws -> Tool.Result {
    let folders = [site.root, locked.map { site.path($0) }].compactMap { $0 }
    if isRoot, let chown = Tool.find("chown") {
      for name in ["Public", ".dossier"] { _ = try Tool.run(chown, ["-R", user, site.path(name)]) }
    }
    for folder in folders { _ = chmod(folder, 0o555) }
    defer { for folder in folders { _ = chmod(folder, 0o755) } }
    let command = [Tool.publishOnce ?? "", site.root, site.output, site.path("list")]
    guard isRoot, let setpriv = Tool.find("setpriv") else {
      return try Tool.run(command[0], Array(command.dropFirst()))
    }
    return try Tool.run(setpriv, ["--reuid", user, "--clear-groups"] + command)
  }
}
