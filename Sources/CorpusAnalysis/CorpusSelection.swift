public import InvertedIndex

/// The episodes, or the parts of them by some speakers, that an analysis looks at, in groups.
public struct CorpusSelection: Sendable {
  /// An episode, or what some of its speakers say in it.
  public struct Member: Hashable, Sendable {
    public let episode: Int
    /// Speakers by number, `nil` being cues without one; or all cues where this itself is `nil`.
    public let speakers: Set<Int?>?
  }

  public struct Group: Sendable {
    public let label: String
    /// In order of episodes.
    public fileprivate(set) var members: [Member]
  }

  /// In order of their labels by code point.
  public let groups: [Group]
  /// Whether all of the index is selected, in one group.
  let isEverything: Bool

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
  /// The words of this member, as ranges of the episode's word stream.
  package func wordRanges(in index: some WordIndex) throws(IndexError) -> [Range<Int>] {
    guard let speakers else { return [0..<(try index.record(of: episode).wordCount)] }
    return try index.cues(of: episode).filter { speakers.contains($0.speaker) }.map(\.words)
  }
}
