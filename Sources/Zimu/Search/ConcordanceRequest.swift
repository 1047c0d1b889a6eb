public import CorpusAnalysis

/// Which occurrences to line up, and in which order.
public struct ConcordanceRequest: Sendable {
  /// A word beside the occurrence by which lines are sorted: 1L is the last one before it, 1R the
  /// first one behind it.
  public struct SortKey: Hashable, Sendable {
    /// Less than 0 to the left; never 0.
    public let offset: Int

    /// - Returns: `nil` for anything but `1L` to `9L` and `1R` to `9R`.
    public init?(_ text: String) {
      guard text.utf8.count == 2, let distance = Int(text.prefix(1)), distance > 0 else {
        return nil
      }
      switch text.suffix(1) {
      case "L", "l": offset = -distance
      case "R", "r": offset = distance
      default: return nil
      }
    }
  }

  /// See `Query` for the language.
  public var query: String
  /// A filter on fields, such as `show:indigo`.
  public var selection: String?
  /// The words that lines are sorted by, the first one first; in order of time where they are equal.
  public var order: [SortKey] = []
  /// So many lines at random, in place of all.
  public var sample: Int?
  public var seed: UInt64 = 0
  /// The most lines.
  public var limit = 100
  /// How many terminal cells of the text are told on each side.
  public var width = 30
  /// Whether a match may go on in the next cue of a turn.
  public var crossesCues = true
  /// Which cues that repeat others are left out.
  public var leftOut: Set<Repetition> = []

  public init(_ query: String, selection: String? = nil) {
    (self.query, self.selection) = (query, selection)
  }
}
