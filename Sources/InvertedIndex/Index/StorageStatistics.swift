/// How much there is of everything in an index, and what it takes.
public struct StorageStatistics: Hashable, Sendable {
  /// What a part of an index takes.
  public struct Section: Hashable, Sendable {
    public let name: String
    public var bytes: Int
  }

  public var generation = 0
  public var segments = 0
  public var episodes = 0
  /// Episodes that were removed and still take room.
  public var deleted = 0
  /// Words, terms, spellings and postings are those of the episodes that are not removed.
  public var words = 0
  public var terms = 0
  public var spellings = 0
  /// Pairs of a term and an episode that has it.
  public var postings = 0
  /// Bytes of postings with their positions, and the words in them, those of removed episodes included.
  public var postingBytes = 0
  var storedWords = 0
  /// Of all segments together, in order of the format; then the manifest and the lexicon.
  public var sections: [Section] = []

  /// Bytes that a word takes in the postings.
  public var bytesPerPosition: Double {
    storedWords == 0 ? 0 : Double(postingBytes) / Double(storedWords)
  }
}

extension IndexReader {
  /// Counts what is in the index.
  ///
  /// - Complexity: O(terms); O(postings) where episodes were removed.
  public func statistics() throws(IndexError) -> StorageStatistics {
    var statistics = StorageStatistics()
    statistics.generation = generation
    statistics.segments = segments.count
    statistics.episodes = episodeCount
    statistics.deleted = segments.reduce(0) { $0 + $1.deletedCount }
    statistics.terms = try termCount
    statistics.spellings = try spellingCount
    for section in SegmentFormat.Section.allCases {
      let bytes = segments.reduce(0) { $0 + $1.segment.file.length(section) }
      statistics.sections.append(.init(name: "\(section)", bytes: bytes))
      if section == .postings { statistics.postingBytes = bytes }
    }
    let inSections = statistics.sections.reduce(0) { $0 + $1.bytes }
    let inSegments = segments.reduce(0) { $0 + $1.segment.file.size }
    statistics.sections.append(.init(name: "checksums", bytes: inSegments - inSections))
    statistics.sections.append(.init(name: "manifest", bytes: manifest.bytes.count))
    statistics.sections.append(
      .init(name: "lexicon", bytes: lexiconFile?.bytes.count ?? 0))
    for live in segments {
      statistics.storedWords += live.segment.counts.words
      for episode in live.episodes {
        statistics.words += try live.segment.wordCount(of: episode)
      }
    }
    for term in 0..<statistics.terms {
      statistics.postings += try episodeCount(of: term)
    }
    return statistics
  }
}
