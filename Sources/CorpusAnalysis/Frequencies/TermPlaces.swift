public import InvertedIndex

/// Where terms stand: a few places each, spread over episodes and over the time in them.
public struct TermPlaces {
  public struct Place: Hashable, Sendable {
    public let episode: Int
    /// The positions of its words in the episode's word stream.
    public let words: Range<Int>
  }

  /// The places of each term of a list, in order of episodes, then of positions.
  ///
  /// - Parameters:
  ///   - count: the most places of a term.
  /// - Complexity: one walk through the members.
  public static func places(
    of list: [Int], _ terms: TermInventory, in members: [CorpusSelection.Member],
    of index: IndexReader, count: Int
  ) throws -> [[Place]] {
    var places = TermPlaces(list, terms, count)
    for member in members { try places.add(member, index) }
    return places.samples.map { choose(count, of: $0.values) }
  }

  private let matcher: TermMatcher
  private var samples: [SpreadSample<[Place]>]
  private let count: Int

  private init(_ list: [Int], _ terms: TermInventory, _ count: Int) {
    matcher = TermMatcher(list, terms)
    samples = list.map { _ in SpreadSample(limit: 2 * count) }
    self.count = count
  }

  private mutating func add(
    _ member: CorpusSelection.Member, _ index: IndexReader
  ) throws {
    var found: [Int: SpreadSample<Place>] = [:]
    matcher.walk(try MemberWords(of: member, in: index)) { row, first in
      found[row, default: SpreadSample(limit: 2 * count)].add(
        Place(episode: member.episode, words: first..<first + matcher.lengths[row]))
    }
    for (row, sample) in found { samples[row].add(sample.values) }
  }

  /// Places of as many episodes as there may be, and of as many from each as that takes.
  static func choose(_ count: Int, of episodes: [[Place]]) -> [Place] {
    if count == 0 { return [] }
    guard episodes.count < count else { return episodes.spread(count).flatMap { $0.spread(1) } }
    var quotas = [Int](repeating: 0, count: episodes.count)
    var rest = min(count, episodes.reduce(0) { $0 + $1.count })
    while rest > 0 {
      for place in episodes.indices where rest > 0 && quotas[place] < episodes[place].count {
        quotas[place] += 1
        rest -= 1
      }
    }
    return zip(episodes, quotas).flatMap { $0.spread($1) }
  }
}
