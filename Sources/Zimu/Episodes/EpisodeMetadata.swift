import InvertedIndex

/// The value that one source gives for one field of an episode.
public struct EpisodeMetadata: Hashable, Sendable {
  /// The source of metadata, in order of precedence.
  public enum Source: String, CaseIterable, Sendable {
    /// An option of the command line, or of `IndexingOptions`.
    case commandLine = "command line"
    /// A table in `IndexingOptions.metadataTables`.
    case metadataTable = "metadata table"
    /// A file `metadata.csv` in the folder of the transcript.
    case folderTable = "metadata.csv"
    /// An RSS feed in `IndexingOptions.feeds`.
    case feed
    /// A file beside the transcript that a downloader such as yt-dlp wrote.
    case infoFile = "info.json"
    /// The row of the table that contains the episode.
    case episodeTable = "table"
    /// The content of the file.
    case content
    /// The name of the file.
    case fileName = "file name"
    /// The name of the folder.
    case folder
  }

  /// The field: `title`, `show`, `date`, `number`, `url`, `speaker`, or `tag:` and a name.
  public let field: String
  /// The value of the field.
  public let value: String
  /// The source of the value.
  public let source: Source
  /// Whether the episode uses this value; a source with higher precedence may override it.
  public let isUsed: Bool

  init(_ statement: EpisodeStatement, isUsed: Bool) {
    (field, value) = (statement.field.name, statement.value)
    (source, self.isUsed) = (Source(statement.source), isUsed)
  }
}

extension EpisodeMetadata.Source {
  fileprivate init(_ source: EpisodeStatement.Source) {
    self =
      switch source {
      case .commandLine: .commandLine
      case .metadataTable: .metadataTable
      case .folderTable: .folderTable
      case .feed: .feed
      case .infoFile: .infoFile
      case .episodeTable: .episodeTable
      case .content: .content
      case .fileName: .fileName
      case .folder: .folder
      }
  }
}
