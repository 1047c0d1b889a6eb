/// How often a clause stands in an episode.
struct ClauseHits: Hashable, Sendable {
  /// The episode by its number in the segment.
  var episode: Int
  /// All occurrences.
  var count: Int
  /// Those with both ends on ends of words.
  var wordAligned: Int
}

extension ClauseHits {
  init(_ matches: [PatternMatch], in episode: Int) {
    self.init(
      episode: episode, count: matches.count, wordAligned: matches.count { $0.isWordAligned })
  }
}

/// Adds up occurrences by episode, however the episodes come.
///
/// Few are kept as a list and sorted, many in arrays by episode: memory and time are in proportion to what is
/// found.
struct HitCounter {
  private let episodeCount: Int
  private var list: [ClauseHits] = []
  private var isSorted = true
  /// By episode; empty as long as there is the list.
  private var counts: [UInt32] = []
  private var wordAligned: [UInt32] = []

  /// - Parameter episodes: how many the segment has.
  init(episodes: Int) { episodeCount = episodes }

  @inline(__always)
  mutating func add(_ count: UInt32, to episode: Int, isWordAligned: Bool) {
    guard counts.isEmpty else { return addUp(count, to: episode, isWordAligned ? count : 0) }
    append(count, to: episode, isWordAligned ? count : 0)
  }

  @inline(__always)
  private mutating func addUp(_ count: UInt32, to episode: Int, _ aligned: UInt32) {
    // A damaged index must not end the process.
    counts[episode] &+= count
    wordAligned[episode] &+= aligned
  }

  private mutating func append(_ count: UInt32, to episode: Int, _ aligned: UInt32) {
    if let last = list.last, last.episode >= episode {
      guard last.episode != episode else {
        list[list.count - 1].count += Int(count)
        list[list.count - 1].wordAligned += Int(aligned)
        return
      }
      isSorted = false
    }
    list.append(ClauseHits(episode: episode, count: Int(count), wordAligned: Int(aligned)))
    if !isSorted, list.count > episodeCount / 8 { spread() }
  }

  /// Goes over from the list to the arrays.
  private mutating func spread() {
    counts = [UInt32](repeating: 0, count: episodeCount)
    wordAligned = counts
    for hits in list {
      addUp(
        UInt32(truncatingIfNeeded: hits.count), to: hits.episode,
        UInt32(truncatingIfNeeded: hits.wordAligned))
    }
    list = []
  }

  /// The episodes that have any, in order.
  consuming func hits() -> [ClauseHits] {
    guard counts.isEmpty else {
      return counts.indices.lazy.filter { counts[$0] > 0 }.map {
        ClauseHits(episode: $0, count: Int(counts[$0]), wordAligned: Int(wordAligned[$0]))
      }
    }
    guard !isSorted else { return list }
    list.sort { $0.episode < $1.episode }
    var merged: [ClauseHits] = []
    for hits in list {
      if merged.last?.episode == hits.episode {
        merged[merged.count - 1].count += hits.count
        merged[merged.count - 1].wordAligned += hits.wordAligned
      } else {
        merged.append(hits)
      }
    }
    return merged
  }
}
