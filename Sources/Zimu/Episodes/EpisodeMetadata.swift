import InvertedIndex

/// What one source says of one field of an episode.
public struct EpisodeMetadata: Hashable, Sendable {
  /// Where a statement comes from, the most explicit source first.
  public enum Source: String, CaseIterable, Sendable {
    case commandLine = "command line"
    /// A table that the run of indexing named.
    case metadataTable = "--metadata"
    /// A `metadata.csv` beside the files.
    case folderTable = "metadata.csv"
    case feed = "--feed"
    /// What a downloader wrote beside the file.
    case infoFile = "info.json"
    /// The table that has the episode among others.
    case episodeTable = "table"
    /// The content of the file.
    case content
    case fileName = "file name"
    case folder
  }

  /// `title`, `show`, `date`, `number`, `url`, `speaker` or `tag:` with a name.
  public let field: String
  public let value: String
  public let source: Source
  /// Whether the episode has this value; a less explicit source is outdone.
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
