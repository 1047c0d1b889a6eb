/// Counts of 64-bit keys: an open table with a fixed number of places.
struct PairCounts {
  private var keys: [UInt64]
  private var counts: [UInt32]
  private(set) var count = 0
  private let mask: Int
  let capacity: Int

  /// No key is all ones.
  private static let none = UInt64.max

  /// - Parameter bits: the table has 2^bits places, of which three in four are used.
  init(bits: Int) {
    mask = 1 << bits - 1
    capacity = 3 << bits / 4
    keys = [UInt64](repeating: Self.none, count: 1 << bits)
    counts = [UInt32](repeating: 0, count: 1 << bits)
  }

  @inline(__always)
  static func hash(_ key: UInt64) -> UInt64 {
    var hash = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    return hash
  }

  /// Adds one to a key.
  ///
  /// - Returns: whether there was room for it.
  @inline(__always)
  mutating func add(_ key: UInt64, hash: UInt64) -> Bool {
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      if keys[place] == key {
        counts[place] += 1
        return true
      }
      if keys[place] == Self.none { break }
      place = (place + 1) & mask
    }
    guard count < capacity else { return false }
    count += 1
    keys[place] = key
    counts[place] = 1
    return true
  }

  mutating func removeAll() {
    for place in keys.indices {
      keys[place] = Self.none
      counts[place] = 0
    }
    count = 0
  }

  /// The keys with at least so many, and their counts, in no order.
  func entries(atLeast minimum: Int) -> [(key: UInt64, count: UInt32)] {
    var entries: [(UInt64, UInt32)] = []
    for place in keys.indices where keys[place] != Self.none && counts[place] >= minimum {
      entries.append((keys[place], counts[place]))
    }
    return entries
  }
}
