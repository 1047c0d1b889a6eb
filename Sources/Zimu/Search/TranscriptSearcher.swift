public import CorpusAnalysis
import Indexing
import InvertedIndex
import TextNormalization
public import TranscriptSearch
import WordSegmentation

/// An index made ready for many queries, one after the other; benchmarks measure ranking by itself with it.
///
/// A value must not be used by two threads at a time.
@_spi(Testing) public final class TranscriptSearcher {
  private let index: TranscriptIndex
  private let folder: SearchFormFolder
  let search: IndexSearch

  /// - Throws: `IndexError` for a damaged index; `ICUError` when ICU's data cannot be opened.
  public init(_ index: TranscriptIndex) throws {
    self.index = index
    folder = try SearchFormFolder()
    let cutter = LazyCutter(index.reader)
    search = try IndexSearch(
      index.reader, userKind: WordKind.user.rawValue, cut: { try cutter.keys(of: $0) })
  }

  /// Parses a query, to be run.
  ///
  /// - Parameters:
  ///   - query: see `Query` for the language.
  ///   - selection: a filter on fields, such as `show:indigo`.
  ///   - crossesCues: whether a match may go on in the next cue of a turn.
  ///   - leftOut: what nothing is found in.
  /// - Throws: `QueryError` for a query or selection that does not parse.
  public func run(
    _ query: String, selection: String? = nil, crossesCues: Bool = true,
    leavingOut leftOut: Set<Repetition> = []
  ) throws -> QueryRun {
    let (index, folder) = (index, folder)
    let cues = try index.cues(of: leftOut)
    return try QueryRun(
      query, in: search, crossesCues: crossesCues, fold: { try folder.fold($0) },
      filter: { fields, looksAtFields in
        try EpisodeFilter(
          selection, and: fields, looksAtFields: looksAtFields, leavingOut: cues, index: index)
      })
  }
}

/// Cuts words as the transcripts were cut; what that takes is read when it is first needed.
private final class LazyCutter {
  private let reader: IndexReader
  private lazy var analyzer = Result { try CueAnalyzer(Segmentation(of: reader)) }

  init(_ reader: IndexReader) { self.reader = reader }

  func keys(of text: String) throws -> [[UInt8]] {
    try analyzer.get().keys(of: Array(text.utf8)[...])
  }
}
