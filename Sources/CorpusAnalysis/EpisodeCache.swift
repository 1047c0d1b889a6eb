import InvertedIndex

/// What was decoded last of an episode: groups of speakers ask for the same one again and again.
struct EpisodeCache {
  private var episode = -1
  private var terms: [UInt32] = []
  private var joints: [WordJoint] = []
  /// The cues of each speaker, by number, with their words; read when speakers are asked for.
  private var cues: [Int?: [(number: Int, words: Range<Int>)]]?

  /// The words of a member; without joints unless they are wanted.
  mutating func words(
    of member: CorpusSelection.Member, in index: some WordIndex, joints wantsJoints: Bool
  ) throws(IndexError) -> MemberWords {
    if episode != member.episode {
      (terms, joints, cues) = (try index.terms(of: member.episode), [], nil)
      episode = member.episode
    }
    if wantsJoints, joints.isEmpty { joints = try index.joints(of: episode) }
    return MemberWords(terms: terms, joints: joints, try ranges(of: member, in: index))
  }

  private mutating func ranges(
    of member: CorpusSelection.Member, in index: some WordIndex
  ) throws(IndexError) -> [Range<Int>] {
    guard let speakers = member.speakers else { return try member.wordRanges(in: index) }
    if cues == nil {
      var read: [Int?: [(number: Int, words: Range<Int>)]] = [:]
      for (number, cue) in try index.cues(of: episode).enumerated() {
        read[cue.speaker, default: []].append((number, cue.words))
      }
      cues = read
    }
    var found = speakers.flatMap { cues?[$0] ?? [] }
    if speakers.count > 1 { found.sort { $0.number < $1.number } }
    if member.leftOut.isEmpty { return found.map(\.words) }
    return found.filter { !member.leftOut.containsInOrder($0.number) }.map(\.words)
  }
}
