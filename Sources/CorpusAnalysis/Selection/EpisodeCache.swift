import InvertedIndex

/// What was decoded of episodes: groups of speakers and of parts ask for the same ones again and again.
///
/// As groups go through the episodes in order, what was decoded first is kept, and what has no room is decoded for
/// each group anew.
struct EpisodeCache {
  private struct Episode {
    let terms: [UInt32]
    var joints: [WordJoint] = []
    var spellings: [UInt32] = []
    /// Read when speakers are asked for.
    var speech: SpeakerCues?
  }

  private var kept: [Int: Episode] = [:]
  private var last: (number: Int, episode: Episode)?
  /// For how many words there is room.
  private var room: Int

  /// - Parameter keepsEpisodes: whether more than the last episode is kept: 64 MB of terms, and more where joints
  ///   and spellings are asked for.
  init(keepsEpisodes: Bool) { room = keepsEpisodes ? 16 << 20 : -1 }

  /// The words of a member; without joints unless they are wanted.
  mutating func words(
    of member: CorpusSelection.Member, in index: IndexReader, joints wantsJoints: Bool
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

  /// The spelling of each word of an episode.
  mutating func spellings(
    of number: Int, in index: IndexReader
  ) throws(IndexError) -> [UInt32] {
    var episode = try take(number, of: index)
    if episode.spellings.isEmpty { episode.spellings = try index.words(of: number) }
    keep(episode, number)
    return episode.spellings
  }

  private mutating func take(
    _ number: Int, of index: IndexReader
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
