import ICUSupport
import InvertedIndex
import TextNormalization
import TranscriptSearch

/// A filter of the commands, held against the episodes of one index.
struct EpisodeFilter {
  private let filter: FieldFilter?
  private let subjects: [FieldFilter.Subject]
  /// The search forms of each episode's speakers.
  private let speakers: [[String]]
  /// Whether an episode has cues without a speaker.
  private let hasUnknownSpeakers: [Bool]

  /// - Throws: `QueryError` with the place that is wrong.
  init(_ text: String?, index: TranscriptIndex) throws {
    guard let text else {
      (filter, subjects, speakers, hasUnknownSpeakers) = (nil, [], [], [])
      return
    }
    let folder = try SearchFormFolder()
    let fold = { (text: String) in (try? folder.fold(text)) ?? text }
    filter = try FieldFilter(parsing: text, fold: fold)
    subjects = zip(try index.episodes, try index.names).map { record, name in
      FieldFilter.Subject(
        show: fold(record.show), title: fold(record.title), speaker: "", episode: fold(name),
        date: record.date)
    }
    speakers = try index.episodes.map { $0.speakers.map(fold) }
    hasUnknownSpeakers = try index.episodes.enumerated().map { episode, record in
      guard !record.speakers.isEmpty else { return true }
      return try index.reader.cues(of: episode).contains { $0.speaker == nil }
    }
  }

  /// Whether the filter looks at speakers.
  var usesSpeakers: Bool { filter?.usesSpeakers ?? false }

  /// Whether what a speaker (`nil`: none) says in an episode is wanted.
  func includes(_ episode: Int, _ speaker: Int?) -> Bool {
    guard let filter else { return true }
    var subject = subjects[episode]
    subject.speaker = speaker.map { speakers[episode][$0] } ?? ""
    return filter.matches(subject)
  }

  /// Whether anything in an episode is wanted.
  func includesAny(of episode: Int) -> Bool {
    guard usesSpeakers else { return includes(episode, nil) }
    // Where everything has a speaker, nothing without one is there to be wanted.
    return hasUnknownSpeakers[episode] && includes(episode, nil)
      || speakers[episode].indices.contains { includes(episode, $0) }
  }
}
