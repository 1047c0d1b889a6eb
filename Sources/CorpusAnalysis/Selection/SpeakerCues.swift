import InvertedIndex

/// Which cues of an episode each speaker has.
struct SpeakerCues {
  /// By the speaker's number, in order and apart from each other.
  private var ranges: [Int?: [Range<Int>]] = [:]

  init(_ cues: [CueRecord]) {
    var start = 0
    for (number, cue) in cues.enumerated() where number > 0 && cue.speaker != cues[start].speaker {
      ranges[cues[start].speaker, default: []].append(start..<number)
      start = number
    }
    if start < cues.count { ranges[cues[start].speaker, default: []].append(start..<cues.count) }
  }

  /// The cues of some speakers, in order and apart from each other.
  func cues(of speakers: Set<Int?>) -> [Range<Int>] {
    if speakers.count == 1, let speaker = speakers.first { return ranges[speaker] ?? [] }
    return [].union(speakers.flatMap { ranges[$0] ?? [] })
  }
}
