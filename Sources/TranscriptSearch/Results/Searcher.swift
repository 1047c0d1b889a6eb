public import InvertedIndex

/// An index made ready for searching: immutable, and shared by all its queries.
///
/// - Complexity: creating one takes O(episodes) and reads the words of users.
public final class Searcher: Sendable {
  /// Makes the words of a text as the transcripts were segmented: their keys, in order.
  public typealias Tokenizer = @Sendable (String) throws -> [[UInt8]]

  let reader: IndexReader
  let segments: [SearchSegment]
  let ranking: BM25
  let tokenize: Tokenizer
  /// Of each episode of the index, its segment and its number there.
  private let locations: [(segment: UInt32, episode: UInt32)]

  /// - Parameters:
  ///   - userKind: the kind that words of user dictionaries have; `nil` if the index has none.
  ///   - tokenize: called by several threads at a time.
  /// - Throws: `IndexError`, and `ICUError` when ICU's data cannot be opened.
  public init(
    _ reader: IndexReader, userKind: UInt8?, tokenize: @escaping Tokenizer
  ) throws {
    (self.reader, self.tokenize) = (reader, tokenize)
    let segments = try reader.numberedSegments
    var locations = [(segment: UInt32, episode: UInt32)](
      repeating: (0, 0), count: reader.episodeCount)
    var words = 0
    for (number, (segment, numbers)) in segments.enumerated() {
      for episode in 0..<segment.episodeCount {
        guard let global = numbers[episode] else { continue }
        locations[global] = (UInt32(number), UInt32(episode))
        words += try segment.wordCount(of: episode)
      }
    }
    let ranking = BM25(episodes: reader.episodeCount, words: words)
    (self.locations, self.ranking) = (locations, ranking)
    let analyzer = try PatternAnalyzer()
    self.segments = try segments.map {
      try SearchSegment($0.segment, $0.numbers, ranking, userKind: userKind, analyzer)
    }
  }

  var episodeCount: Int { locations.count }

  /// The segment of an episode, and its number there.
  func location(of episode: Int) -> (segment: Int, episode: Int) {
    (Int(locations[episode].segment), Int(locations[episode].episode))
  }
}

/// One segment of an index, with what searching needs of it.
struct SearchSegment: Sendable {
  let reader: SegmentReader
  private let numbers: EpisodeNumbers
  /// The words that may hold white space and separators.
  let users: UserKeys
  let hasDeletions: Bool
  /// Of each episode, how many words it has.
  private let lengths: [UInt32]
  /// Of each episode, what BM25 adds to a frequency.
  let norms: [Double]

  init(
    _ reader: SegmentReader, _ numbers: EpisodeNumbers, _ ranking: BM25, userKind: UInt8?,
    _ analyzer: PatternAnalyzer
  ) throws {
    (self.reader, self.numbers) = (reader, numbers)
    users = try UserKeys(reader, kind: userKind, analyzer)
    hasDeletions = (0..<reader.episodeCount).contains { numbers[$0] == nil }
    lengths = try (0..<reader.episodeCount).map { UInt32(clamping: try reader.wordCount(of: $0)) }
    norms = lengths.map { ranking.norm(length: Int($0)) }
  }

  var episodeCount: Int { norms.count }

  func length(of episode: Int) -> Int { Int(lengths[episode]) }

  /// What an episode is called in the index; `nil` if it is deleted.
  func number(of episode: Int) -> Int? { numbers[episode] }
}
