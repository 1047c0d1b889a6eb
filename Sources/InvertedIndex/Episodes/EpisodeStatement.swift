/// What a source says of one field of an episode.
public struct EpisodeStatement: Hashable, Sendable {
  /// A field of what is known of an episode besides its cues; tags have names of their own.
  public enum Field: Hashable, Sendable {
    case title, show, date, url, number, speaker
    case tag(String)

    /// All but tags. Their order is stored: another one needs a new `SegmentFormat.version`.
    public static let fixed: [Field] = [.title, .show, .date, .url, .number, .speaker]

    /// As tables have it: `title`, `tag:party`.
    public var name: String {
      switch self {
      case .title: "title"
      case .show: "show"
      case .date: "date"
      case .url: "url"
      case .number: "number"
      case .speaker: "speaker"
      case .tag(let name): "tag:\(name)"
      }
    }
  }

  /// Who says so, the most explicit source first.
  ///
  /// Raw values are stored: another order needs a new `SegmentFormat.version`.
  public enum Source: Int, CaseIterable, Comparable, Sendable {
    /// An option of the command line that holds for all episodes.
    case commandLine
    /// A table that the command line names.
    case metadataTable
    /// A table beside the files, `metadata.csv`.
    case folderTable
    /// A feed that the command line names.
    case feed
    /// What a downloader wrote beside the file, `NAME.info.json`.
    case infoFile
    /// The table of many episodes that holds the episode's text.
    case episodeTable
    case content
    case fileName
    case folder

    public static func < (first: Source, second: Source) -> Bool {
      first.rawValue < second.rawValue
    }
  }

  public let field: Field
  /// Dates as ISO, numbers in decimal digits; never empty.
  public let value: String
  public let source: Source

  public init(_ field: Field, _ value: String, from source: Source) {
    (self.field, self.value, self.source) = (field, value, source)
  }
}
