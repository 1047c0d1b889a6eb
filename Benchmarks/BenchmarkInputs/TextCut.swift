/// How much text an engine is given in one call.
public enum TextCut: String, CaseIterable, Sendable {
  /// Each cue by itself.
  case cues
  /// Each episode whole.
  case episodes

  /// The texts that engines are given, in UTF-8.
  public func texts(of episodes: [EpisodeText]) -> [[UInt8]] {
    switch self {
    case .cues: episodes.flatMap(\.cues)
    case .episodes: episodes.map(\.joined)
    }
  }

  /// How many newlines joining puts between cues.
  public func newlines(in episodes: [EpisodeText]) -> Int {
    switch self {
    case .cues: 0
    case .episodes: episodes.reduce(0) { $0 + $1.cues.count - 1 }
    }
  }
}
