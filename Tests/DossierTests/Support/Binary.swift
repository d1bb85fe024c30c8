import Foundation

/// The programs that the tests run.
enum Binary {
  /// The command `dossier`, built beside the tests.
  static let dossier = besideTheTests("dossier")

  /// The reference renderer's own command, where it is installed.
  static let cmark = inPath("cmark")

  static func inPath(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first(where: isProgram)
  }

  /// Linux starts the tests' own program, macOS loads a bundle: the build folder lies above one of them.
  private static func besideTheTests(_ name: String) -> String {
    let bundles = Bundle.allBundles.map(\.bundlePath)
    let running = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    for start in bundles + CommandLine.arguments + [running] {
      var folder = URL(fileURLWithPath: start)
      for _ in 0..<5 {
        folder.deleteLastPathComponent()
        let path = folder.appendingPathComponent(name).path
        if isProgram(path) { return path }
      }
    }
    return name
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }
}
