import InvertedIndex

/// What was decoded of episodes: groups of speakers and of parts ask for the same ones again and again.
///
/// As groups go through the episodes in order, what was decoded first is kept, and what has no room is decoded for
/// each group anew.
struct EpisodeCache {
  private struct Episode {
    let terms: [UInt32]
    var joints: [WordJoint] = []
    /// Read when speakers are asked for.
    var speech: SpeakerCues?
  }

  private var kept: [Int: Episode] = [:]
  private var last: (number: Int, episode: Episode)?
  /// For how many words there is room.
  private var room: Int

  /// - Parameter keepsEpisodes: whether more than the last episode is kept: 64 MB of terms, and a quarter more where
  ///   joints are asked for.
  init(keepsEpisodes: Bool) { room = keepsEpisodes ? 16 << 20 : -1 }

  /// The words of a member; without joints unless they are wanted.
  mutating func words(
    of member: CorpusSelection.Member, in index: some WordIndex, joints wantsJoints: Bool
  ) throws(IndexError) -> MemberWords {
    let number = member.episode
    var episode = try take(number, of: index)
    if wantsJoints, episode.joints.isEmpty { episode.joints = try index.joints(of: number) }
    if member.speakers != nil, episode.speech == nil {
      episode.speech = SpeakerCues(try index.cues(of: number))
    }
    defer { keep(episode, number) }
    return MemberWords(
      terms: episode.terms, joints: episode.joints,
      try member.wordRanges(in: index, speech: episode.speech))
  }

  private mutating func take(
    _ number: Int, of index: some WordIndex
  ) throws(IndexError) -> Episode {
    if let episode = kept[number] { return episode }
    if let last, last.number == number { return last.episode }
    return Episode(terms: try index.terms(of: number))
  }

  private mutating func keep(_ episode: Episode, _ number: Int) {
    if kept[number] != nil {
      kept[number] = episode
    } else if episode.terms.count <= room {
      kept[number] = episode
      room -= episode.terms.count
    } else {
      last = (number, episode)
    }
  }
}
