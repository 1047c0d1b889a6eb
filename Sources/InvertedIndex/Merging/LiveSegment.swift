/// A segment less the episodes that were deleted from it since.
struct LiveSegment: Sendable {
  let segment: SegmentReader
  /// A bit for each episode, the low ones of each byte first; empty if none is deleted.
  private(set) var deleted: [UInt8]

  init(_ segment: SegmentReader, deleted: [UInt8] = []) {
    (self.segment, self.deleted) = (segment, deleted)
  }

  var hasDeletions: Bool { !deleted.isEmpty }
  var deletedCount: Int { deleted.reduce(0) { $0 + $1.nonzeroBitCount } }
  var episodeCount: Int { segment.counts.episodes - deletedCount }

  func isLive(_ episode: Int) -> Bool {
    deleted.isEmpty || deleted[episode >> 3] >> UInt8(episode & 7) & 1 == 0
  }

  mutating func delete(_ episode: Int) {
    if deleted.isEmpty { deleted = [UInt8](repeating: 0, count: (segment.counts.episodes + 7) / 8) }
    deleted[episode >> 3] |= 1 << UInt8(episode & 7)
  }

  /// The numbers of the episodes that are left.
  var episodes: [Int] { (0..<segment.counts.episodes).filter(isLive) }

  /// How often each spelling stands in the episodes that are left.
  ///
  /// - Complexity: O(spellings + words of the deleted episodes).
  func spellingCounts() throws(IndexError) -> [Int] {
    var counts: [Int] = []
    counts.reserveCapacity(segment.counts.spellings)
    for spelling in 0..<segment.counts.spellings {
      counts.append(try segment.count(ofSpelling: spelling))
    }
    for episode in 0..<segment.counts.episodes where !isLive(episode) {
      let words = try segment.words(of: episode)
      let spellings = try words.stream.spellings()
      for local in try words.stream.localStream() { counts[Int(spellings[Int(local)])] -= 1 }
    }
    guard counts.allSatisfy({ $0 >= 0 }) else {
      throw segment.corrupt("a spelling occurs more often than its count says")
    }
    return counts
  }
}
