/// Numbers of 64-bit keys, from 0 in ascending order of the keys.
struct PairNumbers {
  private(set) var keys: [UInt64]
  private var places: [UInt32]
  private let mask: Int

  /// - Parameter keys: in ascending order.
  init(_ keys: [UInt64]) {
    self.keys = keys
    var bits = 4
    while 1 << bits < 2 * keys.count { bits += 1 }
    mask = 1 << bits - 1
    places = [UInt32](repeating: .max, count: 1 << bits)
    for (number, key) in keys.enumerated() {
      var place = Int(truncatingIfNeeded: PairCounts.hash(key)) & mask
      while places[place] != .max { place = (place + 1) & mask }
      places[place] = UInt32(number)
    }
  }

  /// The number of a key; `UInt32.max` without one.
  @inline(__always)
  func number(of key: UInt64) -> UInt32 {
    var place = Int(truncatingIfNeeded: PairCounts.hash(key)) & mask
    while true {
      let number = places[place]
      if number == .max || keys[Int(number)] == key { return number }
      place = (place + 1) & mask
    }
  }
}
