public import FilePaths
import InvertedIndex

/// The changes that a run made to the metadata or words of an indexed episode.
public struct EpisodeChange: Hashable, Sendable {
  /// A field that is compared.
  public enum Field: String, CaseIterable, Sendable {
    /// The title.
    case title
    /// The show.
    case show
    /// The date, in ISO form.
    case date
    /// The number of the episode in its show.
    case number
    /// The template of links to the recording.
    case urlTemplate = "link"
    /// The tags, as `name=value`.
    case tags
    /// The names of the speakers.
    case speakers
    /// The number of words.
    case words

    fileprivate func value(in record: EpisodeRecord) -> String {
      switch self {
      case .title: record.title
      case .show: record.show
      case .date: record.date
      case .number: record.number.map { String($0) } ?? ""
      case .urlTemplate: record.url
      case .tags:
        record.tagNames.map { "\($0)=\(record.tag($0).joined(separator: ", "))" }
          .joined(separator: ", ")
      case .speakers: record.speakers.joined(separator: ", ")
      case .words: String(record.wordCount)
      }
    }
  }

  /// A field whose value changed.
  public struct Difference: Hashable, Sendable {
    /// The field.
    public let field: Field
    /// The value before the run; empty if there was none.
    public let old: String
    /// The value after the run; empty if there is none.
    public let new: String
  }

  /// The path of the episode after the run.
  public let path: FilePath
  /// The fields that changed, in the order of `Field`; at least one.
  public let differences: [Difference]

  /// - Returns: `nil` if all fields are the same.
  init?(from old: EpisodeRecord, to new: EpisodeRecord) {
    path = new.path
    differences = Field.allCases.compactMap { field in
      let (old, new) = (field.value(in: old), field.value(in: new))
      return old == new ? nil : Difference(field: field, old: old, new: new)
    }
    if differences.isEmpty { return nil }
  }
}
