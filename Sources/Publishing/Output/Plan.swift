import Diagnostics

/// What a commit is about to do, written into the staging folder first: after a kill, the next start
/// finishes it.
///
/// Text, a line each: `dossier-plan 1`, `output <path>`, then either `exchange <inode of the new tree>` and a
/// `forced <path>` for each thing of somebody else's that `--force` gives up, or the steps of a publication
/// file by file in their order: `remove <path>`, `create <path>`, `replace <path>`.
struct Plan: Equatable {
  enum Step: Equatable {
    case remove(RelativePath)
    /// Nothing may be there.
    case create(RelativePath)
    case replace(RelativePath)
  }
  enum Way: Equatable {
    /// While `new` still has this inode, the exchange has not happened.
    case exchange(newTree: UInt64, forced: [RelativePath])
    case steps([Step])
  }

  let output: DiskPath
  let way: Way

  private static let header = "dossier-plan 1"

  /// Replaces an older plan in one step.
  func write(in staging: StagingFolder) throws(PublishError) {
    try FileSystem.removeFile(staging.planDraft)
    try FileSystem.create(staging.planDraft, text(in: staging))
    try FileSystem.move(staging.planDraft, to: staging.plan)
  }

  private func text(in staging: StagingFolder) -> [UInt8] {
    // Relative where possible, so that a site may be moved between a kill and the next start.
    let output = self.output.tail(below: staging.path.parent) ?? self.output.bytes
    var lines = [Array(Plan.header.utf8), line("output", output)]
    switch way {
    case .exchange(let inode, let forced):
      lines.append(line("exchange", Array(String(inode).utf8)))
      lines += forced.map { line("forced", $0.utf8) }
    case .steps(let steps):
      lines += steps.map { step in
        switch step {
        case .remove(let path): line("remove", path.utf8)
        case .create(let path): line("create", path.utf8)
        case .replace(let path): line("replace", path.utf8)
        }
      }
    }
    return Array((lines + [[]]).joined(separator: [UInt8(ascii: "\n")]))
  }

  private func line(_ word: String, _ value: [UInt8]) -> [UInt8] {
    Array(word.utf8) + [UInt8(ascii: " ")] + value.escaped
  }

  /// Nil when no plan was left.
  static func read(in staging: StagingFolder) throws(PublishError) -> Plan? {
    guard try FileSystem.status(staging.plan)?.kind == .file else { return nil }
    let text = try FileSystem.contents(staging.plan)
    guard let plan = Plan(text, in: staging) else { throw .changedMeanwhile(staging.plan.description) }
    return plan
  }

  private init?(_ text: [UInt8], in staging: StagingFolder) {
    let lines = text.split(separator: UInt8(ascii: "\n"))
    guard lines.first?.elementsEqual(Plan.header.utf8) == true else { return nil }
    let words = lines.dropFirst().map { Plan.word(of: $0) }
    guard let first = words.first, first.word == "output" else { return nil }
    let isAbsolute = first.value.first == UInt8(ascii: "/")
    let output = isAbsolute ? DiskPath(bytes: first.value) : staging.path.parent.appending(first.value)
    guard let way = Plan.way(words.dropFirst()) else { return nil }
    self.init(output: output, way: way)
  }

  init(output: DiskPath, way: Way) {
    self.output = output
    self.way = way
  }

  private static func word(of line: ArraySlice<UInt8>) -> (word: String, value: [UInt8]) {
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count == 2 ? [UInt8](unescaping: parts[1]) : []
    return (String(decoding: parts[0], as: UTF8.self), value)
  }

  private static func way(_ words: ArraySlice<(word: String, value: [UInt8])>) -> Way? {
    if let first = words.first, first.word == "exchange" {
      guard let inode = UInt64(String(decoding: first.value, as: UTF8.self)) else { return nil }
      return .exchange(newTree: inode, forced: words.dropFirst().compactMap { RelativePath(utf8: $0.value) })
    }
    let steps = words.compactMap { word, value in Step(word, RelativePath(utf8: value)) }
    return steps.count == words.count ? .steps(steps) : nil
  }
}

extension Plan.Step {
  fileprivate init?(_ word: String, _ path: RelativePath?) {
    guard let path else { return nil }
    switch word {
    case "remove": self = .remove(path)
    case "create": self = .create(path)
    case "replace": self = .replace(path)
    default: return nil
    }
  }
}
