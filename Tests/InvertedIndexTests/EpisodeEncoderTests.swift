import TestSupport
import Testing

@testable import InvertedIndex

/// Words that have an id in the lexicon are found by it, others by their keys: what comes out is the
/// same.
@Suite struct EpisodeEncoderTests {
  private struct Word {
    let id: UInt32
    let key: [UInt8]
    let spellings: [[UInt8]]
  }

  /// Words with up to four spellings, of which some are longer than sixteen bytes.
  private static func words(using generator: inout SeededGenerator) -> [Word] {
    (0..<60).map { number in
      let length = Int.random(in: 1...24, using: &generator)
      let key = Array("\(number)/".utf8) + [UInt8](repeating: 0x61, count: length)
      let variants = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        var spelling = key
        spelling[Int.random(in: key.indices, using: &generator)] = 0x41
        return spelling
      }
      let id = UInt32(number.isMultiple(of: 3) ? 0x80_0000 + number : number * 8_000)
      return Word(id: id, key: key, spellings: [key] + variants)
    }
  }

  /// A block of words in one cue.
  private struct Cue {
    var block = WordBlock()
    var (form, text): ([UInt8], [UInt8]) = ([], [])

    mutating func append(_ word: Word, using generator: inout SeededGenerator) {
      let spelling = word.spellings.randomElement(using: &generator)!
      let hasGap = Bool.random(using: &generator)
      block.append(
        WordBlock.Word(
          keyStart: UInt32(form.count), keyEnd: UInt32(form.count + word.key.count),
          start: UInt32(text.count), end: UInt32(text.count + spelling.count), lexiconID: word.id,
          kind: UInt8.random(in: 0...3, using: &generator), gap: hasGap ? .space : .none))
      form += word.key
      text += spelling + (hasGap ? [0x20] : [])
    }

    mutating func finish() {
      var cue = WordBlock.Cue(text: 0..<text.count, start: nil, end: nil, speaker: nil)
      cue.wordEnd = block.words.count
      block.cues.append(cue)
    }

    /// The same words without ids, all or some of them.
    func withoutIDs(_ isLeftOut: () -> Bool) -> WordBlock {
      var copy = WordBlock()
      for var word in block.words {
        if isLeftOut() { word.lexiconID = WordBlock.noLexiconID }
        copy.append(word)
      }
      copy.cues = block.cues
      return copy
    }
  }

  @Test(arguments: 0..<12) func idsChangeNothing(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = Self.words(using: &generator)
    let encoders = (0..<3).map { _ in EpisodeEncoder(id: 0) }
    for episode in 0..<30 {
      for encoder in encoders { encoder.begin() }
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        var cue = Cue()
        for _ in 0..<Int.random(in: 0...50, using: &generator) {
          cue.append(words.randomElement(using: &generator)!, using: &generator)
        }
        cue.finish()
        let mixed = cue.withoutIDs { Bool.random(using: &generator) }
        for (encoder, block) in zip(encoders, [cue.block, mixed, cue.withoutIDs { true }]) {
          encoder.add(block, form: cue.form.span, text: cue.text.span)
        }
      }
      let record = EpisodeRecord(path: "\(episode)", title: "", show: "", date: "")
      let results = encoders.map { $0.finish(record) }
      for other in results.dropFirst() { Self.expectSame(results[0], other) }
      if episode == 20 { for encoder in encoders { encoder.reset() } }
    }
  }

  private static func expectSame(_ first: EncodedEpisode, _ second: EncodedEpisode) {
    #expect(first.words == second.words && first.postings == second.postings)
    #expect(first.spellings == second.spellings && first.terms == second.terms)
    #expect(first.spellingCounts == second.spellingCounts && first.kinds == second.kinds)
    #expect(
      first.newTerms.bytes == second.newTerms.bytes
        && first.newSpellings.bytes == second.newSpellings.bytes
        && first.newSpellingTerms == second.newSpellingTerms)
  }

  /// Hashes of cues are equal where texts and times are, whatever else differs.
  @Test func cuesWithTheSameTextsAndTimesHaveOneHash() throws {
    var generator = SeededGenerator(seed: 17)
    var episodes: [PlainEpisode] = []
    for number in 0..<300 {
      var episode = NaiveIndex.episode(path: "\(number)", using: &generator, longest: 3)
      if number % 3 > 0 { episode.cues = episodes[number - 1].cues }
      if let cue = episode.cues.indices.randomElement(using: &generator) {
        switch number % 12 {
        case 1: episode.cues[cue].speaker = nil
        case 2: episode.cues[cue].start = .random(in: 0...9, using: &generator)
        case 4: episode.cues[cue].end = .random(in: 0...9, using: &generator)
        case 5: episode.cues[cue].lead += "。"
        case 7: episode.cues.swapAt(0, cue)
        case 8: episode.cues.append(.init([]))
        default: break
        }
      }
      episodes.append(episode)
    }
    let encoder = EpisodeEncoder(id: 0)
    let hashes = episodes.map { $0.encoded(by: encoder).record.cueHash }
    let plain = episodes.map { $0.cues.map { ["\($0.start ?? -1)", "\($0.end ?? -1)", $0.text] } }
    var equal = 0
    for first in hashes.indices {
      for second in hashes.indices where first < second {
        #expect((hashes[first] == hashes[second]) == (plain[first] == plain[second]))
        if plain[first] == plain[second] { equal += 1 }
      }
    }
    #expect(equal > 100)
  }

  @Test func aHashThatIsNotThatOfTheCuesIsFound() throws {
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(IndexDirectory(folder.path), settings: IndexSettings([:]))
    let episode = PlainEpisode(path: "a", cues: [.init([.init("数据")], start: 0, end: 10)])
    try writer.add(episode.encoded(by: EpisodeEncoder(id: 0)))
    try writer.commit()
    var index = try #require(writer.committed)
    #expect(index.verify().isEmpty)
    var record = try index.record(of: 0)
    record.cueHash ^= 1
    try writer.setRecord(of: "a", to: record)
    try writer.commit()
    index = try #require(writer.committed)
    #expect(index.verify().map(\.error.detail).contains { $0.contains("differ from its record") })
  }

  /// An episode of more words than two bytes can tell has numbers of four bytes.
  @Test(arguments: [7, 65_535, 65_536, 140_000]) func longEpisodes(count: Int) throws {
    let words = (0..<count).map { PlainEpisode.Word(["一", "二", "三"][$0 % 3 % 2 + $0 % 2]) }
    let episode = PlainEpisode(path: "long", cues: [.init(words)])
    let index = try PlainEpisode.index([PlainEpisode(path: "a", cues: []), episode])
    for key in ["一", "二", "三"] {
      let term = try #require(try index.term(withKey: Array(key.utf8)[...]))
      let positions = try index.postings(of: term).flatMap(\.positions)
      let isRight = positions == words.indices.filter { words[$0].key == key }
      #expect(isRight, "\(key) \(positions.prefix(8))")
    }
  }
}
