import Foundation
import PackagePlugin

/// Puts the files of `Templates/` into the target as constants, and again whenever one of them changes.
///
/// A build command rather than a prebuild command: it runs only when an input is newer than its output,
/// needs no network and no installed tool.
@main
struct EmbedThemePlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Templates").resolvingSymlinksInPath()
    let files = try themeFiles(in: folder)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedThemeFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding the theme",
        executable: try context.tool(named: "EmbedTheme").url,
        arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)] + files,
        inputFiles: files.map { folder.appending(path: $0) },
        outputFiles: [output])
    ]
  }

  /// Paths below `folder`, sorted, so that the same files give the same command.
  private func themeFiles(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { path in
        let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(
          atPath: folder.appending(path: path).path(percentEncoded: false), isDirectory: &isFolder)
        return exists && !isFolder.boolValue && !isHidden
      }
      .sorted()
  }
}
