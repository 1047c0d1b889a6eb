/// Numbers byte strings in the order in which they first appear.
///
/// An open-addressing hash table over one arena of bytes: no allocation a string.
public struct ByteStringTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = [0]
  private var hashes: [UInt64] = []
  /// Numbers plus one; 0 is a free slot. The count is a power of two.
  private var slots = [UInt32](repeating: 0, count: 64)

  public init() {}

  /// How many different strings the table holds.
  public var count: Int { hashes.count }

  /// The bytes of the string with a number.
  public subscript(number: Int) -> ArraySlice<UInt8> {
    arena[ends[number]..<ends[number + 1]]
  }

  /// The number of a string, given now if it has none yet.
  ///
  /// - Complexity: O(length) on average.
  public mutating func intern(_ string: Span<UInt8>) -> Int {
    let hash = Self.hash(string)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isEqual(number, string) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(string, hash, at: slot)
  }

  private mutating func insert(_ string: Span<UInt8>, _ hash: UInt64, at slot: Int) -> Int {
    for index in string.indices { arena.append(string[index]) }
    ends.append(arena.count)
    hashes.append(hash)
    slots[slot] = UInt32(hashes.count)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  private func isEqual(_ number: Int, _ string: Span<UInt8>) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == string.count else { return false }
    for index in string.indices where arena[start + index] != string[index] { return false }
    return true
  }

  private static func hash(_ string: Span<UInt8>) -> UInt64 {
    var hash = ContentHash()
    hash.combine(string)
    // The low bits choose the slot: fold the high ones in.
    return hash.value ^ hash.value >> 32
  }
}
