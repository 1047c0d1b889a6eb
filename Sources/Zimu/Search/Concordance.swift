public import CorpusAnalysis

/// The concordance (KWIC) of a query: each occurrence with its context on one line.
public struct Concordance: Sendable {
  /// An occurrence with its context.
  public struct Line: Hashable, Sendable {
    /// The name of the episode; see `Episode.name`.
    public let episode: String
    /// The date of the episode in ISO form, as precise as known; empty if unknown.
    public let date: String
    /// The start of the cue in which the occurrence begins, in milliseconds of the recording; `nil` if
    /// unknown.
    public let start: Int?
    /// The start of the word in which the occurrence begins, in milliseconds of the recording.
    ///
    /// It is `nil` if the transcript has no word times.
    public let matchStart: Int?
    /// The speaker of the cue; empty if unknown.
    public let speaker: String
    /// The original text before the occurrence, at most `ConcordanceRequest.width` terminal cells.
    public let left: String
    /// The occurrence in its original spelling.
    public let match: String
    /// The original text after the occurrence, at most `ConcordanceRequest.width` terminal cells.
    public let right: String
    /// The kinds of repetition of the cue in which the occurrence begins.
    public let repetitions: Set<Repetition>
  }

  /// The lines, in the order of the request.
  public let lines: [Line]
  /// The number of all occurrences, shown or not.
  public let occurrences: Int
  /// The kinds of repetition that the index has and that lines are marked with.
  public let repetitions: [Repetition]
}
