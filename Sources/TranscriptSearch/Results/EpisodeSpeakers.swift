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

extension IndexSearch {
  /// Who speaks in an episode; read once for many texts.
  func speakers(of episode: Int) throws -> EpisodeSpeakers {
    if let known = knownSpeakers[episode] { return known }
    let location = locations[episode]
    let speakers = EpisodeSpeakers(
      try parts[location.part].stream(of: location.episode), try reader.cues(of: episode))
    if knownSpeakers.count >= Self.mostSpeakers { knownSpeakers = [:] }
    knownSpeakers[episode] = speakers
    return speakers
  }
}
