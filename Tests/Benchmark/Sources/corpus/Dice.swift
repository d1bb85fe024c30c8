/// SplitMix64 (Steele, Lea and Flood, 2014): the same throws for the same seed on every platform, which the
/// standard library's generator does not promise.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 0 ..< `bound`, by multiplication instead of division; the bias is below 2⁻³².
  mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// 0 ..< `bound`, with the low numbers more often: the first hundredth gets a tenth of all throws, as a
  /// few people are in most of the news.
  mutating func skewed(below bound: Int) -> Int {
    let unit = Double(next() >> 11) / Double(1 << 53)
    return min(bound - 1, Int(unit * unit * Double(bound)))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// True once in `n` throws.
  mutating func oneIn(_ n: Int) -> Bool { below(n) == 0 }
}
