import Foundation
import InvertedIndex
import TestSupport
import Testing

@testable import CorpusAnalysis

@Suite struct PhraseTests {
  /// Random words of two speakers, some of which like to stand together.
  static func episode(_ number: Int, using generator: inout SeededGenerator) -> PlainEpisode {
    let rows = [
      ["社会", "企业"], ["开放", "政府"], ["开放", "政府", "联络", "人"], ["司法", "改革"],
      ["司法", "改革", "会议"], ["elon", "musk"], ["ai", "芯片"], ["人", "与", "机"], ["数据", "数据"],
      ["一张", "图"], ["的"], ["我们", "的"], ["奇", "点"], ["图", "表"],
    ]
    let cues = (0..<40).map { cue in
      var words: [PlainEpisode.Word] = []
      for _ in 0..<Int.random(in: 0...5, using: &generator) {
        let isRow = Int.random(in: 0..<3, using: &generator) > 0
        let row = rows.randomElement(using: &generator)!
        for word in isRow ? row : [row.randomElement(using: &generator)!] {
          words.append(
            PlainEpisode.Word(
              word, kind: word.utf8.first! < 0x80 ? 3 : 0,
              after: ["", "", "", " ", "，"].randomElement(using: &generator)!))
        }
      }
      return PlainEpisode.Cue(words, speaker: cue / 3 % 2)
    }
    return PlainEpisode(path: "/\(number)", speakers: ["甲", "乙"], cues: cues)
  }

  /// Random words of which many are joined: names of letters, numbers and Han, dates, paths, stop words.
  static func joinedEpisode(
    _ number: Int, using generator: inout SeededGenerator
  ) -> PlainEpisode {
    let rows: [[String]] = [
      ["wi", "-", "fi"], ["a", "/", "b", "测试"], ["史", "蒂", "夫", "·", "乔", "布", "斯"],
      ["列", "奥", "·", "达", "·", "芬奇"], ["bt", "&", "t"], ["covid", "-", "19"],
      ["wi", "-", "fi", "密码"],
      ["b", "-", "to", "-", "b"], ["19", "-", "4"], ["to", "/", "ai"], ["node.js", "/", "ai"],
      ["ai", "-", "node.js"], ["node.js", "-", "ai"], ["ai", "+", "图", "表"], ["ai", ".", "4"],
      ["图", ".", "表"],
      ["ai", "#", "4"], ["4", "'", "ai"], ["图", "-", "图"], ["一张", "-", "图"],
      ["ai", "-", "to", "图"],
      ["我们", "-", "的"], ["图", "与", "表", "-", "ai"], ["社会", "企业"], ["ai", "芯片"], ["wi", "fi"],
    ]
    let cues = (0..<60).map { cue in
      var words: [PlainEpisode.Word] = []
      for _ in 0..<Int.random(in: 0...5, using: &generator) {
        let isRow = Int.random(in: 0..<3, using: &generator) > 0
        let row = rows.randomElement(using: &generator)!
        let end = ["", "", " ", "，", "-", "的"].randomElement(using: &generator)!
        let parts = isRow ? row : [row.first { $0 != "-" }!]
        for part in parts {
          let isJoiner = "-/&·.+#'".contains(part)
          if isJoiner {
            words[words.count - 1].after = part
          } else {
            words.append(Self.word(part))
          }
        }
        if end == "的" { words.append(Self.word("的")) } else { words[words.count - 1].after = end }
      }
      return PlainEpisode.Cue(words, speaker: cue / 4 % 2)
    }
    return PlainEpisode(path: "/\(number)", speakers: ["甲", "乙"], cues: cues)
  }

  private static func word(_ key: String) -> PlainEpisode.Word {
    PlainEpisode.Word(
      key, kind: key.utf8.first! >= 0x80 ? 0 : key.allSatisfy(\.isNumber) ? 4 : 3)
  }

  /// The words and joiners of a phrase.
  private static func described(_ phrase: Phrase, _ index: IndexReader) throws -> [String] {
    try phrase.row.map { number in
      if let joiner = PhraseRow.joint(number)?.character { return String(joiner) }
      return String(decoding: try index.key(of: Int(number)), as: UTF8.self)
    }
  }

  @Test(arguments: 0..<12) func phrasesAreThoseOfTheTwin(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let episodes = (0..<4).map { Self.episode($0, using: &generator) }
    try Self.holdAgainstTheTwin(episodes, seed)
  }

  @Test(arguments: 0..<24) func joinedNamesAreThoseOfTheTwin(seed: UInt64) throws {
    var generator = SeededGenerator(seed: 50 + seed)
    let episodes = (0..<4).map { Self.joinedEpisode($0, using: &generator) }
    try Self.holdAgainstTheTwin(episodes, seed)
  }

