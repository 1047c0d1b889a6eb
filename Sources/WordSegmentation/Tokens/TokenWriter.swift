/// Writes tokens into the storage of a `TokenBuffer`, without asking for each who else owns it.
struct TokenWriter {
  private let storage: UnsafeMutableBufferPointer<Token>
  /// How many tokens there are.
  private(set) var count: Int

  init(_ storage: UnsafeMutableBufferPointer<Token>, count: Int) {
    (self.storage, self.count) = (storage, count)
  }

  /// - Precondition: there is room.
  @inline(__always)
  mutating func write(_ start: UInt32, _ end: UInt32, _ kind: WordKind, _ id: UInt32) {
    // The one check that release builds keep.
    precondition(count < storage.count)
    storage[count] = Token(start: start, end: end, kind: kind, lexiconID: id)
    count += 1
  }
}
