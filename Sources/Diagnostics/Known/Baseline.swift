import Foundation

/// Findings that are known, so that a site with many can begin to allow no new ones.
///
/// A finding is known by its file, by its code and message without what is measured in it, and by the text of its line,
/// not by the line's number, so that it stays known when lines move. Two alike are known as two.
public struct Baseline: Sendable {
  public static let schema = 1

  private var counts: [FindingIdentity: Int] = [:]

  /// Everything that a run has found, apart from what ends a run.
  ///
  /// - Parameter source: reads the file a finding points at; nil when it cannot be read.
  public init(_ list: FindingList, source: @escaping (RelativePath) -> SourceText?) {
    var texts = SourceTexts(source)
    for finding in list.findings where !finding.code.endsRun {
      counts[FindingIdentity(finding, &texts), default: 0] += 1
    }
  }

  /// How many findings are known.
  public var count: Int { counts.values.reduce(0, +) }

  /// What is left of a run's findings.
  public struct Remainder: Sendable {
    public let findings: FindingList
    /// How many were known, and are left out.
    public let ignored: Int
    /// How many are known and were not found again.
    public let gone: Int
  }

  /// - Parameters:
  ///   - unasked: codes that the run did not look for: their entries may well occur, and are not gone.
  ///   - source: reads the file a finding points at; nil when it cannot be read.
  public func remainder(
    of list: FindingList, unasked: Set<FindingCode> = [], source: @escaping (RelativePath) -> SourceText?
  ) -> Remainder {
    var texts = SourceTexts(source)
    var leftOut: [FindingIdentity: Int] = [:]
    let findings = list.findings.filter { finding in
      guard !finding.code.endsRun else { return true }
      let identity = FindingIdentity(finding, &texts)
      let found = leftOut[identity, default: 0]
      guard found < counts[identity, default: 0] else { return true }
      leftOut[identity] = found + 1
      return false
    }
    let words = Set(unasked.map(\.rawValue))
    let sought = counts.filter { !words.contains($0.key.code) }
    return Remainder(
      findings: FindingList(sorted: findings, leftOut: leftOut),
      ignored: list.findings.count - findings.count,
      gone: sought.reduce(0) { $0 + $1.value - leftOut[$1.key, default: 0] })
  }
}

// MARK: As a file

extension Baseline {
  /// Why a file is no baseline.
  public struct Unreadable: Error, CustomStringConvertible {
    /// Counted from 1.
    public let line: Int
    public let reason: String

    public var description: String { "line \(line) \(reason)" }
  }

  /// One object of JSON a line, sorted: two of them are easily compared, and merged.
  public var text: String {
    counts.sorted { $0.key < $1.key }.map { identity, count in
      JSON.members([
        "schema": .number(Baseline.schema), "path": .string(identity.path), "code": .string(identity.code),
        "message": .string(identity.message), "line": .string(identity.line), "count": .number(count),
      ]).text + "\n"
    }.joined()
  }

  public init(reading bytes: [UInt8]) throws(Unreadable) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 <= 0x20 }) {
      let entry = try Baseline.entry(line, number: index + 1)
      counts[
        FindingIdentity(path: entry.path, code: entry.code, message: entry.message, line: entry.line),
        default: 0
      ] += entry.count
    }
  }

  private struct Entry: Decodable {
    let schema: Int
    let path: String
    let code: String
    let message: String
    let line: String
    let count: Int
  }

  private static func entry(_ line: ArraySlice<UInt8>, number: Int) throws(Unreadable) -> Entry {
    let entry: Entry
    do {
      entry = try JSONDecoder().decode(Entry.self, from: Data(line))
    } catch {
      throw Unreadable(line: number, reason: "is no entry of a baseline")
    }
    guard entry.schema == schema else {
      throw Unreadable(line: number, reason: "is of schema \(entry.schema); this program knows \(schema)")
    }
    guard entry.count > 0, entry.count < 1_000_000_000 else {
      throw Unreadable(line: number, reason: "counts \(entry.count) findings")
    }
    return entry
  }
}
