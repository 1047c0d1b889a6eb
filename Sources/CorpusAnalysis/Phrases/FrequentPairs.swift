/// Finds the keys that come at least so often, and how often, in memory that does not grow with what
/// is counted.
///
/// What is counted is walked through several times. Where a table would not hold all keys, a first walk
/// counts them in cells that several keys share, which rules most rare ones out; and if the table is too
/// small even so, each walk counts the keys of one part only.
struct FrequentPairs {
  /// 2^bits places of a table, and four times as many cells.
  let bits: Int
  let minimum: Int

  /// One walk through everything that is counted.
  typealias Walk = ((UInt64) throws -> Void) throws -> Void

  /// - Returns: the keys in ascending order.
  func find(_ walk: Walk) throws -> [(key: UInt64, count: UInt32)] {
    var table = PairCounts(bits: bits)
    if try fill(&table, part: 0, of: 1, cells: [], walk) { return sorted(table) }
    let cells = minimum > 1 ? try sharedCells(walk) : []
    var parts = 1
    while true {
      if let found = try find(parts: parts, cells, &table, walk) { return found }
      parts *= 2
    }
  }

  private func sorted(_ table: PairCounts) -> [(key: UInt64, count: UInt32)] {
    table.entries(atLeast: minimum).sorted { $0.key < $1.key }
  }

  /// - Returns: `nil` if a part has too many keys.
  private func find(
    parts: Int, _ cells: [UInt16], _ table: inout PairCounts, _ walk: Walk
  ) throws -> [(key: UInt64, count: UInt32)]? {
    var found: [(key: UInt64, count: UInt32)] = []
    for part in 0..<parts {
      table.removeAll()
      guard try fill(&table, part: part, of: parts, cells: cells, walk) else { return nil }
      found += table.entries(atLeast: minimum)
    }
    return found.sorted { $0.key < $1.key }
  }

  /// Counts the keys of one part whose cells are full enough.
  ///
  /// - Returns: whether the table had room for all.
  private func fill(
    _ table: inout PairCounts, part: Int, of parts: Int, cells: [UInt16], _ walk: Walk
  ) throws -> Bool {
    let least = UInt16(clamping: minimum)
    var counts = PairCounts(bits: 0)
    swap(&counts, &table)
    defer { swap(&counts, &table) }
    do {
      try walk { key in
        let hash = PairCounts.hash(key)
        guard parts == 1 || Int(hash >> 40) % parts == part,
          cells.isEmpty || cells[cell(hash)] >= least
        else { return }
        if !counts.add(key, hash: hash) { throw OutOfRoom() }
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
    var cells = [UInt16](repeating: 0, count: 4 << bits)
    try walk { key in
      let cell = cell(PairCounts.hash(key))
      cells[cell] &+= cells[cell] == .max ? 0 : 1
    }
    return cells
  }

  /// Of the upper bits, so that keys that share a place of the table do not share a cell, too.
  @inline(__always)
  private func cell(_ hash: UInt64) -> Int { Int(hash >> 20) & (4 << bits - 1) }
}