  private static func holdAgainstTheTwin(_ episodes: [PlainEpisode], _ seed: UInt64) throws {
    let index = try PlainEpisode.index(episodes, inParts: seed.isMultiple(of: 2))
    var criteria = PhraseCriteria()
    (criteria.npmi, criteria.freedom) = (seed % 3 == 0 ? 0 : 0.3, seed % 2 == 0 ? 0 : 0.9)
    if seed % 4 == 1 { criteria.minimum = 2 }
    let list = try PhraseList(in: CorpusSelection(everythingIn: index), of: index, criteria)
    let expected = NaivePhrases(episodes).phrases(criteria)
    // What is also a word, or has the key of a more frequent row, is left out; there is none here.
    let found = try Set(list.phrases.map { try Self.described($0, index) })
    #expect(
      found.symmetricDifference(expected.keys).isEmpty,
      "\(found.symmetricDifference(expected.keys))")
    #expect(!expected.isEmpty)
    for phrase in list.phrases {
      let row = try #require(try expected[Self.described(phrase, index)])
      let found = phrase.statistics
      #expect(phrase.count == row.count && found.count == row.count)
      for (one, other) in [
        (found.logLikelihood, row.logLikelihood), (found.npmi, row.npmi),
        (found.freedom, row.freedom), (found.cValue, row.cValue),
      ] {
        #expect(
          abs(one - other) < 1e-6 * max(1, abs(other)), "\(phrase.spelling): \(found), \(row)")
      }
    }
    #expect(
      list.phrases.map(\.key).sorted { $0.lexicographicallyPrecedes($1) } == list.phrases.map(\.key)
    )
  }

  /// All occurrences, in every group, are those of a scan; of speakers only their own.
  @Test(arguments: [Grouping.total, .episode, .speaker]) func countsAreThoseOfAScan(
    grouping: Grouping
  ) throws {
    var generator = SeededGenerator(seed: 7)
    let episodes = (0..<6).map { number in
      number < 3
        ? Self.episode(number, using: &generator) : Self.joinedEpisode(number, using: &generator)
    }
    let index = try PlainEpisode.index(episodes)
    let everything = CorpusSelection(everythingIn: index)
    let list = try PhraseList(in: everything, of: index, PhraseCriteria())
    #expect(list.phrases.contains { $0.isJoined })
    let terms = try TermInventory(.both, phrases: list, of: index)
    let selection = try CorpusSelection(
      of: index, by: grouping, names: episodes.map(\.record.path.description), usesSpeakers: false
    ) { _, _ in true }
    for group in try TermFrequencies.count(selection, in: index, terms: terms) {
      for (place, phrase) in list.phrases.enumerated() {
        let words = try Self.described(phrase, index)
        let scanned = episodes.reduce(0) { sum, episode in
          if grouping == .episode, episode.record.path.description != group.group { return sum }
          return sum
            + Self.count(words, in: episode, speaker: grouping == .speaker ? group.group : nil)
        }
        #expect(group.count(of: terms.count - list.phrases.count + place) == scanned)
      }
    }
    // Of everything the list knows the counts.
    let all = try TermFrequencies.count(everything, in: index, terms: terms)[0]
    let scanned = try TermFrequencies.count(
      CorpusSelection(
        of: index, by: .total, names: episodes.map(\.record.path.description), usesSpeakers: false
      ) { _, _ in true }, in: index, terms: terms)[0]
    #expect(all.counts == scanned.counts && all.wordCount == scanned.wordCount)
  }

  private static func count(_ row: [String], in episode: PlainEpisode, speaker: String?) -> Int {
    let speakers = episode.cues.flatMap { cue in cue.words.map { _ in cue.speaker } }
    let (words, gaps) = (episode.words.map(\.key), episode.gaps)
    let joiners = Dictionary(
      uniqueKeysWithValues: episode.joiners.map { ($0.position, String($0.joint.character!)) })
    return words.indices.count { first in
      var position = first
      for (place, part) in row.enumerated() {
        let isJoined = place > 0 && "-/&·.+#'".contains(row[place - 1])
        if "-/&·.+#'".contains(part) {
          guard joiners[position - 1] == part else { return false }
          continue
        }
        guard position < words.count, words[position] == part else { return false }
        if place > 0, !isJoined, gaps[position - 1] == .other || gaps[position - 1] == .turnEnd {
          return false
        }
        if let speaker, episode.record.speakers[speakers[position]!] != speaker { return false }
        position += 1
      }
      return true
    }
  }

  @Test func spellingsAndKeysAreThoseOfTheText() throws {
    func word(_ key: String, _ spelling: String? = nil, after: String = "") -> PlainEpisode.Word {
      PlainEpisode.Word(
        key, spelling: spelling, kind: key.utf8.first! < 0x80 ? 3 : 0, after: after)
    }
    let cue = PlainEpisode.Cue([
      word("elon", "Elon", after: " "), word("musk", "Musk", after: "，"),
      word("ai", "AI"), word("芯片", "晶片", after: "，"),
    ])
    let other = PlainEpisode.Cue([word("elon", "ELON"), word("musk", "MUSK", after: "。")])
    let split = [
      PlainEpisode.Cue([word("elon", "Elon")]),
      PlainEpisode.Cue([word("musk", "Musk", after: "。")]),
    ]
    let filler = PlainEpisode.Cue((0..<30).map { word("词\($0)", after: "，") })
    let index = try PlainEpisode.index([
      PlainEpisode(path: "/a", cues: [cue, cue, cue, other, filler] + split)
    ])
    let list = try PhraseList(in: CorpusSelection(everythingIn: index), of: index, PhraseCriteria())
    #expect(list.phrases.map { String(decoding: $0.key, as: UTF8.self) } == ["ai芯片", "elon musk"])
    #expect(list.phrases.map(\.spelling) == ["AI晶片", "Elon Musk"])
    #expect(list.phrases.map(\.count) == [3, 5])
  }

  @Test func keptListsAreReadBackOrRefused() throws {
    var generator = SeededGenerator(seed: 3)
    let index = try PlainEpisode.index((0..<3).map { Self.joinedEpisode($0, using: &generator) })
    let criteria = PhraseCriteria()
    let list = try PhraseList(in: CorpusSelection(everythingIn: index), of: index, criteria)
    let bytes = list.bytes(criteria)
    #expect(list.phrases.contains { $0.isJoined })
    let termCount = try index.termCount
    #expect(PhraseList(bytes, criteria, termCount: termCount) == list)
    var others = criteria
    others.npmi = 0.5
    #expect(PhraseList(bytes, others, termCount: termCount) == nil)
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      #expect(PhraseList(damaged, criteria, termCount: termCount) == nil)
      #expect(PhraseList(Array(bytes[..<place]), criteria, termCount: termCount) == nil)
    }
  }
}

