import Foundation
import Testing

/// The project that these tests belong to, and the site of its own.
enum Project {
  static let root: String = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder.path
  }()

  static let hasContent = FileManager.default.fileExists(atPath: root + "/Content/site.yaml")
  static let baseURL = "https://desk.example/own/"

  /// Its own `Content/`, published into a folder that is thrown away: `Public/` may be somebody's.
  static func published() throws -> Tree {
    let copy = try Scratch()
    for folder in ["Content", "Templates"] {
      try FileManager.default.copyItem(atPath: root + "/" + folder, toPath: copy.path + "/" + folder)
    }
    let outcome = try Command(
      arguments: ["build", "--base-url", baseURL], folder: copy.path,
      environment: ["SOURCE_DATE_EPOCH": Command.noon]
    ).run()
    try #require(outcome.status == 0, "\(outcome)")
    return Tree(copy.path + "/Public")
  }
}
