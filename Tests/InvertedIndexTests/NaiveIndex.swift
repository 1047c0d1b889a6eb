import FilePaths
import TestSupport
import Testing

@testable import InvertedIndex

/// Episodes by path: the plain twin of an index.
struct NaiveIndex {
  var episodes: [FilePath: PlainEpisode] = [:]

  /// A random episode over a small vocabulary in several spellings.
  static func episode(
    path: FilePath, using generator: inout SeededGenerator, longest: Int = 6
  ) -> PlainEpisode {
    let cues = (0..<Int.random(in: 0...longest, using: &generator)).map { number in
      let words = (0..<Int.random(in: 0...9, using: &generator)).map { _ in word(&generator) }
      var cue = PlainEpisode.Cue(
        words, lead: ["", " ", "“", "", ""].randomElement(using: &generator)!,
        speaker: number % 4 == 3 ? nil : Int.random(in: 0...1, using: &generator),
        start: number % 5 == 4 ? nil : Int32(number * 1000),
        end: number.isMultiple(of: 2) ? nil : Int32(number * 1000 + 500))
      if number % 3 == 1 { addWordTimes(to: &cue, &generator) }
      return cue
    }
    return PlainEpisode(path: path, speakers: ["甲", "乙"], cues: cues)
  }

  /// Gives some words of a cue times, whichever.
  private static func addWordTimes(
    to cue: inout PlainEpisode.Cue, _ generator: inout SeededGenerator
  ) {
    var offset = cue.lead.utf8.count
    for word in cue.words {
      if Bool.random(using: &generator) {
        let start = [Int32.max, 0, cue.start ?? 7, Int32.random(in: 0...9_000, using: &generator)]
          .randomElement(using: &generator)!
        cue.wordTimes.append(WordBlock.WordTime(offset: offset, start: start))
      }
      offset += word.spelling.utf8.count + word.after.utf8.count
    }
  }

  private static func word(_ generator: inout SeededGenerator) -> PlainEpisode.Word {
    let rare = "w\(Int.random(in: 0...400, using: &generator))"
    let key = ["数据", "模型", "ai", "软件", "的", "𠀀", rare].randomElement(using: &generator)!
    let spellings = ["软件": ["软件", "軟件"], "ai": ["AI", "ai", "ＡＩ"]][key] ?? [key]
    return PlainEpisode.Word(
      key, spelling: spellings.randomElement(using: &generator)!,
      kind: key.utf8.first! < 0x80 ? 3 : 0,
      after: ["", "", "", " ", "，", joiners.randomElement(using: &generator)!]
        .randomElement(using: &generator)!)
  }

  /// What joins words, and what only looks like it.
  private static let joiners = ["-", "/", "&", "·", ".", "+", "#", "'", "－", "’", "—", "--", "- "]

  var sorted: [PlainEpisode] {
    episodes.values.sorted { $0.record.path < $1.record.path }
  }

  /// Whether an index has these episodes, by path and text.
  func check(matching index: IndexReader) throws -> Bool {
    try index.episodes.map(\.path) == sorted.map(\.record.path)
      && index.episodes.indices.allSatisfy {
        try index.text(of: $0)[...].string == sorted[$0].text
      }
  }

  /// Holds everything that an index answers against the episodes.
  func check(_ index: IndexReader, _ location: SourceLocation = #_sourceLocation) throws {
    let episodes = sorted
    try #require(
      try index.episodes.map(\.path) == episodes.map(\.record.path), sourceLocation: location)
    for (number, episode) in episodes.enumerated() {
      try check(index, number, episode, location)
    }
    try checkTerms(index, episodes, location)
    #expect(index.verify().isEmpty, sourceLocation: location)
  }

  private func check(
    _ index: IndexReader, _ number: Int, _ episode: PlainEpisode, _ location: SourceLocation
  ) throws {
    let tokens = try index.tokens(of: number)
    let words = try tokens.map { token in
      let term = try index.term(ofSpelling: token.spelling)
      return try [index.key(of: term).string, index.spelling(token.spelling).string]
    }
    #expect(words == episode.words.map { [$0.key, $0.spelling] }, sourceLocation: location)
    #expect(tokens.map(\.gap) == episode.gaps, sourceLocation: location)
    let joiners = try index.joiners(of: number)
    #expect(
      joiners.map { "\($0.position) \($0.joint) \($0.spelling)" }
        == episode.joiners.map { "\($0.position) \($0.joint) \($0.spelling)" },
      sourceLocation: location)
    let joints = try index.joints(of: number)
    let isJoined = Dictionary(uniqueKeysWithValues: joiners.map { ($0.position, $0.joint) })
    #expect(
      joints.indices.allSatisfy { (joints[$0].joiner == nil ? nil : joints[$0]) == isJoined[$0] },
      sourceLocation: location)
    let text = try index.text(of: number)
    #expect(text[...].string == episode.text, sourceLocation: location)
    let cues = try index.cues(of: number)
    #expect(cues.map(\.words.count) == episode.cues.map(\.words.count), sourceLocation: location)
    #expect(cues.map { text[$0.text].string } == episode.cues.map(\.text), sourceLocation: location)
    #expect(
      cues.map { [$0.start, $0.end, $0.speaker] }
        == episode.cues.map { [$0.start.map(Int.init), $0.end.map(Int.init), $0.speaker] },
      sourceLocation: location)
    let times = try index.details(of: number).wordTimes
    #expect(
      times
        == zip(cues, episode.cues).flatMap { place, cue in
          cue.wordTimes.map { .init(offset: place.text.lowerBound + $0.offset, start: $0.start) }
        }, sourceLocation: location)
    let record = try index.record(of: number)
    #expect(record.wordCount == episode.words.count, sourceLocation: location)
    #expect(record.title == episode.record.title, sourceLocation: location)
  }

  private func checkTerms(
    _ index: IndexReader, _ episodes: [PlainEpisode], _ location: SourceLocation
  ) throws {
    var postings: [String: [Posting]] = [:]
    var spellings: [String: [String: Int]] = [:]
    for (number, episode) in episodes.enumerated() {
      var positions: [String: [Int]] = [:]
      for (position, word) in episode.words.enumerated() {
        positions[word.key, default: []].append(position)
        spellings[word.key, default: [:]][word.spelling, default: 0] += 1
      }
      for (key, positions) in positions {
        postings[key, default: []].append(Posting(episode: number, positions: positions))
      }
    }
    let keys = postings.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(
      try (0..<index.termCount).map { try index.key(of: $0).string } == keys,
      sourceLocation: location)
    for (term, key) in keys.enumerated() {
      #expect(try index.term(withKey: Array(key.utf8)[...]) == term, sourceLocation: location)
      #expect(try index.postings(of: term) == postings[key], sourceLocation: location)
      #expect(
        try index.episodeCount(of: term) == postings[key]!.count, sourceLocation: location)
      let found = try index.spellings(of: term).map { spelling in
        try (index.spelling(spelling).string, index.count(ofSpelling: spelling))
      }
      #expect(Dictionary(uniqueKeysWithValues: found) == spellings[key], sourceLocation: location)
    }
    #expect(try index.term(withKey: Array("missing".utf8)[...]) == nil, sourceLocation: location)
  }
}

extension ArraySlice<UInt8> {
  var string: String { String(decoding: self, as: UTF8.self) }
}
