import CorpusAnalysis
import InvertedIndex
import TranscriptSearch

/// What a query finds, without some cues.
struct RunWithoutCues {
  let run: QueryRun
  let leftOut: CueSet

  /// The cues of an episode in which something begins.
  func cues(of episode: Int) throws -> [CueMatches] {
    let cues = try run.cues(of: episode)
    if leftOut[episode].isEmpty { return cues }
    return cues.filter { !leftOut.contains($0.cue, of: episode) }
  }

  /// The episodes, with the scores of all that is said in them; those are left out that have something in
  /// cues that are left out only.
  func episodes() throws -> [EpisodeScore] {
    let found = try run.episodes()
    if leftOut.isEmpty { return found }
    return try found.compactMap { episode in
      if episode.count == 0 || leftOut[episode.episode].isEmpty { return episode }
      var episode = episode
      episode.count = try cues(of: episode.episode).reduce(0) { $0 + $1.matches.count }
      return episode.count > 0 ? episode : nil
    }
  }
}
