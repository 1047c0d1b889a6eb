public import InvertedIndex

/// The episodes, or the parts of them by some speakers, that an analysis looks at, in groups.
public struct CorpusSelection: Sendable {
  /// An episode, or what some of its speakers say in it.
  public struct Member: Hashable, Sendable {
    public let episode: Int
    /// Speakers by number, `nil` being cues without one; or all cues where this itself is `nil`.
    public let speakers: Set<Int?>?
    /// The cues that are left out, in order, apart from each other.
    fileprivate(set) var leftOut: [Range<Int>] = []
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
  ///   - leftOut: cues that are left out.
  ///   - includes: whether what a speaker (`nil`: none) says in an episode is selected.
  public init(
    of index: IndexReader, by grouping: Grouping, names: [String], usesSpeakers: Bool,
    leavingOut leftOut: CueSet = CueSet(),
    includes: (_ episode: Int, _ speaker: Int?) -> Bool
  ) throws(IndexError) {
    isEverything = false
    var groups: [String: [Member]] = [:]
    for (episode, record) in try index.episodes.enumerated() {
      if case .part(let part) = grouping {
        let speakers =
          usesSpeakers ? Self.speakers(of: record) { includes(episode, $0) } : nil
        guard speakers.map({ !$0.isEmpty }) ?? includes(episode, nil) else { continue }
        let whole = Member(episode: episode, speakers: speakers, leftOut: leftOut[episode])
        for (label, member) in try whole.parts(part, record, in: index) {
          groups[label, default: []].append(member)
        }
      } else if usesSpeakers || grouping == .speaker {
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
    let sorted = groups.map { Group(label: $0.key, members: $0.value) }
      .sorted { $0.label.utf8.lexicographicallyPrecedes($1.label.utf8) }
    self.groups = Self.leavingOut(leftOut, of: sorted)
  }

  private static func speakers(
    of record: EpisodeRecord, where includes: (Int?) -> Bool
  ) -> Set<Int?> {
    Set(([nil] + record.speakers.indices.map(Optional.some)).filter(includes))
  }

  /// Selects everything, in one group.
  public init(everythingIn index: IndexReader) {
    let members = (0..<index.episodeCount).map { Member(episode: $0, speakers: nil) }
    groups = members.isEmpty ? [] : [Group(label: "", members: members)]
    isEverything = true
  }

  /// The members of each group.
  public var membersByLabel: [String: [Member]] {
    Dictionary(uniqueKeysWithValues: groups.map { ($0.label, $0.members) })
  }

  /// Whether parts of one episode, by its speakers or by time, are in several groups.
  var hasEpisodesInSeveralGroups: Bool {
    var seen: Set<Int> = []
    return groups.contains { $0.members.contains { !seen.insert($0.episode).inserted } }
  }

  /// The same without some cues.
  public func leavingOut(_ cues: CueSet) -> CorpusSelection {
    if cues.isEmpty { return self }
    return CorpusSelection(groups: Self.leavingOut(cues, of: groups), isEverything: false)
  }

  private static func leavingOut(_ cues: CueSet, of groups: [Group]) -> [Group] {
    guard !cues.isEmpty else { return groups }
    var groups = groups
    for group in groups.indices {
      for member in groups[group].members.indices {
        let own = groups[group].members[member]
        groups[group].members[member].leftOut = own.leftOut.union(cues[own.episode])
      }
    }
    return groups
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
    let leftOut = leftOut.intersection(other.leftOut)
    guard let speakers, let others = other.speakers else {
      return Self(episode: episode, speakers: nil, leftOut: leftOut)
    }
    return Self(episode: episode, speakers: speakers.union(others), leftOut: leftOut)
  }

  /// Whether the member is all that its episode has.
  package var isWhole: Bool { speakers == nil && leftOut.isEmpty }

  /// The words of this member, as ranges of the episode's word stream.
  package func wordRanges(in index: IndexReader) throws(IndexError) -> [Range<Int>] {
    try wordRanges(in: index, speech: nil)
  }

  /// - Parameter speech: which cues each speaker of the episode has, where that is known.
  func wordRanges(
    in index: IndexReader, speech: SpeakerCues?
  ) throws(IndexError) -> [Range<Int>] {
    try words(of: try cueRanges(in: index, speech: speech), in: index)
  }

  /// How many words this member has.
  package func wordCount(in index: IndexReader) throws(IndexError) -> Int {
    if isWhole { return try index.wordCount(of: episode) }
    return try wordRanges(in: index).reduce(0) { $0 + $1.count }
  }

  /// The cues of this member.
  func cues(in index: IndexReader) throws(IndexError) -> [CueRecord] {
    let cues = try index.cues(of: episode)
    return try cueRanges(in: index).flatMap { cues[$0] }
  }

  /// The numbers of the cues of this member, in order.
  package func cueNumbers(in index: IndexReader) throws(IndexError) -> [Int] {
    try cueRanges(in: index).flatMap { $0 }
  }

  /// Whether a cue of the episode belongs to this member.
  package func has(_ cue: Int, speaker: Int?) -> Bool {
    (speakers?.contains(speaker) ?? true) && !leftOut.containsInOrder(cue)
  }

  /// The parts by time that this member has cues in, by their labels.
  fileprivate func parts(
    _ part: RecordingPart, _ record: EpisodeRecord, in index: IndexReader
  ) throws(IndexError) -> [(label: String, member: Self)] {
    let cues = try index.cues(of: episode)
    var labels: [String: [Range<Int>]] = [:]
    for (number, cue) in cues.enumerated() where has(number, speaker: cue.speaker) {
      let label = part.label(of: cue.start, duration: record.duration)
      labels[label, default: []].append(number..<number + 1)
    }
    return labels.map { label, ranges in
      let others = [Range<Int>].complement(of: [].union(ranges), in: cues.count)
      return (label, Self(episode: episode, speakers: speakers, leftOut: others))
    }
  }

  /// How many cues this member has, and how many of them are among others.
  package func cueCounts(
    in index: IndexReader, among others: CueSet
  ) throws(IndexError) -> (all: Int, among: Int) {
    let cues = try cueRanges(in: index)
    let among = cues.intersection(others[episode])
    return (cues.reduce(0) { $0 + $1.count }, among.reduce(0) { $0 + $1.count })
  }

  /// The words that this member has in some cues.
  func wordRanges(
    in index: IndexReader, of cues: CueSet
  ) throws(IndexError) -> [Range<Int>] {
    let others = cues[episode]
    if others.isEmpty { return [] }
    return try words(of: try cueRanges(in: index).intersection(others), in: index)
  }

  /// The cues of this member by number, in order and apart from each other.
  private func cueRanges(
    in index: IndexReader, speech: SpeakerCues? = nil
  ) throws(IndexError) -> [Range<Int>] {
    let cues = [Range<Int>].complement(of: leftOut, in: try index.cueCount(of: episode))
    guard let speakers else { return cues }
    let speech = if let speech { speech } else { SpeakerCues(try index.cues(of: episode)) }
    return speech.cues(of: speakers).intersection(cues)
  }

  private func words(
    of cues: [Range<Int>], in index: IndexReader
  ) throws(IndexError) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for cues in cues { ranges.append(try index.words(ofCues: cues, of: episode)) }
    return ranges
  }
}
