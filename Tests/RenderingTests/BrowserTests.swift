import Foundation
import Testing

@testable import Rendering

/// A browser's judgement on the escaping: its parser decides where an attribute ends.
@Suite(.enabled(if: Browser.path != nil, "no chromium on PATH"))
struct BrowserTests {
  @Test func `no event handler fires from any slot`() throws {
    var page = "<!doctype html><title>quiet</title><body>"
    for slot in Slot.allCases {
      for special in ["\"", "'", "<", ">", "&"] {
        let attack =
          "\(special)\u{301} autofocus tabindex=0 onfocus=\"document.title='loud'\" x=\(special)\u{301}"
        let element = "\(special)\u{301}><img src=x onerror=\"document.title='loud'\">"
        page += (slot.render(attack) ?? "") + (slot.render(element) ?? "")
      }
    }
    page +=
      "<script>document.title += document.querySelectorAll('[onfocus], [autofocus], img').length</script>"
    let document = try Browser.document(of: page)
    #expect(document.contains("<title>quiet0</title>"))
  }
}

enum Browser {
  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.flatMap { folder in
      ["chromium", "chromium-browser", "google-chrome"].map { "\(folder)/\($0)" }
    }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// The document as the browser holds it after its scripts have run.
  static func document(of page: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    try Data(page.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: try #require(path))
    process.arguments = [
      "--no-sandbox", "--headless=new", "--disable-gpu", "--user-data-dir=\(folder.path())", "--dump-dom",
      file.absoluteString,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
