public import CorpusAnalysis

/// Occurrences of a query, each in the middle of a line.
public struct Concordance: Sendable {
  public struct Line: Hashable, Sendable {
    public let episode: String
    public let date: String
    /// Milliseconds from the start of the recording, where known, of the cue in which it begins.
    public let start: Int?
    /// When the word begins in which the occurrence does, where the transcript has times of words.
    public let matchStart: Int?
    /// Empty where unknown.
    public let speaker: String
    /// What comes before it in the original, its end that is nearest.
    public let left: String
    /// The occurrence in its original spelling.
    public let match: String
    public let right: String
    /// Which repetitions the cue is in which it begins.
    public let repetitions: Set<Repetition>
  }

  public let lines: [Line]
  /// How many occurrences there are in all.
  public let occurrences: Int
  /// The repetitions that cues of the index are and that are looked at.
  public let repetitions: [Repetition]
}
