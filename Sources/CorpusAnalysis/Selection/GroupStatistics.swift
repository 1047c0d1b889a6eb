package import InvertedIndex

/// The counts of one group of a selection.
public struct GroupStatistics: Hashable, Sendable {
  /// The label of the group. It is empty for `Grouping.total` and for unknown values.
  public let label: String
  /// The number of episodes with at least one selected cue.
  public fileprivate(set) var episodes = 0
  /// The number of selected cues.
  public fileprivate(set) var cues = 0
  /// The number of selected words (tokens).
  public fileprivate(set) var words = 0
  /// The number of distinct words in search form (types).
  public fileprivate(set) var terms = 0
  /// The number of distinct words in original spelling.
  public fileprivate(set) var spellings = 0
  /// The number of pairs of a term and an episode that has it.
  public fileprivate(set) var postings = 0

  /// Counts what is in each group; groups without episodes are left out.
  ///
  /// - Complexity: O(words selected + terms + spellings).
  package static func count(
    _ selection: CorpusSelection, in index: IndexReader
  ) throws(IndexError) -> [GroupStatistics] {
    var counter = try GroupCounter(
      index, EpisodeCache(keepsEpisodes: selection.hasEpisodesInSeveralGroups))
    var found: [GroupStatistics] = []
    for group in selection.groups {
      var statistics = GroupStatistics(label: group.label)
      for member in group.members { try counter.add(member, to: &statistics) }
      counter.startGroup()
      if statistics.episodes > 0 { found.append(statistics) }
    }
    return found
  }

  fileprivate init(label: String) { self.label = label }
}

/// Remembers of each spelling and term where it was met last.
private struct GroupCounter {
  private let index: IndexReader
  private var cache: EpisodeCache
  /// The number of the group, from 1, in which each spelling and term was met last.
  private var groupOfSpelling: [UInt32]
  private var groupOfTerm: [UInt32]
  /// The number of the member, from 1, in which each term was met last.
  private var memberOfTerm: [UInt32]
  private var group: UInt32 = 1
  private var member: UInt32 = 0

  init(_ index: IndexReader, _ cache: EpisodeCache) throws(IndexError) {
    (self.index, self.cache) = (index, cache)
    groupOfSpelling = [UInt32](repeating: 0, count: try index.spellingCount)
    groupOfTerm = [UInt32](repeating: 0, count: try index.termCount)
    memberOfTerm = groupOfTerm
  }

  mutating func startGroup() { group += 1 }

  mutating func add(
    _ member: CorpusSelection.Member, to statistics: inout GroupStatistics
  ) throws(IndexError) {
    let cues = try member.cueCounts(in: index, among: CueSet()).all
    // Some speakers of an episode may say nothing; an episode without any cue is selected as a whole.
    let isWithoutCues = try index.record(of: member.episode).cueCount == 0
    guard cues > 0 || isWithoutCues else { return }
    statistics.episodes += 1
    statistics.cues += cues
    self.member += 1
    let words = try cache.words(of: member, in: index, joints: false)
    let spellings = try cache.spellings(of: member.episode, in: index)
    statistics.words += words.count
    for word in words.ranges.joined() {
      note(Int(spellings[word]), Int(words.terms[word]), &statistics)
    }
  }

  @inline(__always)
  private mutating func note(_ spelling: Int, _ term: Int, _ statistics: inout GroupStatistics) {
    if groupOfSpelling[spelling] != group {
      groupOfSpelling[spelling] = group
      statistics.spellings += 1
    }
    if groupOfTerm[term] != group {
      groupOfTerm[term] = group
      statistics.terms += 1
    }
    if memberOfTerm[term] != member {
      memberOfTerm[term] = member
      statistics.postings += 1
    }
  }
}
