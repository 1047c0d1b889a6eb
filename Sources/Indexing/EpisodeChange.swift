public import FilePaths
import InvertedIndex

/// What a run changed about an episode that was in the index before.
public struct EpisodeChange: Hashable, Sendable {
  /// What is compared: of speakers their names, of words how many there are.
  public enum Field: String, CaseIterable, Sendable {
    case title, show, date, number, link, tags, speakers, words

    fileprivate func value(in record: EpisodeRecord) -> String {
      switch self {
      case .title: record.title
      case .show: record.show
      case .date: record.date
      case .number: record.number.map { String($0) } ?? ""
      case .link: record.url
      case .tags:
        record.tagNames.map { "\($0)=\(record.tag($0).joined(separator: ", "))" }
          .joined(separator: ", ")
      case .speakers: record.speakers.joined(separator: ", ")
      case .words: String(record.wordCount)
      }
    }
  }

  /// A field with its value before and after the run; empty where there is none.
  public struct Difference: Hashable, Sendable {
    public let field: Field
    public let old: String
    public let new: String
  }

  /// The path of the episode after the run.
  public let path: FilePath
  /// In the order of `Field`; at least one.
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
