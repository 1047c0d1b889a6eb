import CorpusAnalysis
import Indexing
import InvertedIndex
import TextNormalization
public import TranscriptSearch
import WordSegmentation

extension TranscriptIndex {
  /// Parses a query, to be run.
  ///
  /// - Parameters:
  ///   - query: see `SearchRequest.query`.
  ///   - selection: a filter on fields, such as `show:indigo`.
  ///   - crossesCues: whether a match may go on in the next cue of a turn.
  ///   - repetitions: those whose cues nothing is found in.
  /// - Throws: `QueryError` for a query or selection that does not parse.
  @_spi(Testing) public func prepare(
    _ query: String, selection: String? = nil, crossesCues: Bool = true,
    excluding repetitions: Set<Repetition> = []
  ) throws -> PreparedQuery {
    let folder = try SearchFormFolder()
    let cues = try cues(of: repetitions)
    return try PreparedQuery(
      query, try SearchState(try searcher, crossesCues: crossesCues),
      fold: { try folder.fold($0) },
      filter: { fields, looksAtFields in
        try EpisodeFilter(
          selection, and: fields, looksAtFields: looksAtFields, leavingOut: cues, index: self)
      })
  }
}

/// Segments the words of queries as the transcripts of an index were segmented; what that takes is read when it is
/// first needed.
struct QueryTokenizer: Sendable {
  private let reader: IndexReader
  private let segmentation = Lazy<Segmentation>()

  init(_ reader: IndexReader) { self.reader = reader }

  func keys(of text: String) throws -> [[UInt8]] {
    let segmentation = try segmentation.get { try Segmentation(of: reader) }
    return try CueAnalyzer(segmentation).keys(of: Array(text.utf8)[...])
  }
}
