/// How many distinct words the first n words of a row of episodes hold.
public struct VocabularyGrowth: Sendable {
  /// The numbers of words to look at, ascending.
  public let marks: [Int]
  /// The distinct words at each mark that was reached.
  public private(set) var distinct: [Int] = []
  /// The words so far.
  public private(set) var words = 0
  private var seen = Set<UInt64>()

  public init(marks: [Int]) {
    self.marks = marks
  }

  /// Goes on with the words of another episode, see `WordReader`.
  public mutating func add(_ episode: [UInt64]) {
    for word in episode {
      seen.insert(word)
      words += 1
      if distinct.count < marks.count, words == marks[distinct.count] {
        distinct.append(seen.count)
      }
    }
  }

  /// The distinct words at marks, on average over some orders of the episodes.
  ///
  /// - Parameter orders: how many; the first is that of `episodes`, the others are shuffled, the
  ///   same in every run.
  public static func mean(of episodes: [[UInt64]], marks: [Int], orders: Int) -> [Double] {
    var sums = marks.map { _ in 0.0 }
    for order in 0..<orders {
      var growth = VocabularyGrowth(marks: marks)
      for episode in shuffled(episodes, order) { growth.add(episode) }
      for (index, count) in growth.distinct.enumerated() { sums[index] += Double(count) }
    }
    return sums.map { $0 / Double(orders) }
  }

  /// Sorted by a hash of place and order.
  private static func shuffled(_ episodes: [[UInt64]], _ order: Int) -> [[UInt64]] {
    guard order > 0 else { return episodes }
    let keys = episodes.indices.map { RandomSource.mixed(UInt64(order) << 32 | UInt64($0)) }
    return episodes.indices.sorted { keys[$0] < keys[$1] }.map { episodes[$0] }
  }
}
