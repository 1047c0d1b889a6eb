import CorpusAnalysis
import ICUSupport
import InvertedIndex
import TextNormalization
import TranscriptSearch

/// A filter of the commands, held against the episodes of one index.
struct EpisodeFilter: CueFilter {
  private let filter: FieldFilter?
  private let episodes: EpisodeSubjects
  private let reader: IndexReader
  /// Cues in which nothing matches, those that a filter on times does not select among them.
  let leftOut: CueSet
  /// Who speaks in the cues that a filter on times selects, by episode; `nil` where no filter looks at times.
  private let selected: [Int: Set<Int?>]?

  /// - Parameters:
  ///   - text: the filter of a command.
  ///   - fields: what a query asks of fields.
  ///   - looksAtFields: whether `matches` will be asked.
  ///   - leftOut: cues in which nothing matches.
  /// - Throws: `QueryError` with the place that is wrong.
  init(
    _ text: String?, and fields: FieldFilter? = nil, looksAtFields: Bool = false,
    leavingOut leftOut: CueSet = CueSet(), index: TranscriptIndex
  ) throws {
    reader = index.reader
    let folder = try SearchFormFolder()
    let fold = { (text: String) in try folder.fold(text) }
    let parts = [try text.map { try FieldFilter(parsing: $0, fold: fold) }, fields]
      .compactMap { $0 }
    filter = parts.isEmpty ? nil : .and(parts)
    guard filter != nil || looksAtFields else {
      (episodes, selected, self.leftOut) = (EpisodeSubjects(), nil, leftOut)
      return
    }
    episodes = try index.subjects
    guard let filter, filter.usesTimes else {
      (selected, self.leftOut) = (nil, leftOut)
      return
    }
    let timed = try TimedSelection(filter, episodes.subjects, episodes.speakers, reader)
    (selected, self.leftOut) = (timed.selected, leftOut.union(timed.leftOut))
  }

  /// Whether an episode has cues without a speaker.
  private func hasUnknownSpeakers(_ episode: Int) throws(IndexError) -> Bool {
    guard !episodes.speakers[episode].isEmpty else { return true }
    return try reader.cues(of: episode).contains { $0.speaker == nil }
  }

  /// Whether there is no filter, and no cue is left out.
  var isEverything: Bool { filter == nil && leftOut.isEmpty }

  /// Whether the filter looks at speakers.
  var usesSpeakers: Bool { selected == nil && filter?.usesSpeakers ?? false }

  /// Whether what a speaker (`nil`: none) says in an episode is wanted.
  func includes(_ episode: Int, _ speaker: Int?) -> Bool {
    if let selected {
      guard let speakers = selected[episode] else { return false }
      return speaker == nil || speakers.contains(speaker)
    }
    guard let filter else { return true }
    return matches(filter, episode, speaker)
  }

  private func matches(_ filter: FieldFilter, _ episode: Int, _ speaker: Int?) -> Bool {
    var subject = episodes.subjects[episode]
    subject.speaker = speaker.map { episodes.speakers[episode][$0] } ?? ""
    return filter.matches(subject)
  }

  func leavesOutAny(of episode: Int) -> Bool { !leftOut[episode].isEmpty }

  func leavesOut(_ cue: Int, of episode: Int) -> Bool { leftOut.contains(cue, of: episode) }

  /// Whether anything in an episode is wanted.
  func includesAny(of episode: Int) throws -> Bool {
    if let selected { return selected[episode] != nil }
    guard let filter else { return true }
    return try matches(filter, episode)
  }

  func matches(_ filter: FieldFilter, _ episode: Int) throws -> Bool {
    if filter.usesTimes {
      return try TimedSelection.cues(
        of: episode, filter, episodes.subjects[episode], episodes.speakers[episode], reader
      )
      .selected != nil
    }
    guard filter.usesSpeakers else { return matches(filter, episode, nil) }
    // Where everything has a speaker, nothing without one is there to be wanted.
    if episodes.speakers[episode].indices.contains(where: { matches(filter, episode, $0) }) {
      return true
    }
    return try matches(filter, episode, nil) && hasUnknownSpeakers(episode)
  }
}