@Suite struct CraftedPhraseListTests {
  /// Damage under a right checksum: no list, or one that can be used.
  @Test func listsUnderRightChecksumsHarmNothing() throws {
    var generator = SeededGenerator(seed: 7)
    let index = try PlainEpisode.index(
      (0..<3).map { PhraseTests.episode($0, using: &generator) })
    let criteria = PhraseCriteria()
    let selection = CorpusSelection(everythingIn: index)
    let whole = try PhraseList(in: selection, of: index, criteria).bytes(criteria)
    let termCount = try index.termCount
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        bytes[Int.random(in: 8..<bytes.count, using: &generator)] =
          .random(in: 0...255, using: &generator)
      }
      let hash = Array(bytes[8...]).hash64
      for byte in 0..<8 { bytes[byte] = UInt8(truncatingIfNeeded: hash >> UInt64(8 * byte)) }
      guard let list = PhraseList(bytes, criteria, termCount: termCount) else { continue }
      let terms = try TermInventory(.both, phrases: list, of: index, listsCompounds: true)
      _ = try TermFrequencies.count(selection, in: index, terms: terms)
    }
  }
}

@Suite struct CohesionTests {
  /// The bigrams of NLTK's documentation: (count, (count of the one, of the other), words).
  @Test(arguments: [
    ((110, 2552, 221, 31777), 270.72), ((8, 13, 32, 31777), 95.29),
  ])
  func logLikelihoodIsThePublishedNumber(cells: (Int, Int, Int, Int), expected: Double) {
    let cohesion = Cohesion(
      together: cells.0, first: cells.1, second: cells.2, words: cells.3)
    #expect(abs(cohesion.logLikelihood - expected) < 0.005)
  }

  @Test func pointwiseMutualInformationIsThePublishedNumber() {
    let cohesion = Cohesion(together: 20, first: 42, second: 20, words: 14_307_668)
    #expect(abs(cohesion.pmi - 18.38) < 0.005)
    // What always stands together has 1.
    #expect(abs(Cohesion(together: 5, first: 5, second: 5, words: 100).npmi - 1) < 1e-12)
    #expect(abs(Cohesion(together: 1, first: 10, second: 10, words: 100).npmi) < 1e-12)
    #expect(Cohesion(together: 4, first: 4, second: 4, words: 4).npmi == 1)
  }
}

@Suite struct FrequentPairsTests {
  /// Tables that are too small, cells, and parts: the counts are those of a dictionary.
  @Test(arguments: [(1, 4), (2, 4), (3, 6), (1, 10), (2, 16), (40, 4)])
  func countsAreThoseOfADictionary(minimum: Int, bits: Int) throws {
    var generator = SeededGenerator(seed: UInt64(minimum * 100 + bits))
    let keys = (0..<6000).map { _ in
      UInt64(sqrt(Double(Int.random(in: 0..<250_000, using: &generator)))) << 32 | 5
    }
    let expected = Dictionary(grouping: keys) { $0 }.mapValues(\.count)
      .filter { $0.value >= minimum }.sorted { $0.key < $1.key }
    let found = try FrequentPairs(bits: bits, expecting: minimum * 9).find(atLeast: minimum) {
      count in
      for key in keys { try count(key) }
    }
    #expect(found.map(\.key) == expected.map(\.key))
    #expect(found.map { Int($0.count) } == expected.map(\.value))
  }
}
