import InvertedIndex

/// How much of everything an index holds, and the bytes that it takes on disk.
public struct IndexStatistics: Hashable, Sendable {
  /// A part of the index's files.
  public struct Section: Hashable, Sendable {
    public let name: String
    /// Bytes on disk, of all segments together.
    public let bytes: Int
  }

  private let counts: StorageStatistics

  init(_ counts: StorageStatistics) { self.counts = counts }

  /// The number of the last commit.
  public var generation: Int { counts.generation }
  public var segments: Int { counts.segments }
  public var episodes: Int { counts.episodes }
  /// Number of episodes that were removed and still take space until the index is optimized.
  public var removedEpisodes: Int { counts.deleted }
  public var words: Int { counts.words }
  /// Number of distinct words in search form.
  public var terms: Int { counts.terms }
  /// Number of distinct words as they are written.
  public var spellings: Int { counts.spellings }
  /// Number of pairs of a term and an episode that has it.
  public var postings: Int { counts.postings }
  /// In the order of the format; then the checksums, the manifest and the lexicon.
  public var sections: [Section] {
    counts.sections.map { Section(name: $0.name, bytes: $0.bytes) }
  }
  /// Bytes of all sections together.
  public var bytes: Int { counts.sections.reduce(0) { $0 + $1.bytes } }
  /// Bytes of the postings, positions included, per word; 0 without words.
  public var bytesPerPosition: Double { counts.bytesPerPosition }
}

extension TranscriptIndex {
  /// Counts what is in the index, and what it takes on disk.
  ///
  /// - Complexity: O(terms); O(postings) where episodes were removed.
  public func statistics() throws(ZimuError) -> IndexStatistics {
    try translatingErrors { IndexStatistics(try reader.statistics()) }
  }

  /// Counts what is in a selection of the index, for each group.
  ///
  /// - Parameters:
  ///   - selection: a filter on fields, such as `show:indigo`; `nil` selects all.
  ///   - grouping: what there is one element for.
  /// - Returns: one element per group with episodes, in the order of their labels by code point.
  /// - Throws: `ZimuError` with the code `invalidQuery` for a filter that does not parse.
  /// - Complexity: O(words selected + terms).
  public func statistics(
    where selection: String?, by grouping: Grouping = .total
  ) throws(ZimuError) -> [GroupStatistics] {
    try translatingErrors {
      try GroupStatistics.count(try corpusSelection(selection, by: grouping), in: reader)
    }
  }

  /// The settings that decided how text was folded and segmented, in a fixed order: search form, segmentation, word
  /// rules, user dictionary.
  public var settings: [(name: String, value: String)] { reader.settings.values }
}
