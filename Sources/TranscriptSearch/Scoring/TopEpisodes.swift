import HeapModule

/// An episode with what its place in the results depends on.
private struct RankedEpisode: Comparable {
  let key: Double
  let score: EpisodeScore

  /// The higher key is greater; of equal ones the earlier episode.
  static func < (first: Self, second: Self) -> Bool {
    first.key != second.key
      ? first.key < second.key : first.score.episode > second.score.episode
  }
}

/// The best of many episodes; ties in order of episodes.
struct TopEpisodes {
  private let limit: Int
  private var heap = Heap<RankedEpisode>()
  /// An episode that scores less is not among the best.
  private(set) var threshold: Double

  init(limit: Int) {
    self.limit = max(0, limit)
    threshold = limit > 0 ? -.infinity : .infinity
  }

  /// Adds an episode, if it is good enough.
  ///
  /// - Complexity: O(log limit).
  mutating func add(_ score: EpisodeScore) {
    let episode = RankedEpisode(key: score.score, score: score)
    if heap.count < limit {
      heap.insert(episode)
    } else if let last = heap.min, last < episode {
      heap.replaceMin(with: episode)
    }
    if heap.count == limit, let last = heap.min { threshold = last.key }
  }

  /// The best first.
  var episodes: [EpisodeScore] { heap.unordered.sorted(by: >).map(\.score) }
}

/// The episodes of a search, put in order only as far as they are taken.
///
/// - Complexity: creating one takes O(n), taking an episode O(log n).
public struct EpisodeQueue {
  private var heap: Heap<RankedEpisode>

  /// - Parameter key: what the episodes are ranked by, the highest first; ties in order of episodes.
  public init(_ episodes: [EpisodeScore], by key: (EpisodeScore) -> Double) {
    heap = Heap(episodes.map { RankedEpisode(key: key($0), score: $0) })
  }

  /// Takes the next episode; `nil` after the last one.
  public mutating func popFirst() -> EpisodeScore? { heap.popMax()?.score }
}
