import InvertedIndex
import TextNormalization
import TranscriptSearch

/// What filters on fields look at in each episode of an index, in search form.
struct EpisodeSubjects: Sendable {
  private(set) var subjects: [FieldFilter.Subject] = []
  /// The speakers of each episode.
  private(set) var speakers: [[String]] = []

  /// None, where no filter looks at fields.
  init() {}

  /// - Complexity: O(episodes).
  init(of index: TranscriptIndex) throws {
    let folder = try SearchFormFolder()
    let fold = { (text: String) in try folder.fold(text) }
    subjects = try zip(try index.records, try index.names).map { record, name in
      FieldFilter.Subject(
        show: try fold(record.show), title: try fold(record.title), speaker: "",
        episode: try fold(name), id: record.id, date: record.date,
        tags: try Self.tags(of: record, fold))
    }
    speakers = try index.records.map { try $0.speakers.map(fold) }
  }

  /// Tags by the search forms of their names.
  private static func tags(
    of record: EpisodeRecord, _ fold: (String) throws -> String
  ) rethrows -> [String: [String]] {
    var tags: [String: [String]] = [:]
    for name in record.tagNames {
      tags[try fold(name), default: []] += try record.tag(name).map(fold)
    }
    return tags
  }
}
