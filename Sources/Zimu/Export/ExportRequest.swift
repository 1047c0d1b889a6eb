public import CorpusAnalysis

/// What to write out of an index, and how.
public struct ExportRequest: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    // A file for each episode, see `CueFormat`.
    case txt, srt, vtt, csv, json
    /// One file, a token a line, as Sketch Engine and CWB read it.
    case vertical
    /// One file, a token a line, as treebanks are written.
    case conllu
    /// How often each word stands in each episode: `matrix.mtx`, `terms.txt` and `episodes.csv`.
    case matrixMarket = "matrix-market"

    /// How cues are written; `nil` where tokens or counts are.
    public var cueFormat: CueFormat? { CueFormat(rawValue: rawValue) }

    /// Whether the output is a folder.
    public var makesFolder: Bool { self != .vertical && self != .conllu }
  }

  public var format: Format
  /// The path of a folder or file, see `Format.makesFolder`.
  public var output: String
  /// A filter on fields, such as `show:indigo`.
  public var selection: String?
  /// Which cues that repeat others are left out.
  public var leftOut: Set<Repetition> = []
  /// Whether texts and speakers of cues are converted to simplified characters. Tokens and counts have search forms
  /// beside original ones, and are not converted.
  public var simplified = false
  /// Whether files that exist are replaced.
  public var replaces = false

  public init(_ format: Format, to output: String) {
    (self.format, self.output) = (format, output)
  }
}
