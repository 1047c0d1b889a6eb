import Hashing

/// A reproducible source of random numbers, by what they depend on.
struct RandomSource {
  private var state: UInt64

  /// - Parameter parts: what the numbers depend on, and nothing else.
  init(_ parts: UInt64...) {
    state = parts.reduce(0) { Self.mixed($0 ^ Self.mixed($1)) }
  }

  mutating func next() -> UInt64 {
    state &+= SplitMix64.increment
    return Self.mixed(state)
  }

  /// A number from 0 to below 1.
  mutating func unit() -> Double { Self.unit(next()) }

  /// A number below a limit, each about as likely.
  mutating func below(_ limit: Int) -> Int { Int(unit() * Double(limit)) }

  /// A number from 0 on, small ones more likely.
  ///
  /// - Parameter mean: more than 0.
  mutating func geometric(mean: Double) -> Int {
    let more = mean / (mean + 1)
    var count = 0
    while unit() < more { count += 1 }
    return count
  }

  /// About normally distributed, with mean 0 and variance 1: the sum of twelve uniform numbers.
  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }

  /// Bits that each depend on all bits of `value`.
  static func mixed(_ value: UInt64) -> UInt64 {
    SplitMix64.mixed(value &+ SplitMix64.increment)
  }

  /// The upper bits as a number from 0 to below 1.
  static func unit(_ bits: UInt64) -> Double { Double(bits >> 11) * 0x1p-53 }
}
