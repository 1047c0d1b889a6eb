import InvertedIndex

/// Who speaks in each cue of an episode.
struct EpisodeSpeakers {
  private let stream: EpisodeStream
  /// Of each cue, -1 where nobody is known.
  private let cues: [Int32]

  init(_ stream: EpisodeStream, _ cues: [CueRecord]) {
    self.stream = stream
    self.cues = cues.map { Int32($0.speaker ?? -1) }
  }

  /// The speaker of the cue in which a word stands; `nil` where nobody is known.
  func speaker(ofWord position: Int) -> Int? {
    let speaker = cues[stream.cue(ofWord: position)]
    return speaker < 0 ? nil : Int(speaker)
  }
}
