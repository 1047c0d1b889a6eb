import InvertedIndex
import TestSupport
import Testing

@testable import CorpusAnalysis

/// What is folded into longer phrases, where lines are taken from, and what loops repeat.
@Suite struct NestingTests {
  /// Words, each row of them in a cue of its own that ends with a comma.
  private static func index(_ rows: [[String]], loops: [Range<Int>] = []) throws -> IndexReader {
    var episode = PlainEpisode(
      path: "/a",
      cues: rows.enumerated().map { number, row in
        PlainEpisode.Cue(
          row.enumerated().map {
            PlainEpisode.Word($1, after: $0 == row.count - 1 ? "，" : "")
          }, start: Int32(number * 1000))
      })
    episode.record.loops = loops
    return try PlainEpisode.index([episode])
  }

  private static func inventory(
    _ rows: [[String]], _ units: TermUnits = .both, in index: IndexReader
  ) throws -> TermInventory {
    let phrases = try rows.map { row -> Phrase in
      let words = try row.map { UInt32(try #require(try index.term(withKey: Array($0.utf8)[...]))) }
      return Phrase(
        row: words, key: Array(row.joined().utf8),
        statistics: PhraseStatistics(
          count: 1, logLikelihood: 0, npmi: 0, freedom: 0, cValue: 0))
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return try TermInventory(
      units, phrases: PhraseList(phrases), of: index)
  }

  /// The terms that a table shows, and of each that is nested in which one.
  private static func shown(
    _ index: IndexReader, _ terms: TermInventory, nested: Bool
  ) throws -> [String] {
    let selection = try CorpusSelection(
      of: index, by: .total, names: ["a"], usesSpeakers: false
    ) { _, _ in true }
    let frequencies = try TermFrequencies.count(selection, in: index, terms: terms)[0]
    let hidden = try TermFilter().hidden(in: index, terms: terms)
    let table = try TermTable(
      frequencies, of: index, terms: terms, hidden: hidden, order: .count, top: 99,
      showsNested: nested)
    return try table.rows.map { row in
      let inside = try row.nestedIn.map { try "<" + terms.key(of: $0, in: index) } ?? ""
      return try "\(terms.key(of: row.term, in: index)) \(row.count)\(inside)"
    }
  }

  @Test func whatStandsMostlyInsideIsFolded() throws {
    let law = ["摩尔", "定律"]
    // 摩尔 3 of 5 times inside, 定律 3 of 6.
    let index = try Self.index([law, law, law, ["摩尔"], ["摩尔"], ["定律"], ["定律"], ["定律"]])
    let terms = try Self.inventory([law], in: index)
    #expect(try Self.shown(index, terms, nested: false) == ["定律 6", "摩尔定律 3"])
    #expect(
      try Self.shown(index, terms, nested: true) == ["定律 6", "摩尔 5<摩尔定律", "摩尔定律 3"])
  }

  @Test func whatIsFoldedFoldsNothing() throws {
    let (long, short) = (["地方", "创", "生"], ["创", "生"])
    let index = try Self.index([long, long, long, short, ["创新"], ["生"], ["生"]])
    let terms = try Self.inventory([long, short], in: index)
    #expect(
      try Self.shown(index, terms, nested: true) == [
        "创生 4<地方创生", "地方 3<地方创生", "地方创生 3", "创新 1",
      ])
    #expect(try Self.shown(index, terms, nested: false) == ["地方创生 3", "创新 1"])
  }

  /// Tables of phrases have words that are as long.
  @Test func unitsChooseWhatIsListed() throws {
    let index = try Self.index([["社会", "企业"], ["诺贝尔奖"], ["社会"], ["社会"]])
    func shown(_ units: TermUnits) throws -> [String] {
      try Self.shown(index, try Self.inventory([["社会", "企业"]], units, in: index), nested: true)
    }
    #expect(try shown(.words) == ["社会 3", "企业 1", "诺贝尔奖 1"])
    #expect(try shown(.phrases) == ["社会企业 1", "诺贝尔奖 1"])
    #expect(try shown(.both) == ["社会 3", "企业 1<社会企业", "社会企业 1", "诺贝尔奖 1"])
  }

  @Test func loopsAreCountedAndLeftOut() throws {
    let rows = [["谢谢", "观看"], ["谢谢", "观看"], ["谢谢", "观看"], ["谢谢", "数据"]]
    let index = try Self.index(rows, loops: [1..<3])
    #expect(try index.record(of: 0).loops == [1..<3] && index.record(of: 0).loopCueCount == 2)
    let terms = try Self.inventory([["谢谢", "观看"]], in: index)
    let everything = CorpusSelection(everythingIn: index)
    let members = everything.groups[0].members
    let list = Array(0..<terms.count)
    var loops = CueSet()
    loops.insert(try index.record(of: 0).loops, of: 0)
    let counts = try RepeatedCounts.count(list, terms, in: members, of: index, loops)
    let byKey = try Dictionary(
      uniqueKeysWithValues: list.map { try (terms.key(of: $0, in: index), counts[$0]) })
    #expect(byKey == ["谢谢": 2, "观看": 2, "数据": 0, "谢谢观看": 2])
    let without = everything.leavingOut(loops)
    let left = try TermFrequencies.count(without, in: index, terms: terms)[0]
    #expect(left.wordCount == 4)
    #expect(
      try left.counts.map { try "\(terms.key(of: $0.term, in: index)) \($0.count)" }.sorted()
        == ["数据 1", "观看 1", "谢谢 2", "谢谢观看 1"])
    #expect(
      try RepeatedCounts.count(list, terms, in: without.groups[0].members, of: index, loops)
        .allSatisfy { $0 == 0 })
  }

  @Test func samplesAreSpread() {
    var sample = SpreadSample<Int>(limit: 8)
    for value in 0..<1000 { sample.add(value) }
    #expect((4...8).contains(sample.values.count))
    let steps = zip(sample.values, sample.values.dropFirst()).map { $1 - $0 }
    #expect(Set(steps).count == 1 && sample.values.last! > 800)
    #expect(Array(0..<10).spread(2) == [2, 7] && [1, 2].spread(5) == [1, 2])
  }

  /// Places of several episodes before several of one, and where there are too few, all.
  @Test func placesAreSpreadOverEpisodes() throws {
    let episodes = (0..<6).map { number in
      PlainEpisode(
        path: "/\(number)",
        cues: (0..<(number == 0 ? 20 : 1)).map { _ in
          PlainEpisode.Cue([PlainEpisode.Word("数据"), PlainEpisode.Word("中心", after: "，")])
        })
    }
    let index = try PlainEpisode.index(episodes)
    let terms = try Self.inventory([["数据", "中心"]], in: index)
    let phrase = terms.count - 1
    func places(_ count: Int) throws -> [[Int]] {
      let members = CorpusSelection(everythingIn: index).groups[0].members
      let word = try #require(try index.term(withKey: Array("数据".utf8)[...]))
      let found = try TermPlaces.places(
        of: [phrase, word], terms, in: members, of: index, count: count)
      #expect(found[0].map(\.words.lowerBound) == found[1].map(\.words.lowerBound))
      #expect(
        found[0].allSatisfy { $0.words.count == 2 } && found[1].allSatisfy { $0.words.count == 1 })
      return Dictionary(grouping: found[0], by: \.episode).sorted { $0.key < $1.key }
        .map { $0.value.map(\.words.lowerBound) }
    }
    #expect(try places(3).map(\.count) == [1, 1, 1])
    let eight = try places(8)
    #expect(
      eight.map(\.count) == [3, 1, 1, 1, 1, 1] && eight[0].allSatisfy { $0.isMultiple(of: 2) })
    #expect(try places(100).map(\.count) == [20, 1, 1, 1, 1, 1])
  }
}
