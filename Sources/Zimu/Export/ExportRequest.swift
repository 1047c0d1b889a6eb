public import CorpusAnalysis

/// A request to export transcripts, tokens or counts.
public struct ExportRequest: Sendable {
  /// The format of an export.
  public enum Format: String, CaseIterable, Sendable {
    // A file for each episode, see `CueFormat`.
    /// One text file per episode; see `CueFormat.txt`.
    case txt
    /// One SubRip file per episode.
    case srt
    /// One WebVTT file per episode.
    case vtt
    /// One CSV file per episode.
    case csv
    /// One JSON file per episode.
    case json
    /// One file in vertical format: one token per line, as Sketch Engine and CWB read it.
    case vertical
    /// One CoNLL-U file: one token per line, as treebanks are written.
    case conllu
    /// A document–term matrix: the count of each word in each episode, as `matrix.mtx`, `terms.txt` and
    /// `episodes.csv`.
    case matrixMarket = "matrix-market"

    /// The format of the cues; `nil` for formats of tokens or counts.
    public var cueFormat: CueFormat? { CueFormat(rawValue: rawValue) }

    /// Whether the output is a folder rather than one file.
    public var makesFolder: Bool { self != .vertical && self != .conllu }
  }

  /// The format of the export.
  public var format: Format
  /// The path of the folder or file to write; see `Format.makesFolder`.
  public var output: String
  /// The filter on fields, such as `show:indigo`, that selects the text to export. `nil` (default) selects
  /// everything.
  public var selection: String?
  /// The kinds of repeated cues that are not exported (default none).
  public var excludedRepetitions: Set<Repetition> = []
  /// Whether texts and speakers of cues are converted to simplified characters (default `false`).
  ///
  /// It has no effect on tokens and counts, which have search forms beside the original spellings.
  public var isSimplified = false
  /// Whether existing files may be replaced (default `false`).
  public var replaces = false

  /// Creates a request with the defaults.
  ///
  /// - Parameters:
  ///   - format: the format of the export.
  ///   - output: the path of the folder or file to write.
  public init(_ format: Format, to output: String) {
    (self.format, self.output) = (format, output)
  }
}
