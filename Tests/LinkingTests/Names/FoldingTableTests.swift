import Foundation
import Linking
import Testing

/// The folding as its definition has it, on Foundation's decomposition and the standard library's properties:
/// the committed table's peer, and where it is recorded from.
private func specifiedFold(_ scalar: Unicode.Scalar) -> [UInt32] {
  if scalar.properties.isWhitespace { return [0x20] }
  if FoldingRules.isApostrophe(scalar.value) { return [0x27] }
  if FoldingRules.isDash(scalar.value) { return [0x2D] }
  if FoldingRules.isDropped(scalar) { return [] }
  let decomposed = String(scalar).decomposedStringWithCompatibilityMapping
  // A spacing accent decomposes to a space and a mark; a space here would be the end of a word.
  if decomposed.unicodeScalars.contains(" ") { return [scalar.value] }
  let accentless = String(
    String.UnicodeScalarView(decomposed.unicodeScalars.filter { !FoldingRules.isDropped($0) }))
  let folded = accentless.lowercased().uppercased().lowercased()
  return folded.decomposedStringWithCompatibilityMapping.unicodeScalars
    .filter { !FoldingRules.isDropped($0) }
    .map { FoldingRules.isApostrophe($0.value) ? 0x27 : FoldingRules.isDash($0.value) ? 0x2D : $0.value }
}

/// Every scalar that the recorded version of Unicode assigns.
private let assigned: [Unicode.Scalar] = (UInt32(0)..<0x110000).compactMap { value in
  guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age,
    (age.major, age.minor) <= (17, 0),
    scalar.properties.generalCategory != .privateUse
  else { return nil }
  return scalar
}

@Suite struct `Folding, scalar by scalar` {
  @Test func `the committed table folds every assigned scalar as the definition does`() {
    // White space and apostrophes at the ends are trimmed or joined by `fold`, so a letter stands around each.
    let wrong = assigned.filter { scalar in
      var expected = String.UnicodeScalarView("x".unicodeScalars)
      expected.append(contentsOf: specifiedFold(scalar).compactMap(Unicode.Scalar.init))
      expected.append("x")
      return !fold("x\(scalar)x").unicodeScalars.elementsEqual(expected)
    }
    #expect(wrong.map { String($0.value, radix: 16) } == [])
  }

  @Test func `what is folded once stays as it is`() {
    let moving = assigned.filter { fold(fold(String($0))) != fold(String($0)) }
    #expect(moving.map { String($0.value, radix: 16) } == [])
  }

  @Test(
    .enabled(
      if: recording != nil, "Set RECORD_FOLDING to the path of FoldingData.swift to record the table anew"))
  func `recording the table fails, so that no run passes by it`() throws {
    let path = try #require(recording)
    try encodedTable().write(toFile: path, atomically: true, encoding: .utf8)
    Issue.record("recorded to \(path): look at the difference, then run without RECORD_FOLDING")
  }
}

private let recording = ProcessInfo.processInfo.environment["RECORD_FOLDING"]

private struct Change {
  let scalar: UInt32
  let output: [UInt32]
}

private func hex(_ value: UInt32) -> String { String(value, radix: 16, uppercase: true) }

/// The longest run of `changes` from `start` in one of the table's four forms, and its entry.
private func entry(_ changes: [Change], from start: Int) -> (count: Int, text: String) {
  func run(stride: UInt32, _ isNext: (Change, Change) -> Bool) -> Int {
    var end = start + 1
    while end < changes.count, changes[end].scalar == changes[end - 1].scalar + stride,
      isNext(changes[end - 1], changes[end])
    { end += 1 }
    return end - start
  }
  let first = changes[start]
  let output = first.output.map(hex).joined(separator: ".")
  let constant = run(stride: 1) { $0.output == $1.output }
  let parallel = run(stride: 1) { $1.output == $0.output.map { $0 + 1 } && $1.output.count == 1 }
  let alternate =
    first.output == [first.scalar + 1] ? run(stride: 2) { $1.output == [$1.scalar + 1] && $0.scalar > 0 } : 1
  let best = max(constant, parallel, alternate)
  let last = hex(changes[start + best - 1].scalar)
  if best == 1 { return (1, "\(hex(first.scalar)):\(output)") }
  if best == constant { return (best, "\(hex(first.scalar))-\(last):\(output)") }
  if best == parallel { return (best, "\(hex(first.scalar))-\(last)>\(output)") }
  return (best, "\(hex(first.scalar))/\(last)")
}

private func encodedTable() -> String {
  // Hangul syllables decompose by arithmetic (Unicode, section 3.12): `FoldingTable` adds them itself.
  let changes = assigned.filter { !(0xAC00...0xD7A3).contains($0.value) }
    .map { Change(scalar: $0.value, output: specifiedFold($0)) }
    .filter { $0.output != [$0.scalar] }
  var lines = [""]
  var index = 0
  while index < changes.count {
    let (count, text) = entry(changes, from: index)
    if lines[lines.count - 1].utf8.count + text.utf8.count > 105 { lines.append("") }
    lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "  " : " ") + text
    index += count
  }
  return """
    /// The folding of every scalar that changes, from Unicode 17 (UnicodeData.txt, SpecialCasing.txt).
    ///
    /// Recorded by the test of `FoldingTable`, whose initializer describes the form; never edited by hand.
    let foldingData: StaticString = \"\"\"
    \(lines.joined(separator: "\n"))
      \"\"\"

    """
}
