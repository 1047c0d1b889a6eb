import Indexing
import TestSupport
import Testing
import Zimu

/// Parts of episodes and ranges of time, held against scans over all cues.
@Suite struct PartTests {
  private struct Cue {
    let start, end: Int?
    let speaker: String
    let words: [String]
  }

  private static let vocabulary = ["数据", "模型", "天气", "AI", "智能"]
  private static let speakers = ["甲", "乙", "丙"]

  /// Episodes of random cues, some of them without times; indexed with what each cue is.
  private static func index(
    seed: UInt64, in folder: TemporaryFolder
  ) async throws -> (index: TranscriptIndex, episodes: [[Cue]]) {
    var random = SeededGenerator(seed: seed)
    var episodes: [[Cue]] = []
    for number in 0..<6 {
      var time = 0
      let cues = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        time += Int.random(in: 1...90_000, using: &random)
        let isTimed = number != 4 && Int.random(in: 0..<8, using: &random) > 0
        return Cue(
          start: isTimed ? time : nil, end: isTimed ? time + 500 : nil,
          speaker: speakers.randomElement(using: &random)!,
          words: (0..<Int.random(in: 1...5, using: &random)).map { _ in
            vocabulary.randomElement(using: &random)!
          })
      }
      let rows = cues.map { cue in
        let times = [cue.start, cue.end].map { $0.map { "\($0)" } ?? "" }
        return (times + [cue.speaker, cue.words.joined(separator: "，")]).joined(separator: "\t")
      }
      try folder.write(
        "start_ms\tend_ms\tspeaker\ttext\n" + rows.joined(separator: "\n"), to: "t/\(number).tsv")
      episodes.append(cues)
    }
    _ = try await IndexingRun(
      IndexingOptions(paths: [folder.path + "/t"], indexPath: folder.path + "/x")
    ).run()
    return (try TranscriptIndex(at: folder.path + "/x"), episodes)
  }

  /// What a plain scan finds in the group that each cue is in; `nil` is in none.
  private func scan(
    _ episodes: [[Cue]], group: ([Cue], Cue) -> String?
  ) -> [String: (cues: Int, words: [String: Int], episodes: Set<Int>)] {
    var found: [String: (cues: Int, words: [String: Int], episodes: Set<Int>)] = [:]
    for (number, cues) in episodes.enumerated() {
      for cue in cues {
        guard let group = group(cues, cue) else { continue }
        found[group, default: (0, [:], [])].cues += 1
        found[group]!.episodes.insert(number)
        for word in cue.words { found[group]!.words[word.lowercased(), default: 0] += 1 }
      }
    }
    return found
  }

  /// Each way of counting gives what the scan gives.
  private func check(
    _ index: TranscriptIndex, _ selection: String?, _ grouping: Grouping,
    _ expected: [String: (cues: Int, words: [String: Int], episodes: Set<Int>)]
  ) throws {
    let statistics = try index.statistics(where: selection, by: grouping)
    #expect(statistics.map(\.label) == expected.keys.sorted(), "\(selection ?? "") \(grouping)")
    var terms = TermsRequest()
    (terms.selection, terms.grouping, terms.top) = (selection, grouping, .max)
    terms.options.units = .words
    (terms.options.filter.minimumLength, terms.options.filter.showsNumbers) = (1, true)
    terms.options.filter.stopWords = StopWords([])
    let tables = try index.terms(terms).groups
    var counting = CountRequest(KeywordList(Self.vocabulary))
    (counting.selection, counting.grouping) = (selection, grouping)
    let counts = try index.count(counting)
    for group in statistics {
      let plain = expected[group.label] ?? (0, [:], [])
      #expect(group.cues == plain.cues && group.words == plain.words.values.reduce(0, +))
      #expect(group.episodes == plain.episodes.count)
      let table = try #require(tables.first { $0.label == group.label })
      let rows = Dictionary(uniqueKeysWithValues: table.rows.map { ($0.key, $0.count) })
      #expect(rows == plain.words, "\(selection ?? "") \(grouping) \(group.label)")
      let place = try #require(counts.labels.firstIndex(of: group.label))
      #expect(counts.wordCounts[place] == group.words)
      for (number, word) in Self.vocabulary.enumerated() {
        #expect(counts.cells[place][number].count == plain.words[word.lowercased()] ?? 0)
      }
    }
    try checkSearch(index, selection, grouping, expected)
  }

  private func checkSearch(
    _ index: TranscriptIndex, _ selection: String?, _ grouping: Grouping,
    _ expected: [String: (cues: Int, words: [String: Int], episodes: Set<Int>)]
  ) throws {
    let rows = try index.counts(of: SearchRequest("数据", selection: selection), by: grouping).rows
    let found = Dictionary(
      uniqueKeysWithValues: rows.filter { $0.count > 0 }.map { ($0.label, $0.count) })
    #expect(found == expected.compactMapValues { $0.words["数据"] })
    // The same filter within a query, for every cue.
    guard let selection else { return }
    let inQuery = try index.counts(of: SearchRequest("数据 AND (\(selection))"), by: grouping).rows
    #expect(inQuery.map(\.count) == rows.map(\.count))
    #expect(inQuery.map(\.wordCount) == rows.map(\.wordCount))
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6]) func partsAreThoseOfAScan(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let (index, episodes) = try await Self.index(seed: seed, in: folder)
    for length in [10, 60, 600] {
      let grouping = try #require(Grouping(rawValue: "part:\(length)s"))
      let expected = scan(episodes) { _, cue in
        guard let start = cue.start else { return "" }
        let first = start / 1000 / length * length
        return clock(first) + ".." + clock(first + length)
      }
      try check(index, nil, grouping, expected)
      let spoken = scan(episodes) { _, cue in
        guard cue.speaker == "甲" else { return nil }
        guard let start = cue.start else { return "" }
        let first = start / 1000 / length * length
        return clock(first) + ".." + clock(first + length)
      }
      try check(index, "speaker:甲", grouping, spoken)
    }
    for (name, count) in [("half", 2), ("quarter", 4), ("tenth", 10)] {
      let expected = scan(episodes) { cues, cue in
        guard let start = cue.start, let last = cues.compactMap(\.end).max() else { return "" }
        let part = (1...count).first { start * count < $0 * last } ?? count
        return (part < 10 && count > 9 ? "0" : "") + "\(part)/\(count)"
      }
      try check(index, nil, try #require(Grouping(rawValue: "part:\(name)")), expected)
    }
  }

  private func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }

  @Test(arguments: [7, 8, 9, 10]) func timesSelectCues(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let (index, episodes) = try await Self.index(seed: seed, in: folder)
    let (first, last) = (120_000, 600_000)
    let isBetween = { (cue: Cue) -> Bool in cue.start.map { first..<last ~= $0 } ?? false }
    let isBefore = { (cue: Cue, time: Int) -> Bool in cue.start.map { $0 < time } ?? false }
    var cases: [(String, (Cue) -> Bool)] = []
    cases.append(("time:00:02:00..00:10:00", isBetween))
    cases.append(("time:2min..", { $0.start != nil && !isBefore($0, first) }))
    cases.append(("time:..600", { isBefore($0, last) }))
    cases.append(("time:\"\"", { $0.start == nil }))
    cases.append(("NOT time:2m..10m", { !isBetween($0) }))
    cases.append(("time:2m..10m AND -speaker:乙", { $0.speaker != "乙" && isBetween($0) }))
    cases.append(("time:..2m OR speaker:丙", { $0.speaker == "丙" || isBefore($0, first) }))
    cases.append(("time:500h..", { _ in false }))
    for (filter, includes) in cases {
      try check(index, filter, .total, scan(episodes) { includes($1) ? "" : nil })
      try check(
        index, filter, .speaker, scan(episodes) { includes($1) ? $1.speaker : nil })
      try check(
        index, filter, try #require(Grouping(rawValue: "part:1min")),
        scan(episodes) { _, cue in
          guard includes(cue) else { return nil }
          guard let start = cue.start else { return "" }
          return clock(start / 60_000 * 60) + ".." + clock(start / 60_000 * 60 + 60)
        })
    }
  }

  /// In an OR with text, a range of time selects episodes.
  @Test func timesBesideTextSelectEpisodes() async throws {
    let folder = try TemporaryFolder()
    let (index, episodes) = try await Self.index(seed: 11, in: folder)
    let found = try index.counts(of: SearchRequest("不存在 OR time:5m.. OR 没有"), by: .episode).rows
    let expected = episodes.count { cues in
      cues.contains { $0.start.map { $0 >= 300_000 } ?? false }
    }
    #expect(found.count == expected)
  }

  @Test(arguments: ["part:", "part:x", "part:0", "part:0.5s", "part:1500ms", "parts", "Part:1m"])
  func otherNamesAreNoGroups(name: String) { #expect(Grouping(rawValue: name) == nil) }

  @Test func groupsHaveNames() {
    for grouping in Grouping.allCases { #expect(Grouping(rawValue: grouping.rawValue) == grouping) }
    for name in ["part:600s", "part:half", "part:third", "part:fifth"] {
      #expect(Grouping(rawValue: name)?.rawValue == name)
    }
    #expect(Grouping(rawValue: "part:10min") == Grouping(rawValue: "part:600s"))
  }
}
