import InvertedIndex
import TestSupport
import Testing

@testable import TranscriptSearch

@Suite struct WordSearchTests {
  private typealias Unit = WordQuery.Unit

  private func query(_ text: String) throws -> WordQuery {
    try WordQuery(parsing: text) { text in
      let words = text.split(separator: " ")
      return Unit(
        keys: words.map { Array($0.utf8) },
        gaps: [WordToken.Gap](repeating: .space, count: max(0, words.count - 1)))
    }
  }

  /// An index of one cue a line, words separated by spaces; `|` parts words, a `/` in front changes
  /// the speaker.
  private func index(_ episodes: [[String]]) throws -> IndexReader {
    try PlainEpisode.index(
      episodes.enumerated().map { number, cues in
        var speaker = 0
        return PlainEpisode(
          path: "/\(number)", speakers: ["甲", "乙"],
          cues: cues.map { cue in
            if cue.hasPrefix("/") { speaker = 1 - speaker }
            var words: [PlainEpisode.Word] = []
            var lead = ""
            for word in cue.split(separator: " ") where word != "/" {
              if word == "|", words.isEmpty {
                lead = "| "
              } else if word == "|" {
                words[words.count - 1].after = " | "
              } else {
                words.append(PlainEpisode.Word(String(word), after: " "))
              }
            }
            return PlainEpisode.Cue(words, lead: lead, speaker: speaker)
          })
      })
  }

  @Test func phrasesStandInARowInsideATurn() throws {
    let index = try index([["a b c", "a | b", "a", "/ b", "b a"], ["a", "b"]])
    let found = try WordSearch(index).run(try query("\"a b\""))
    #expect(found.map(\.episode) == [1, 0])
    #expect(found[1].cues.map(\.cue) == [0])
    #expect(found[1].cues[0].words == [0..<2])
    // The match starts in the first cue and reaches into the second.
    #expect(found[0].cues.map(\.cue) == [0])
    #expect(found[0].cues[0].words == [0..<2])
  }

  @Test func allUnitsMustBeThere() throws {
    let index = try index([["a b", "b", "a"], ["a"], ["b b"]])
    let found = try WordSearch(index).run(try query("a AND b"))
    #expect(found.map(\.episode) == [0])
    // The cue with both first, then in order of time.
    #expect(found[0].cues.map(\.cue) == [0, 1, 2])
    #expect(found[0].cues.map(\.unitCount) == [2, 1, 1])
    #expect(try WordSearch(index).run(try query("a z")).isEmpty)
  }

  /// Found phrases are those of a plain scan over the words.
  @Test func agreesWithAPlainScan() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<60 {
      let episodes = (0..<4).map { _ in
        (0..<5).map { _ in
          let words = (0..<8).map { _ in ["a", "b", "c", "|"].randomElement(using: &generator)! }
          return (Bool.random(using: &generator) ? "/ " : "") + words.joined(separator: " ")
        }
      }
      let index = try index(episodes)
      for phrase in ["a b", "a a", "b c a"] {
        let found = try WordSearch(index).run(try query("\"\(phrase)\""))
        let count = found.reduce(0) { $0 + $1.cues.reduce(0) { $0 + $1.words.count } }
        #expect(count == Self.scan(episodes, for: phrase.split(separator: " ").map(String.init)))
      }
    }
  }

  private static func scan(_ episodes: [[String]], for phrase: [String]) -> Int {
    episodes.reduce(0) { total, cues in
      let runs = cues.joined(separator: " ").split { $0 == "|" || $0 == "/" }
      return total
        + runs.reduce(0) { count, run in
          let words = run.split(separator: " ").map(String.init)
          let starts = words.indices.filter { words[$0...].starts(with: phrase) }
          return count + starts.count
        }
    }
  }

  /// By hand: N = 2, df = 1, tf = 2, lengths 4 and 2, k₁ 1.2, b 0.75.
  @Test func scoresAreBM25() {
    let ranking = BM25(lengths: [4, 2])
    let expected = 0.6931471805599453 * (2 * 2.2) / (2 + 1.2 * (0.25 + 0.75 * 4 / 3))
    #expect(abs(ranking.score(frequency: 2, length: 4, episodes: 1) - expected) < 1e-12)
  }

  @Test(arguments: [
    ("", 0), ("AND a", 0), ("a AND", 5), ("a OR b", 2), ("(a)", 0), ("a NOT b", 2), ("\"a", 0),
    ("\"\"", 0),
  ])
  func queriesThatDoNotParse(text: String, position: Int) {
    let error = #expect(throws: QueryError.self) { try query(text) }
    #expect(error?.position == position)
  }
}
