import InvertedIndex

/// The counts of an index and its size on disk.
public struct IndexStatistics: Hashable, Sendable {
  /// A part of the index's files.
  public struct Section: Hashable, Sendable {
    /// The name of the section.
    public let name: String
    /// The size on disk in bytes, over all segments.
    public let bytes: Int
  }

  private let counts: StorageStatistics

  init(_ counts: StorageStatistics) { self.counts = counts }

  /// The number of the last commit.
  public var generation: Int { counts.generation }
  /// The number of segments.
  public var segments: Int { counts.segments }
  /// The number of episodes.
  public var episodes: Int { counts.episodes }
  /// The number of removed episodes that still take space; `IndexMaintenance.optimize()` frees it.
  public var removedEpisodes: Int { counts.deleted }
  /// The number of words (tokens).
  public var words: Int { counts.words }
  /// The number of distinct words in search form (types).
  public var terms: Int { counts.terms }
  /// The number of distinct words in original spelling.
  public var spellings: Int { counts.spellings }
  /// The number of postings: pairs of a term and an episode that has it.
  public var postings: Int { counts.postings }
  /// The sections in the order of the format, then the checksums, the manifest and the lexicon.
  public var sections: [Section] {
    counts.sections.map { Section(name: $0.name, bytes: $0.bytes) }
  }
  /// The size of all sections together, in bytes.
  public var bytes: Int { counts.sections.reduce(0) { $0 + $1.bytes } }
  /// The size of the postings with positions, in bytes per word; 0 without words.
  public var bytesPerPosition: Double { counts.bytesPerPosition }
}

extension TranscriptIndex {
  /// Returns the counts of the index and its size on disk.
  ///
  /// - Throws: `ZimuError` with the code `indexDamaged` or `system`.
  /// - Complexity: O(terms); O(postings) if episodes were removed.
  public func statistics() throws(ZimuError) -> IndexStatistics {
    try translatingErrors { IndexStatistics(try reader.statistics()) }
  }

  /// Returns the counts of each group of a selection.
  ///
  /// - Parameters:
  ///   - selection: the filter on fields, such as `show:indigo`; `nil` selects everything.
  ///   - grouping: the groups that are counted separately (default: one for everything).
  /// - Returns: the groups with episodes, in ascending order of their labels by code point.
  /// - Throws: `ZimuError` with the code `invalidQuery` or `indexDamaged`.
  /// - Complexity: O(words selected + terms).
  public func statistics(
    where selection: String?, by grouping: Grouping = .total
  ) throws(ZimuError) -> [GroupStatistics] {
    try translatingErrors {
      try GroupStatistics.count(try corpusSelection(selection, by: grouping), in: reader)
    }
  }

  /// The settings that the index was made with, in a fixed order: search form, segmentation, word rules and user
  /// dictionary.
  ///
  /// Indexes whose settings differ cannot be merged, and their counts are not comparable.
  public var settings: [(name: String, value: String)] { reader.settings.values }
}
