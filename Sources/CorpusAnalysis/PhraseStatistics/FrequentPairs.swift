/// Finds the keys that come at least so often, and how often, in memory that does not grow with what
/// is counted.
///
/// What is counted is walked through several times. Where a table would not hold all keys, a first walk
/// counts them in cells that several keys share, which rules most rare ones out; and if the table is too
/// small even so, each walk counts the keys of one part only.
final class FrequentPairs {
  /// 2^bits places has the largest table, and four times as many cells there are.
  private let bits: Int
  private var tableBits: Int
  private var table: PairCounts

  /// - Parameters:
  ///   - bits: 2^bits places has the largest table.
  ///   - expected: about how many keys there are; a smaller table is enough for fewer.
  init(bits: Int, expecting expected: Int = .max) {
    self.bits = bits
    tableBits = min(bits, max(4, Int.bitWidth - expected.leadingZeroBitCount))
    table = PairCounts(bits: tableBits)
  }

  /// One walk through everything that is counted.
  typealias Walk = ((UInt64) throws -> Void) throws -> Void

  /// - Parameter minimum: how often a key has to come.
  /// - Returns: the keys in ascending order.
  func find(atLeast minimum: Int, _ walk: Walk) throws -> [(key: UInt64, count: UInt32)] {
    if let found = try find(minimum, parts: 1, [], walk) { return found }
    if tableBits < bits {
      tableBits = bits
      table = PairCounts(bits: bits)
      return try find(atLeast: minimum, walk)
    }
    let cells = minimum > 1 ? try sharedCells(walk) : []
    var parts = cells.isEmpty ? 2 : 1
    while true {
      if let found = try find(minimum, parts: parts, cells, walk) { return found }
      parts *= 2
    }
  }

  /// - Returns: `nil` if a part has too many keys.
  private func find(
    _ minimum: Int, parts: Int, _ cells: [UInt16], _ walk: Walk
  ) throws -> [(key: UInt64, count: UInt32)]? {
    var found: [(key: UInt64, count: UInt32)] = []
    for part in 0..<parts {
      table.removeAll()
      guard try fill(minimum, part: part, of: parts, cells: cells, walk) else { return nil }
      found += table.entries(atLeast: minimum)
    }
    return found.sorted { $0.key < $1.key }
  }

  /// Counts the keys of one part whose cells are full enough.
  ///
  /// - Returns: whether the table had room for all.
  private func fill(
    _ minimum: Int, part: Int, of parts: Int, cells: [UInt16], _ walk: Walk
  ) throws -> Bool {
    let least = UInt16(clamping: minimum)
    let (table, bits) = (table, bits)
    do {
      try walk { key in
        let hash = PairCounts.hash(key)
        guard parts == 1 || Int(hash >> 40) % parts == part,
          cells.isEmpty || cells[Self.cell(hash, bits)] >= least
        else { return }
        if !table.add(key, hash: hash) { throw OutOfRoom() }
      }
    } catch is OutOfRoom {
      return false
    }
    return true
  }

  /// Ends a walk whose table is full.
  private struct OutOfRoom: Error {}

  /// How often the keys of each cell come together, as far as 16 bits go.
  private func sharedCells(_ walk: Walk) throws -> [UInt16] {
    let bits = bits
    var cells = [UInt16](repeating: 0, count: 4 << bits)
    try walk { key in
      let cell = Self.cell(PairCounts.hash(key), bits)
      cells[cell] &+= cells[cell] == .max ? 0 : 1
    }
    return cells
  }

  /// Of the upper bits, so that keys that share a place of the table do not share a cell, too.
  @inline(__always)
  private static func cell(_ hash: UInt64, _ bits: Int) -> Int { Int(hash >> 20) & (4 << bits - 1) }
}
