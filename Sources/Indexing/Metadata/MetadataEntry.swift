import FilePaths
import InvertedIndex
import Transcripts

/// What a row of a table, or an item of a feed, says of an episode.
struct MetadataEntry: Sendable {
  /// An entry among those of its source.
  struct Reference: Hashable, Sendable {
    let source: EpisodeStatement.Source
    let number: Int
  }

  /// The table or feed.
  let file: FilePath
  let line: Int
  /// What people know it by.
  let name: String
  let metadata: TranscriptMetadata
}

extension TranscriptMetadata {
  /// What is said, as a record keeps it.
  func statements(from source: EpisodeStatement.Source) -> [EpisodeStatement] {
    let fixed: [(EpisodeStatement.Field, String)] = [
      (.title, title), (.show, show), (.date, date), (.url, url),
      (.number, number.map { String($0) } ?? ""), (.speaker, speaker),
    ]
    return (fixed + tags.map { (.tag($0.name), $0.value) }).compactMap { field, value in
      value.isEmpty ? nil : EpisodeStatement(field, value, from: source)
    }
  }
}
