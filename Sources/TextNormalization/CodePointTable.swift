/// A value for each code point, 0 for most: blocks of 64 under an index, equal blocks shared.
struct CodePointTable: Sendable {
  /// For each 64 code points the number of their block.
  private(set) var index = [UInt16](repeating: 0, count: 0x110000 >> 6)
  /// The blocks, one after another; the first is all 0.
  private(set) var values = [UInt32](repeating: 0, count: 64)

  /// - Parameters:
  ///   - index: as `index` is; must lead into `values`.
  ///   - values: as `values` is.
  /// - Returns: `nil` if they do not fit.
  init?(index: [UInt16], values: [UInt32]) {
    guard index.count == self.index.count, values.count & 63 == 0,
      index.allSatisfy({ Int($0) << 6 < values.count })
    else { return nil }
    (self.index, self.values) = (index, values)
  }

  /// - Parameter values: of the code points that do not have 0.
  init(_ values: [UInt32: UInt32]) {
    for (scalar, value) in values.sorted(by: { $0.key < $1.key }) {
      let block = Int(scalar >> 6)
      if index[block] == 0 {
        index[block] = UInt16(self.values.count >> 6)
        self.values += [UInt32](repeating: 0, count: 64)
      }
      self.values[Int(index[block]) << 6 | Int(scalar & 63)] = value
    }
  }

  /// The code points that do not have 0, in ascending order.
  var scalars: [UInt32] {
    (0..<UInt32(index.count)).filter { index[Int($0)] != 0 }
      .flatMap { $0 << 6..<($0 + 1) << 6 }
      .filter { self[$0] != 0 }
  }

  /// - Precondition: `scalar` is at most U+10FFFF.
  subscript(scalar: UInt32) -> UInt32 {
    values[Int(index[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
  }
}
