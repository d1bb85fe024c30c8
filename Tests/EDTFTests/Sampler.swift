import EDTF
import TestSupport

/// Writes random EDTF strings that are valid by the way they are made, without asking the reader.
struct Sampler {
  var source: Dice

  init(seed: UInt64) { source = Dice(seed: seed) }

  static func samples(_ count: Int, seed: UInt64, _ make: (inout Sampler) -> String) -> [String] {
    var sampler = Sampler(seed: seed)
    return (0..<count).map { _ in make(&sampler) }
  }

  mutating func date() -> String {
    switch pick(0...9) {
    case 0: longYear()
    case 1: marked(year: season())
    case 2: interval()
    case 3: set()
    case 4: day().isoText + "T" + time()
    default: marked(masked(cut(day()), oneIn: 4))
    }
  }

  /// A day of a year of four digits.
  mutating func day() -> CivilDay {
    let first = CivilDay(year: -9999, month: 1, day: 1)!.number
    let last = CivilDay(year: 9999, month: 12, day: 31)!.number
    // Recent years more often, so that leap years and round years are met.
    if flip() { return CivilDay(number: pick(-40_000...40_000)) }
    return CivilDay(number: pick(first...last))
  }

  /// A day, or only its month, or only its year.
  mutating func cut(_ day: CivilDay) -> String { cut(day, parts: pick(1...3)) }

  func cut(_ day: CivilDay, parts: Int) -> String {
    let yearLength = day.year < 0 ? 5 : 4
    return String(day.isoText.prefix(yearLength + [0, 3, 6][parts - 1]))
  }

  /// Some digits become `X`; what was written stays a completion. The sign stays true.
  mutating func masked(_ text: String, oneIn chance: Int) -> String {
    guard pick(1...2) == 1 else { return text }
    let masked = String(text.map { $0.isNumber && pick(1...chance) == 1 ? "X" : $0 })
    return masked.hasPrefix("-0000") ? text : masked
  }

  /// Marks at random places around the components.
  mutating func marked(_ text: String) -> String {
    guard pick(1...3) == 1 else { return text }
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: "-").enumerated()
    return parts.map { place, part in mark() + (place == 0 ? sign : "") + part + mark() }
      .joined(separator: "-")
  }

  mutating func marked(year text: String) -> String { flip() ? text : text + mark() }

  private mutating func mark() -> String {
    pick(1...2) == 1 ? "" : ["?", "~", "%"].randomElement(using: &source)!
  }

  mutating func season() -> String { cut(day(), parts: 1) + "-\(pick(21...41))" }

  mutating func longYear() -> String {
    let sign = flip() ? "-" : ""
    switch pick(0...3) {
    case 0: return "Y\(sign)\(pick(10_000...999_999_999))"
    case 1: return "Y\(sign)\(pick(1...999))E\(pick(4...9))"
    case 2: return "Y\(sign)\(pick(10_000...999_999))S\(pick(1...5))"
    default: return "\(sign)\(pick(1000...9999))S\(pick(1...4))"
    }
  }

  mutating func interval() -> String {
    switch pick(0...6) {
    case 0: return "../" + marked(cut(day()))
    case 1: return marked(cut(day())) + "/.."
    case 2: return "/" + marked(cut(day()))
    case 3: return marked(cut(day())) + "/"
    default:
      let (first, last) = twoDays(), parts = pick(1...3)
      return marked(masked(cut(first, parts: parts), oneIn: 5)) + "/"
        + marked(masked(cut(last, parts: parts), oneIn: 5))
    }
  }

  mutating func twoDays() -> (CivilDay, CivilDay) {
    let (a, b) = (day(), day())
    return (min(a, b), max(a, b))
  }

  mutating func set() -> String {
    var members = (0..<pick(2...4)).map { _ in flip() ? marked(cut(day())) : range() }
    if pick(1...4) == 1 { members.insert(".." + cut(day()), at: 0) }
    if pick(1...4) == 1 { members.append(cut(day()) + "..") }
    let list = members.joined(separator: ",")
    return flip() ? "[\(list)]" : "{\(list)}"
  }

  private mutating func range() -> String {
    let (first, last) = twoDays(), parts = pick(1...3)
    return cut(first, parts: parts) + ".." + cut(last, parts: parts)
  }

  mutating func time() -> String {
    let clock = [pick(0...23), pick(0...59), pick(0...59)].map { ($0 < 10 ? "0" : "") + String($0) }
      .joined(separator: ":")
    let fraction = pick(1...4) == 1 ? ".\(pick(0...9999))" : ""
    return clock + fraction + ["", "Z", "+04:30", "-12:00", "+00:00"].randomElement(using: &source)!
  }

  mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &source) }

  mutating func flip() -> Bool { Bool.random(using: &source) }
}
