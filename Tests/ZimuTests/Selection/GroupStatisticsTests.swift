import Indexing
import InvertedIndex
import TestSupport
import Testing
import Zimu

/// What `zimu stats` counts in selections, held against lists of words.
@Suite struct GroupStatisticsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func index() async throws -> TranscriptIndex {
    try folder.write("[甲]: 数据中心和數據\n[乙]: 模型AI\n[甲]: AI ai 模型\n", to: "t/a/2024-01 一.txt")
    try folder.write("[甲]: 数据\n[乙]: 。。。\n", to: "t/a/2024-02 二.txt")
    try folder.write("數據中心\n模型\n", to: "t/b/2024-02 三.txt")
    try folder.write("，\n", to: "t/三.txt")
    _ = try await IndexingRun(
      IndexingOptions(paths: [folder.path + "/t"], indexPath: folder.path + "/x")
    ).run()
    return try TranscriptIndex(at: folder.path + "/x")
  }

  /// All words, cue by cue, with the group of each.
  private func plain(
    _ index: TranscriptIndex, group: (EpisodeRecord, String) -> String?
  ) async throws -> [String: [String: Int]] {
    var seen: [String: [String: Set<String>]] = [:]
    var sums: [String: [String: Int]] = [:]
    let reader = try IndexDirectory(folder.path + "/x").open()
    for (episode, record) in try reader.episodes.enumerated() {
      let tokens = try reader.tokens(of: episode)
      for cue in try reader.cues(of: episode) {
        let speaker = cue.speaker.map { record.speakers[$0] } ?? ""
        guard let group = group(record, speaker) else { continue }
        sums[group, default: [:]]["cues", default: 0] += 1
        sums[group]!["words", default: 0] += cue.words.count
        seen[group, default: [:]]["episodes", default: []].insert("\(episode)")
        for token in tokens[cue.words] {
          let spelling = String(decoding: try reader.spelling(token.spelling), as: UTF8.self)
          let term = try reader.term(ofSpelling: token.spelling)
          let key = String(decoding: try reader.key(of: term), as: UTF8.self)
          seen[group]!["terms", default: []].insert(key)
          seen[group]!["spellings", default: []].insert("\(key) \(spelling)")
          seen[group]!["postings", default: []].insert("\(episode) \(key)")
        }
      }
    }
    for (group, sets) in seen {
      for (name, set) in sets { sums[group]![name] = set.count }
    }
    return sums
  }

  private func found(_ groups: [GroupStatistics]) -> [String: [String: Int]] {
    Dictionary(
      uniqueKeysWithValues: groups.map { group in
        let values = [
          "episodes": group.episodes, "cues": group.cues, "words": group.words,
          "terms": group.terms, "spellings": group.spellings, "postings": group.postings,
        ]
        return (group.label, values.filter { $0.value > 0 || $0.key == "words" })
      })
  }

  @Test func groupsAreCountedAsListsOfWords() async throws {
    let index = try await index()
    #expect(try await found(index.statistics(where: nil)) == plain(index) { _, _ in "" })
    for (grouping, label) in [
      (Grouping.show, { $0.show }), (.year, { String($0.date.prefix(4)) }), (.month, { $0.date }),
    ] as [(Grouping, (EpisodeRecord) -> String)] {
      let groups = try index.statistics(where: nil, by: grouping)
      #expect(try await found(groups) == plain(index) { record, _ in label(record) })
      #expect(groups.map(\.label) == groups.map(\.label).sorted())
    }
    #expect(
      try await found(index.statistics(where: nil, by: .speaker)) == plain(index) { $1 })
  }

  @Test func filtersSelectCues() async throws {
    let index = try await index()
    #expect(
      try await found(index.statistics(where: "speaker:甲 AND date:2024-01"))
        == plain(index) { $0.date == "2024-01" && $1 == "甲" ? "" : nil })
    #expect(
      try await found(index.statistics(where: "NOT speaker:甲", by: .show))
        == plain(index) { $1 == "甲" ? nil : $0.show })
    #expect(try index.statistics(where: "show:none").isEmpty)
  }

  /// All of an index by both ways of counting: from its dictionary, and from its words.
  @Test func bothWaysAgree() async throws {
    let index = try await SampleIndex.open()
    let (whole, counted) = (try index.statistics(), try index.statistics(where: nil)[0])
    #expect(counted.episodes == whole.episodes && counted.words == whole.words)
    #expect(counted.terms == whole.terms && counted.spellings == whole.spellings)
    #expect(counted.postings == whole.postings)
  }
}
