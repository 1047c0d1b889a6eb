/// Positions of a term, in memory that is kept for the next episode.
package struct PositionList: ~Copyable {
  private var base: UnsafeMutablePointer<UInt32>
  private var capacity = 256
  private var count = 0

  package init() {
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// The positions, to be read and written over, until the list is changed.
  package var elements: UnsafeMutableBufferPointer<UInt32> {
    UnsafeMutableBufferPointer(start: base, count: count)
  }

  /// Keeps the first positions only.
  package mutating func shorten(to newCount: Int) {
    precondition((0...count).contains(newCount))
    count = newCount
  }

  /// Makes it a list of so many positions, whatever they are.
  mutating func replace(count newCount: Int) -> UnsafeMutablePointer<UInt32> {
    if newCount > capacity {
      base.deallocate()
      capacity = newCount * 2
      base = .allocate(capacity: capacity)
    }
    count = newCount
    return base
  }
}
