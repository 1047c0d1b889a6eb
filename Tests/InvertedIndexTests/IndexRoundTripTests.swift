import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct IndexRoundTripTests {
  /// Whatever goes in comes out: words, gaps, cues, postings, spellings, frequencies.
  @Test func agreesWithTheNaiveIndex() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<150 {
      let naive = NaiveIndex.random(using: &generator)
      let bytes = IndexWriter(try naive.builder()).bytes()
      try check(try IndexReader(bytes, path: "x"), naive)
    }
  }

  private func check(_ index: IndexReader, _ naive: NaiveIndex) throws {
    let episodes = naive.episodes.sorted { $0.path < $1.path }
    #expect(index.episodes.map(\.path) == episodes.map(\.path))
    for (number, episode) in episodes.enumerated() {
      let tokens = try index.tokens(of: number)
      #expect(
        tokens.map { token in
          NaiveIndex.Word(
            key: index.key(of: index.term(ofSpelling: token.spelling)).string,
            spelling: index.spelling(token.spelling).string, gap: token.gap)
        } == episode.words)
      #expect(try index.cues(of: number).map(\.words.count) == episode.cues.map(\.count))
      #expect(try index.text(of: number)[...].string == episode.text)
      #expect(index.episodes[number].wordCount == episode.words.count)
    }
    try checkTerms(index, episodes)
  }

  private func checkTerms(_ index: IndexReader, _ episodes: [NaiveIndex.Episode]) throws {
    let words = episodes.map { $0.words.map(\.key) }
    let keys = Set(words.joined()).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect((0..<index.termCount).map { index.key(of: $0).string } == keys)
    for (term, key) in keys.enumerated() {
      #expect(index.term(withKey: Array(key.utf8)[...]) == term)
      let postings = try index.postings(of: term)
      let expected = words.enumerated().compactMap { number, words in
        let positions = words.indices.filter { words[$0] == key }
        return positions.isEmpty ? nil : Posting(episode: number, positions: positions)
      }
      #expect(postings == expected)
      #expect(try index.episodeCount(of: term) == expected.count)
      let spellings = episodes.flatMap(\.words).filter { $0.key == key }.map(\.spelling)
      let counts = Dictionary(grouping: spellings) { $0 }.mapValues(\.count)
      let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      #expect(index.displaySpelling(of: term).string == best)
    }
    #expect(index.term(withKey: Array("missing".utf8)[...]) == nil)
  }

  /// The order in which episodes are added does not show in the bytes.
  @Test func bytesDependOnTheEpisodesAlone() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<30 {
      var naive = NaiveIndex.random(using: &generator)
      let bytes = IndexWriter(try naive.builder()).bytes()
      naive.episodes.shuffle(using: &generator)
      #expect(IndexWriter(try naive.builder()).bytes() == bytes)
    }
  }

  /// Copying some episodes of an index gives the bytes of indexing those alone.
  @Test func copyingKeepsWhatIsKept() throws {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<30 {
      var naive = NaiveIndex.random(using: &generator)
      let index = try IndexReader(IndexWriter(try naive.builder()).bytes(), path: "x")
      let kept = Set(index.episodes.indices.filter { _ in Bool.random(using: &generator) })
      let paths = Set(kept.map { index.episodes[$0].path })
      let copy = try IndexBuilder(copying: index) { kept.contains($0) }
      naive.episodes.removeAll { !paths.contains($0.path) }
      #expect(IndexWriter(copy).bytes() == IndexWriter(try naive.builder()).bytes())
    }
  }

  @Test func checksumIsCastagnolis() {
    #expect(CRC32C.checksum(Array("123456789".utf8).span) == 0xE306_9283)
    #expect(CRC32C.checksum([UInt8]().span) == 0)
    #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32).span) == 0x8A91_36AA)
  }

  @Test func hashIsFNV1a() {
    var hash = ContentHash()
    hash.combine(Array("foobar".utf8).span)
    #expect(hash.value == 0x8594_4171_F739_67E8)
  }

  @Test func tableNumbersStringsInOrder() {
    var table = ByteStringTable()
    let strings = (0..<5_000).map { Array("w\($0 % 1_700)".utf8) }
    for (index, string) in strings.enumerated() {
      #expect(table.intern(string.span) == index % 1_700)
    }
    #expect(table.count == 1_700)
    #expect(Array(table[42]) == Array("w42".utf8))
    #expect(table.intern([UInt8]().span) == 1_700)
  }
}
