public import InvertedIndex

/// The episodes, or the parts of them by some speakers, that an analysis looks at, in groups.
public struct CorpusSelection: Sendable {
  /// An episode, or what some of its speakers say in it.
  public struct Member: Hashable, Sendable {
    public let episode: Int
    /// Speakers by number, `nil` being cues without one; or all cues where this itself is `nil`.
    public let speakers: Set<Int?>?
    /// Whether what loops of a speech recogniser repeat is left out.
    var leavesOutLoops = false
  }

  public struct Group: Sendable {
    public let label: String
    /// In order of episodes.
    public fileprivate(set) var members: [Member]
  }

  /// In order of their labels by code point.
  public let groups: [Group]
  /// Whether all of the index is selected, in one group.
  public let isEverything: Bool

  /// Selects and groups.
  ///
  /// - Parameters:
  ///   - names: what each episode is called in tables.
  ///   - usesSpeakers: whether `includes` looks at speakers.
  ///   - includes: whether what a speaker (`nil`: none) says in an episode is selected.
  public init(
    of index: some WordIndex, by grouping: Grouping, names: [String], usesSpeakers: Bool,
    includes: (_ episode: Int, _ speaker: Int?) -> Bool
  ) throws(IndexError) {
    isEverything = false
    var groups: [String: [Member]] = [:]
    for (episode, record) in try index.episodes.enumerated() {
      if usesSpeakers || grouping == .speaker {
        for speaker in [nil] + record.speakers.indices.map(Optional.some)
        where includes(episode, speaker) {
          let name = speaker.map { record.speakers[$0] } ?? ""
          let label = grouping.label(record, name: names[episode], speaker: name)
          Self.add(speaker, of: episode, to: &groups[label, default: []])
        }
      } else if includes(episode, nil) {
        let label = grouping.label(record, name: names[episode], speaker: "")
        groups[label, default: []].append(Member(episode: episode, speakers: nil))
      }
    }
    self.groups = groups.map { Group(label: $0.key, members: $0.value) }
      .sorted { $0.label.utf8.lexicographicallyPrecedes($1.label.utf8) }
  }

  /// Selects everything, in one group.
  public init(everythingIn index: some WordIndex) {
    let members = (0..<index.episodeCount).map { Member(episode: $0, speakers: nil) }
    groups = members.isEmpty ? [] : [Group(label: "", members: members)]
    isEverything = true
  }

  /// The members of each group.
  public var membersByLabel: [String: [Member]] {
    Dictionary(uniqueKeysWithValues: groups.map { ($0.label, $0.members) })
  }

  /// The same without what loops of a speech recogniser repeat.
  public func withoutLoops(in index: some WordIndex) throws(IndexError) -> CorpusSelection {
    guard try index.episodes.contains(where: { !$0.loops.isEmpty }) else { return self }
    var groups = groups
    for group in groups.indices {
      for member in groups[group].members.indices {
        groups[group].members[member].leavesOutLoops = true
      }
    }
    return CorpusSelection(groups: groups, isEverything: false)
  }

  private init(groups: [Group], isEverything: Bool) {
    (self.groups, self.isEverything) = (groups, isEverything)
  }

  private static func add(_ speaker: Int?, of episode: Int, to members: inout [Member]) {
    if let last = members.last, last.episode == episode {
      members[members.count - 1] = Member(
        episode: episode, speakers: (last.speakers ?? []).union([speaker]))
    } else {
      members.append(Member(episode: episode, speakers: [speaker]))
    }
  }
}

extension CorpusSelection.Member {
  /// What this member or another one of the same episode has.
  func union(_ other: Self) -> Self {
    guard let speakers, let others = other.speakers else {
      return Self(episode: episode, speakers: nil, leavesOutLoops: leavesOutLoops)
    }
    return Self(
      episode: episode, speakers: speakers.union(others), leavesOutLoops: leavesOutLoops)
  }

  /// The words of this member, as ranges of the episode's word stream.
  package func wordRanges(in index: some WordIndex) throws(IndexError) -> [Range<Int>] {
    let record = try index.record(of: episode)
    if speakers == nil, !leavesOutLoops || record.loops.isEmpty { return [0..<record.wordCount] }
    return try cues(in: index).map(\.words)
  }

  /// How many words this member has.
  package func wordCount(in index: some WordIndex) throws(IndexError) -> Int {
    if speakers == nil, !leavesOutLoops { return try index.wordCount(of: episode) }
    return try wordRanges(in: index).reduce(0) { $0 + $1.count }
  }

  /// The cues of this member.
  func cues(in index: some WordIndex) throws(IndexError) -> [CueRecord] {
    let record = try index.record(of: episode)
    return try cues(in: index) { !leavesOutLoops || !record.isInLoop($0) }
  }

  /// How many cues this member has, and how many of them loops of a speech recogniser repeat.
  package func cueCounts(
    in index: some WordIndex
  ) throws(IndexError) -> (all: Int, repeated: Int) {
    let record = try index.record(of: episode)
    let loops = leavesOutLoops ? [] : try cues(in: index, where: record.isInLoop)
    let all =
      speakers == nil
      ? record.cueCount - (leavesOutLoops ? record.loopCueCount : 0) : try cues(in: index).count
    return (all, loops.count)
  }

  /// The words of this member that loops of a speech recogniser repeat.
  func loopRanges(in index: some WordIndex) throws(IndexError) -> [Range<Int>] {
    let record = try index.record(of: episode)
    guard !record.loops.isEmpty, !leavesOutLoops else { return [] }
    return try cues(in: index, where: record.isInLoop).map(\.words)
  }

  /// The cues by the member's speakers whose numbers fit.
  private func cues(
    in index: some WordIndex, where fits: (Int) -> Bool
  ) throws(IndexError) -> [CueRecord] {
    try index.cues(of: episode).enumerated()
      .filter { (speakers?.contains($1.speaker) ?? true) && fits($0) }.map(\.element)
  }
}
