import Algorithms

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
    let next = changes.partitioningIndex { $0.position > position }
    return position - (next == 0 ? 0 : changes[next - 1].growth)
  }
}
