import Foundation

/// `differential N SEED`: compares N random documents with Pandoc.
/// `differential show READER`: prints what both sides read on standard input, and which kinds that differs by.
func run(_ arguments: [String]) throws -> Int32 {
  let sources = URL(filePath: #filePath).deletingLastPathComponent()
  let comparison = Comparison(pandoc: try Pandoc(script: sources.appending(path: "peer.lua")))
  if arguments.count == 3, arguments[1] == "show", let reader = Reader(rawValue: arguments[2]) {
    try comparison.show(
      String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self), reader)
    return 0
  }
  guard arguments.count == 3, let count = Int(arguments[1]), count > 0, let seed = UInt64(arguments[2]) else {
    FileHandle.standardError.write(Data("usage: differential N SEED | show commonmark|markdown\n".utf8))
    return 64
  }
  let page = sources.appending(path: "../Markdown/Markdown.docc/DifferencesFromPandoc.md")
  let problems = try Record(page: page).problems(comparison)
  for problem in problems { print("DifferencesFromPandoc.md: \(problem)") }
  var run = Run(comparison: comparison, seed: seed)
  try run.compare(count: count)
  let isKnown = try run.report(count: count, seed: seed)
  try comparison.pandoc.finish()
  return isKnown && problems.isEmpty ? 0 : 1
}

exit(try run(CommandLine.arguments))
