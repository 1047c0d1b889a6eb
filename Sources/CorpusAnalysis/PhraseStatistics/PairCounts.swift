/// Counts of 64-bit keys: an open table with a fixed number of places.
///
/// A class with memory of its own, since an array would check with every addition whether it is shared.
final class PairCounts {
  private let keys: UnsafeMutablePointer<UInt64>
  private let counts: UnsafeMutablePointer<UInt32>
  /// The places that are taken, so that a table with few keys is emptied at once.
  private let taken: UnsafeMutablePointer<UInt32>
  private var count = 0
  private let mask: Int
  private let capacity: Int

  /// No key is all ones.
  private static let none = UInt64.max

  /// - Parameter bits: the table has 2^bits places, of which three in four are used.
  init(bits: Int) {
    let places = 1 << bits
    mask = places - 1
    capacity = places / 4 * 3
    keys = .allocate(capacity: places)
    keys.initialize(repeating: Self.none, count: places)
    counts = .allocate(capacity: places)
    taken = .allocate(capacity: capacity)
  }

  deinit {
    keys.deallocate()
    counts.deallocate()
    taken.deallocate()
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
  func add(_ key: UInt64, hash: UInt64) -> Bool {
    var place = Int(truncatingIfNeeded: hash) & mask
    while keys[place] != key {
      if keys[place] == Self.none { return insert(key, at: place) }
      place = (place &+ 1) & mask
    }
    counts[place] &+= 1
    return true
  }

  private func insert(_ key: UInt64, at place: Int) -> Bool {
    guard count < capacity else { return false }
    keys[place] = key
    counts[place] = 1
    taken[count] = UInt32(place)
    count += 1
    return true
  }

  func removeAll() {
    for index in 0..<count { keys[Int(taken[index])] = Self.none }
    count = 0
  }

  /// The keys with at least so many, and their counts, in no order.
  func entries(atLeast minimum: Int) -> [(key: UInt64, count: UInt32)] {
    var entries: [(UInt64, UInt32)] = []
    for index in 0..<count where counts[Int(taken[index])] >= minimum {
      let place = Int(taken[index])
      entries.append((keys[place], counts[place]))
    }
    return entries
  }
}
