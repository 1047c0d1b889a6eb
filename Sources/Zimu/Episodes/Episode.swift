public import FilePaths
package import InvertedIndex

/// An episode of an index: what is known of it besides its words.
public struct Episode: Hashable, Sendable, Identifiable {
  /// The place of the episode in the index, from 0, in the order of paths.
  public let position: Int
  /// The path below the deepest folder that all episodes share: how tables name the episode.
  public let name: String
  package let record: EpisodeRecord

  init(_ record: EpisodeRecord, name: String, position: Int) {
    (self.record, self.name, self.position) = (record, name, position)
  }

  /// Sixteen hexadecimal digits made of the path alone: the same after adding, merging and rebuilding.
  public var id: String { record.id.description }
  /// The absolute path of the file that the episode was read from; below an archive or a table, that of its member.
  public var path: FilePath { record.path }
  /// Empty where unknown.
  public var title: String { record.title }
  /// Empty where unknown.
  public var show: String { record.show }
  /// The date in ISO form, as precise as known: `2024-11-30`, `2024-11` or `2024`; empty where unknown.
  public var date: String { record.date }
  /// The number of the episode in its show.
  public var number: Int? { record.number }
  /// The names of the speakers, in the order in which they first speak.
  public var speakers: [String] { record.speakers }
  /// A link to the recording, with `{seconds}` where the moment belongs; empty where unknown.
  public var url: String { record.url }
  /// The last time in the cues, in milliseconds; `nil` without times.
  public var duration: Int? { record.duration }
  public var cueCount: Int { record.cueCount }
  public var wordCount: Int { record.wordCount }
  /// The share of words with Han characters among all words but numbers, from 0 to 1; `nil` without such words.
  public var hanShare: Double? { record.hanShare }
  /// Number of cues of the file that captions wrote again and that are not in the index.
  public var mergedCueCount: Int { record.mergedCues }
  /// Number of cues that repetition loops of a speech recogniser repeat.
  public var loopCueCount: Int { record.loopCueCount }
  /// Number of cues that a speech recogniser made up where nothing was said.
  public var stockCueCount: Int { record.stockCueCount }
  /// The names of the tags, in order by code point.
  public var tagNames: [String] { record.tagNames }

  /// Returns the values of a tag; none where the episode does not have it.
  public func tag(_ name: String) -> [String] { record.tag(name) }

  /// Returns the link to a second of the recording; empty where there is none.
  public func link(toSecond second: Int) -> String { record.link(toSecond: second) }

  /// What each source says of the episode, by field, the source that counts first.
  public var statements: [EpisodeMetadata] {
    let fields = EpisodeStatement.Field.fixed + record.tagNames.map { .tag($0) }
    return fields.flatMap { field in
      let deciding = record.deciding(field)
      return record.statements.filter { $0.field == field }
        .map { EpisodeMetadata($0, isUsed: deciding.contains($0)) }
    }
  }
}
