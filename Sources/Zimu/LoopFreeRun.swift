import InvertedIndex
import TranscriptSearch

/// What a query finds, without the cues that loops of a speech recogniser repeat where that is asked for.
struct LoopFreeRun {
  let run: QueryRun
  let leavesOutLoops: Bool
  let reader: IndexReader

  /// The cues of an episode in which something begins.
  func cues(of episode: Int) throws -> [CueMatches] {
    let cues = try run.cues(of: episode)
    guard leavesOutLoops else { return cues }
    let record = try reader.record(of: episode)
    return record.loops.isEmpty ? cues : cues.filter { !record.isInLoop($0.cue) }
  }

  /// The episodes, with the scores of all that is said in them; those are left out that have something in
  /// loops only.
  func episodes() throws -> [EpisodeScore] {
    let found = try run.episodes()
    guard leavesOutLoops else { return found }
    return try found.compactMap { episode in
      guard episode.count > 0, try !reader.record(of: episode.episode).loops.isEmpty else {
        return episode
      }
      var episode = episode
      episode.count = try cues(of: episode.episode).reduce(0) { $0 + $1.matches.count }
      return episode.count > 0 ? episode : nil
    }
  }
}
