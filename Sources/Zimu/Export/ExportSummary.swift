/// The summary of an export: what was written and what could not be.
public struct ExportSummary: Hashable, Sendable {
  /// The number of files written.
  public internal(set) var files = 0
  /// The number of episodes written.
  public internal(set) var episodes = 0
  /// The number of cues written; 0 for counts.
  public internal(set) var cues = 0
  /// The number of tokens written, punctuation included; 0 for formats of cues or counts.
  public internal(set) var tokens = 0
  /// The number of terms of the matrix.
  public internal(set) var terms = 0
  /// The number of non-zero entries of the matrix.
  public internal(set) var entries = 0
  /// The number of cues that were not written because the format needs times.
  public internal(set) var untimedCues = 0
  /// The names of the episodes that were not written because none of their cues has times.
  public internal(set) var untimedEpisodes: [String] = []
  /// The number of cues without a token, which formats of tokens cannot represent.
  public internal(set) var emptyCues = 0

  package init() {}
}
