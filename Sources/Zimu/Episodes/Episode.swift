public import FilePaths
package import InvertedIndex

/// An episode of an index, with its metadata and counts.
public struct Episode: Hashable, Sendable, Identifiable {
  /// The position of the episode in the index, from 0, in the order of paths.
  public let position: Int
  /// The name that tables show: the path below the deepest folder that all episodes share.
  public let name: String
  package let record: EpisodeRecord

  init(_ record: EpisodeRecord, name: String, position: Int) {
    (self.record, self.name, self.position) = (record, name, position)
  }

  /// The ID: 16 hexadecimal digits, derived from the path alone. Adding, merging and rebuilding do not change
  /// it.
  public var id: String { record.id.description }
  /// The absolute path of the file. For a member of an archive or a table, it continues below that file.
  public var path: FilePath { record.path }
  /// The title; empty if unknown.
  public var title: String { record.title }
  /// The show; empty if unknown.
  public var show: String { record.show }
  /// The date in ISO form, as precise as known: `2024-11-30`, `2024-11` or `2024`; empty if unknown.
  public var date: String { record.date }
  /// The number of the episode in its show; `nil` if unknown.
  public var number: Int? { record.number }
  /// The names of the speakers, in the order in which they first speak.
  public var speakers: [String] { record.speakers }
  /// The template of links to the recording, with `{seconds}` in place of the time; empty if unknown.
  public var urlTemplate: String { record.url }
  /// The latest time of the cues, in milliseconds; `nil` if they have no times.
  public var duration: Int? { record.duration }
  /// The number of cues.
  public var cueCount: Int { record.cueCount }
  /// The number of words.
  public var wordCount: Int { record.wordCount }
  /// The share of words with Han characters among all words except numbers, from 0 to 1; `nil` without such
  /// words.
  public var hanShare: Double? { record.hanShare }
  /// The number of cues that were merged because rolling captions repeat them; they are not in the index.
  public var mergedCueCount: Int { record.mergedCues }
  /// The number of cues in repetition loops of a speech recogniser.
  public var loopCueCount: Int { record.loopCueCount }
  /// The number of cues that are ASR hallucinations: stock lines that a recogniser writes where nothing was
  /// said.
  public var stockCueCount: Int { record.stockCueCount }
  /// The names of the tags, in ascending order by code point.
  public var tagNames: [String] { record.tagNames }

  /// Returns the values of a tag; empty if the episode does not have it.
  ///
  /// - Parameter name: the name of the tag.
  public func tag(_ name: String) -> [String] { record.tag(name) }

  /// Returns a link to a moment of the recording; empty if the episode has no link.
  ///
  /// - Parameter moment: the moment, in milliseconds from the start. The link has whole seconds.
  public func url(at moment: Int) -> String { record.link(toSecond: moment / 1000) }

  /// The metadata of the episode from every source, by field; the source that decides comes first.
  public var statements: [EpisodeMetadata] {
    let fields = EpisodeStatement.Field.fixed + record.tagNames.map { .tag($0) }
    return fields.flatMap { field in
      let deciding = record.deciding(field)
      return record.statements.filter { $0.field == field }
        .map { EpisodeMetadata($0, isUsed: deciding.contains($0)) }
    }
  }
}
