/// Random choices that a seed repeats: SplitMix64 (Steele, Lea and Flood, 2014), the same throws on every platform,
/// which the standard library's generator does not promise.
package struct Dice: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 ..< `bound`, by multiplication instead of division; the bias is below 2⁻³².
  package mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// 0 ..< `bound`, with the low numbers more often: the first hundredth gets a tenth of all throws, as a
  /// few people are in most of the news.
  package mutating func skewed(below bound: Int) -> Int {
    let unit = Double(next() >> 11) / Double(1 << 53)
    return min(bound - 1, Int(unit * unit * Double(bound)))
  }

  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// True once in `n` throws.
  package mutating func oneIn(_ n: Int) -> Bool { below(n) == 0 }
}
