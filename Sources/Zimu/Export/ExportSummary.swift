/// What an export wrote.
public struct ExportSummary: Hashable, Sendable {
  public internal(set) var files = 0
  public internal(set) var episodes = 0
  public internal(set) var cues = 0
  /// Tokens that were written, punctuation among them; 0 where cues or counts are written.
  public internal(set) var tokens = 0
  /// The rows of a matrix, and its values that are not 0.
  public internal(set) var terms = 0
  public internal(set) var entries = 0
  /// Cues that were not written because the format needs times and they have none.
  public internal(set) var untimedCues = 0
  /// The names of the episodes that were not written because no cue of theirs has times.
  public internal(set) var untimedEpisodes: [String] = []
  /// Cues without a token, which formats of tokens do not have.
  public internal(set) var emptyCues = 0

  public init() {}
}
