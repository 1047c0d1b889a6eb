/// Writes tokens into the storage of a `TokenBuffer`, without asking for each who else owns it.
struct TokenWriter {
  private let starts: UnsafeMutableBufferPointer<UInt32>
  private let ends: UnsafeMutableBufferPointer<UInt32>
  private let kinds: UnsafeMutableBufferPointer<WordKind>
  private let ids: UnsafeMutableBufferPointer<UInt32>
  /// How many tokens there are.
  private(set) var count: Int

  init(
    starts: UnsafeMutableBufferPointer<UInt32>, ends: UnsafeMutableBufferPointer<UInt32>,
    kinds: UnsafeMutableBufferPointer<WordKind>, ids: UnsafeMutableBufferPointer<UInt32>,
    count: Int
  ) {
    (self.starts, self.ends, self.kinds, self.ids) = (starts, ends, kinds, ids)
    self.count = count
  }

  /// - Precondition: there is room.
  @inline(__always)
  mutating func write(_ start: UInt32, _ end: UInt32, _ kind: WordKind, _ id: UInt32) {
    // The one check that release builds keep.
    precondition(count < starts.count)
    starts[count] = start
    ends[count] = end
    kinds[count] = kind
    ids[count] = id
    count += 1
  }
}
