/// A reproducible source of random numbers: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  /// What the state grows by: 2⁶⁴ divided by the golden ratio, made odd.
  public static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var state: UInt64

  /// - Parameter seed: the same numbers follow from the same seed.
  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= Self.increment
    return Self.mixed(state)
  }

  /// Bits that each depend on all bits of a value.
  public static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
