import InvertedIndex
import TranscriptSearch

/// Tells the hits of one episode.
struct HitReader {
  private let episode: EpisodeScore
  private let record: EpisodeRecord
  private let name: String
  private let run: PreparedQuery
  private let cueCount: Int
  private let repeated: RepeatedCues

  init(
    _ index: TranscriptIndex, _ run: PreparedQuery, _ episode: EpisodeScore,
    _ repeated: RepeatedCues
  ) throws {
    (self.run, self.episode, self.repeated) = (run, episode, repeated)
    record = try index.reader.record(of: episode.episode)
    name = try index.name(of: episode.episode)
    cueCount = record.cueCount
  }

  func hits(
    _ cues: [CueMatches], firstRank: Int, neighbours: Int
  ) throws -> [SearchResults.Hit] {
    try cues.enumerated().map { index, found in
      let details = try run.details(
        of: episode.episode, around: found, neighbours: neighbours)
      let cue = details.cue(found.cue)
      let matches = try details.ranges(of: found.matches, in: cue)
      let starts = matches.map {
        details.wordStart(at: cue.text.lowerBound + $0.lowerBound, in: cue)
      }
      return SearchResults.Hit(
        rank: firstRank + index, score: episode.score,
        cue: CitedCue(
          cue, at: found.cue, of: record, named: name, text: details.text(of: cue),
          matchStart: starts.first.flatMap(\.self)),
        matches: matches, matchStarts: starts,
        occurrences: found.matches.count,
        repetitions: repeated.repetitions(of: found.cue, in: episode.episode),
        before: details.texts(of: max(0, found.cue - neighbours)..<found.cue),
        after: details.texts(
          of: found.cue + 1..<found.cue + 1 + min(neighbours, cueCount - found.cue - 1)))
    }
  }
}

extension EpisodeDetails {
  fileprivate func text(of cue: CueRecord) -> String {
    String(decoding: text[cue.text], as: UTF8.self)
  }

  fileprivate func texts(of cues: Range<Int>) -> [String] { cues.map { text(of: cue($0)) } }

  /// Where the matches stand in a cue; one that goes on in the next cue ends with this one.
  fileprivate func ranges(
    of matches: [PatternMatch], in cue: CueRecord
  ) throws -> [Range<Int>] {
    try matches.map { match in
      let range = try range(of: match).clamped(to: cue.text)
      return range.lowerBound - cue.text.lowerBound..<range.upperBound - cue.text.lowerBound
    }.merged()
  }
}

extension [Range<Int>] {
  /// The ranges in ascending order, those that touch or overlap made one.
  func merged() -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
