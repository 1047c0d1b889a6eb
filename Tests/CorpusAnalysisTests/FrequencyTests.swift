import InvertedIndex
import TestSupport
import Testing

@testable import CorpusAnalysis

@Suite struct FrequencyTests {
  /// Words of one cue, by two speakers in turn.
  private static func index(_ cues: [[String]], after: String = "") throws -> IndexReader {
    try PlainEpisode.index(
      (0..<2).map { number in
        var episode = PlainEpisode(
          path: "/\(number)", speakers: ["甲", "乙"],
          cues: cues.prefix(number == 0 ? cues.count : 1).enumerated().map { cue, words in
            PlainEpisode.Cue(
              words.map {
                PlainEpisode.Word($0, kind: $0.utf8.first! < 0x80 ? 3 : 0, after: after)
              }, speaker: cue % 2)
          })
        (episode.record.title, episode.record.show) = ("", "s\(number)")
        episode.record.date = number == 0 ? "2024-02-03" : ""
        return episode
      })
  }

  private func selection(
    _ index: IndexReader, by grouping: Grouping, usesSpeakers: Bool = false,
    includes: (Int, Int?) -> Bool = { _, _ in true }
  ) throws -> CorpusSelection {
    try CorpusSelection(
      of: index, by: grouping, names: ["a", "b"], usesSpeakers: usesSpeakers, includes: includes)
  }

  /// `label: word=count/episodes …, total`.
  private func described(_ frequencies: [TermFrequencies], _ index: IndexReader) throws -> [String]
  {
    try frequencies.map { group in
      let counts = try group.counts.map {
        "\(String(decoding: try index.key(of: $0.term), as: UTF8.self))=\($0.count)/\($0.episodes)"
      }
      return "\(group.group): \(counts.joined(separator: " ")), \(group.wordCount)"
    }
  }

  private let cues = [["ai", "数据", "ai"], ["数据"], ["ai"]]

  @Test func countsByGroup() throws {
    let index = try Self.index(cues)
    func count(_ grouping: Grouping) throws -> [String] {
      try described(try TermFrequencies.count(selection(index, by: grouping), in: index), index)
    }
    #expect(try count(.total) == [": ai=5/2 数据=3/2, 8"])
    #expect(try count(.show) == ["s0: ai=3/1 数据=2/1, 5", "s1: ai=2/1 数据=1/1, 3"])
    #expect(try count(.speaker) == ["乙: 数据=1/1, 1", "甲: ai=5/2 数据=2/2, 7"])
    #expect(try count(.month) == [": ai=2/1 数据=1/1, 3", "2024-02: ai=3/1 数据=2/1, 5"])
    #expect(try count(.quarter).last?.hasPrefix("2024-Q1:") == true)
    #expect(try count(.episode).map { $0.prefix(2) } == ["a:", "b:"])
  }

  @Test func selectsPartsOfEpisodes() throws {
    let index = try Self.index(cues)
    let second = try selection(index, by: .total, usesSpeakers: true) { _, speaker in speaker == 1 }
    #expect(try described(try TermFrequencies.count(second, in: index), index) == [": 数据=1/1, 1"])
    let none = try selection(index, by: .total) { _, _ in false }
    #expect(try TermFrequencies.count(none, in: index).isEmpty)
  }

  @Test func tablesRankAndSayWhatTheyHide() throws {
    let index = try Self.index([["ai", "数据", "ai", "的", "一张", "好"], ["模型", "数据"]])
    let frequencies = try TermFrequencies.count(selection(index, by: .total), in: index)[0]
    let hidden = try TermFilter().hidden(in: index)
    let terms = try TermInventory(of: index)
    let table = try TermTable(
      frequencies, of: index, terms: terms, hidden: hidden, order: .count, top: 2)
    #expect(
      try table.rows.map { String(decoding: try index.key(of: $0.term), as: UTF8.self) } == [
        "ai", "数据",
      ])
    #expect(table.shownTerms == 3)
    #expect(table.hidden[.stopWord]?.words == 4 && table.hidden[.number]?.words == 2)
    #expect(abs(table.rows[0].perMillion - 4.0 / 14 * 1e6) < 1e-6)
    let byTFIDF = try TermTable(
      frequencies, of: index, terms: terms, hidden: hidden, order: .tfidf, top: 9)
    // ai: 4 × (ln(3/3) + 1); 模型: 1 × (ln(3/2) + 1).
    #expect(byTFIDF.rows.map(\.tfidf).map { ($0 * 1e4).rounded() } == [40000, 30000, 14055])
  }

  @Test func fillersAreSequencesLongestFirst() throws {
    let index = try Self.index([["对", "吧", "就是", "说", "嗯", "对", "对", "不对", "吧"]])
    let counts = try FillerFrequencies.count(selection(index, by: .total), in: index)[0].counts
    let described = Dictionary(uniqueKeysWithValues: counts.map { ($0.filler, $0.count) })
    #expect(described == ["对吧": 2, "就是说": 2, "嗯": 2, "对对": 2])
    let apart = try Self.index([["对", "吧"]], after: "，")
    #expect(try FillerFrequencies.count(selection(apart, by: .total), in: apart)[0].counts.isEmpty)
  }

  @Test(arguments: [
    (TermFilter.Script.han, ["数据"]), (.latin, ["ai"]), (.any, ["ai", "数据"]),
  ])
  func scriptsNarrow(script: TermFilter.Script, shown: [String]) throws {
    let index = try Self.index([["ai", "数据"]])
    var filter = TermFilter()
    filter.script = script
    let hidden = try filter.hidden(in: index)
    let terms = (0..<(try index.termCount)).filter { hidden[$0] == nil }
    #expect(try terms.map { String(decoding: try index.key(of: $0), as: UTF8.self) } == shown)
  }
}
