import Foundation
import Testing

/// One line of `dossier check --format json`.
struct ReportedFinding: Decodable {
  let code: String
  let severity: String
  let message: String
  /// Below the root.
  let path: String
  /// From 1; with the column nil when the whole file is meant.
  let line: Int?
  /// From 1, in Unicode scalars.
  let column: Int?

  /// What may be said about a file as a whole, or about what is no text.
  private static let aboutFiles: Set<String> = [
    "bad-file-name", "bad-receipt", "duplicate-id", "empty-page", "file-too-large", "no-base-url",
    "page-too-large", "path-collision", "path-escape", "source-incomplete", "stray-file", "symlink-outside",
    "too-deep", "unreadable-file", "unused-source", "withheld", "stale-receipt",
  ]

  /// By bytes: a line end and a mark behind it are one Character.
  static func all(in output: String) throws -> [ReportedFinding] {
    try output.utf8.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(ReportedFinding.self, from: Data(Array($0)))
    }
  }

  /// Why its place is none; nil for a finding as it should be.
  func problem(below root: String) -> String? {
    if message.unicodeScalars.contains(where: { $0.value < 0x20 }) { return "more than a line: \(self)" }
    guard let line, let column else {
      let exists = (try? FileManager.default.attributesOfItem(atPath: root + "/" + path)) != nil
      if !exists, path != "Content/site.yaml", path != "Templates" { return "no such file: \(self)" }
      // An asset's name is what is wrong with it.
      let isAsset = code == "template-error" && path.hasPrefix("Templates/assets/")
      return isAsset || ReportedFinding.aboutFiles.contains(code) ? nil : "no place: \(self)"
    }
    // A file of the built-in theme is in no folder.
    guard let bytes = FileManager.default.contents(atPath: root + "/" + path) else {
      return "no such file: \(self)"
    }
    let lines = ReportedFinding.lines(of: [UInt8](bytes))
    guard (1...lines.count).contains(line) else { return "no such line: \(self)" }
    let scalars = lines[line - 1].count { $0 & 0xC0 != 0x80 }
    return (1...scalars + 1).contains(column) ? nil : "no such column: \(self)"
  }

  /// A line ends at LF, CR LF or CR (CommonMark 0.30, section 2.1).
  private static func lines(of bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    for (offset, byte) in bytes.enumerated() {
      if byte == 0x0A, offset > 0, bytes[offset - 1] == 0x0D { continue }
      if byte == 0x0A || byte == 0x0D { lines.append([]) } else { lines[lines.count - 1].append(byte) }
    }
    return lines
  }
}
