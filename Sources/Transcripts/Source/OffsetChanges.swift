/// Where a text was made longer or shorter, which leads from its positions to those that it had before.
struct OffsetChanges: Sendable {
  /// Positions of the new text in ascending order, and by how much the text in front of them is longer.
  private var changes: [(position: Int, growth: Int)] = []

  var count: Int { changes.count }

  /// Notes that from a position on all stands so many bytes further behind.
  mutating func add(from position: Int, growth: Int) {
    changes.append((position, (changes.last?.growth ?? 0) + growth))
  }

  /// The position before the changes.
  ///
  /// - Complexity: O(log changes).
  func original(of position: Int) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].position <= position { low = middle + 1 } else { high = middle }
    }
    return position - (low == 0 ? 0 : changes[low - 1].growth)
  }
}
