/// What a commit makes of segments, runs and changed records.
struct CommitPlan {
  private(set) var sources: [LiveSegment] = []
  private(set) var records: [[Int: EpisodeRecord]] = []
  /// Of each source, the segment of the last commit that it is.
  private(set) var originals: [Int?] = []
  private(set) var groups: [[Int]] = []
  /// Sources that are written anew since much of them is deleted.
  private var rewritten: Set<Int> = []
  private var isOptimizing = false

  @discardableResult
  mutating func add(
    _ source: LiveSegment, records: [Int: EpisodeRecord] = [:], original: Int? = nil
  ) -> Int {
    sources.append(source)
    self.records.append(records)
    originals.append(original)
    return sources.count - 1
  }

  mutating func group(_ joined: [Int], optimizing: Bool) {
    isOptimizing = optimizing
    guard !sources.isEmpty else { return }
    guard !optimizing else {
      groups = [Array(sources.indices)]
      return
    }
    for (index, source) in sources.enumerated()
    where originals[index] != nil && source.deletedCount * 4 > source.segment.counts.episodes {
      rewritten.insert(index)
    }
    // Deleted episodes are counted as long as they take room.
    groups = MergePolicy.groups(
      words: sources.map { source in
        let counts = source.segment.counts
        return counts.episodes == 0 ? 0 : counts.words / counts.episodes * source.episodeCount
      }, joined: joined.isEmpty ? [] : [joined])
  }

  /// Whether a group is a segment that stays as it is.
  func isKept(_ group: [Int]) -> Bool {
    group.count == 1 && originals[group[0]] != nil && !rewritten.contains(group[0])
      && !(isOptimizing && sources[group[0]].hasDeletions)
  }
}
