import CMark
import Diagnostics
import Foundation
import Markdown

/// What the annotation dialect costs: the survey and the HTML of every body below a folder, each against libcmark's
/// own parse and render of the same bytes, in one process and by turns.
///
///     dialect Content/briefings
@main
struct Dialect {
  private static let rounds = 5

  static func main() throws {
    guard let folder = CommandLine.arguments.dropFirst().first else {
      FileHandle.standardError.write(Data("usage: dialect FOLDER\n".utf8))
      exit(64)
    }
    let bodies = try bodies(below: URL(filePath: folder))
    guard !bodies.isEmpty else {
      FileHandle.standardError.write(Data("no body below \(folder)\n".utf8))
      exit(1)
    }
    var options = MarkdownOptions()
    options.typographyLanguage = "en"
    let works: [(String, (Body) -> Int)] = [
      ("libcmark", plain), ("survey", { Markdown.annotations(of: $0, options: options).textBlocks.count }),
      ("html", { Markdown.html(of: $0, options: options, rewrites: Rewrites()).count }),
    ]
    var best = [Double](repeating: .infinity, count: works.count)
    for _ in 0..<rounds {
      for (index, work) in works.enumerated() { best[index] = min(best[index], seconds(work.1, bodies)) }
    }
    for ((name, _), time) in zip(works, best) {
      let each = time / Double(bodies.count) * 1e6
      print(
        name.padding(toLength: 10, withPad: " ", startingAt: 0),
        String(format: "%7.1f us a body  %5.2f times libcmark", each, time / best[0]))
    }
  }

  /// Markdown files with front matter; a body begins behind it.
  private static func bodies(below folder: URL) throws -> [Body] {
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
      return []
    }
    var bodies: [Body] = []
    for case let file as URL in files where file.pathExtension == "md" {
      let bytes = [UInt8](try Data(contentsOf: file))
      let fence = Array("\n---\n".utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: fence) }.map { $0 + fence.count } ?? 0
      guard let path = RelativePath(file.lastPathComponent) else { continue }
      bodies.append(Body(path: path, bytes: bytes, start: start))
    }
    return bodies
  }

  private static func plain(_ body: Body) -> Int {
    body.bytes[body.start...].withUnsafeBytes { bytes in
      let text = bytes.bindMemory(to: CChar.self)
      guard let html = cmark_markdown_to_html(text.baseAddress, text.count, CMARK_OPT_DEFAULT) else {
        return 0
      }
      defer { free(html) }
      return strlen(html)
    }
  }

  /// CPU seconds of this process, which a busy machine changes less than the clock's.
  private static func seconds(_ work: (Body) -> Int, _ bodies: [Body]) -> Double {
    let start = clock()
    var sum = 0
    for body in bodies { sum &+= work(body) }
    precondition(sum > 0, "nothing was rendered")
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
}
