import ICUSupport
import InvertedIndex
import Transcripts
import WordSegmentation

/// Turns transcripts into episodes that an index can take.
final class EpisodeAnalyzer {
  private let cues: CueAnalyzer

  init(_ segmentation: Segmentation) throws(ICUError) {
    cues = try CueAnalyzer(segmentation)
  }

  func analyze(
    _ transcript: Transcript, record: EpisodeRecord
  ) throws(ICUError) -> IndexableEpisode {
    var record = record
    record.speakers = transcript.speakers
    var episode = IndexableEpisode(record: record, text: transcript.text)
    var joint = WordToken.Gap.none
    var speaker: Int?
    for cue in transcript.cues {
      if episode.wordCount > 0, cue.speaker != speaker { joint = .turnEnd }
      speaker = cue.speaker
      try add(cue, of: transcript, to: &episode, &joint)
    }
    episode.setLastGap(.turnEnd)
    return episode
  }

  /// Adds the words of a cue.
  ///
  /// - Parameter joint: what stands between the last word so far and this cue; afterwards what
  ///   stands between the last word and the next cue.
  private func add(
    _ cue: Cue, of transcript: Transcript, to episode: inout IndexableEpisode,
    _ joint: inout WordToken.Gap
  ) throws(ICUError) {
    let text = transcript.text[cue.text]
    let words = try cues.words(of: text)
    // Punctuation on either side of the joint parts the words more than the end of a cue does;
    // white space does not.
    if words.lead == .other, joint != .turnEnd { joint = .other }
    for (index, word) in words.words.enumerated() {
      if index == 0 { episode.setLastGap(joint) }
      let original = word.original
      episode.addWord(
        key: words.form[word.key],
        spelling: text[
          text.startIndex + original.lowerBound..<text.startIndex + original.upperBound],
        kind: word.kind.rawValue, gap: word.gap)
      joint = word.gap == .other ? .other : .cueEnd
    }
    episode.addCue(
      text: cue.text, start: cue.start.map(Int.init), end: cue.end.map(Int.init),
      speaker: cue.speaker)
  }
}
