import FilePaths
import InvertedIndex
import TestSupport
import Testing

@testable import TranscriptSearch

@Suite struct PreparedQueryTests {
  /// An index of one cue a line, words separated by spaces; `|` parts words, a `/` in front changes
  /// the speaker.
  private func index(_ episodes: [[String]], inParts: Bool = false) throws -> IndexReader {
    try PlainEpisode.index(
      episodes.enumerated().map { number, cues in
        var speaker = 0
        return PlainEpisode(
          path: "/\(number)", speakers: ["甲", "乙"],
          cues: cues.map { cue in
            if cue.hasPrefix("/") { speaker = 1 - speaker }
            var words: [PlainEpisode.Word] = []
            for word in cue.split(separator: " ") where word != "/" {
              if word == "|" {
                words[words.count - 1].after = " | "
              } else {
                words.append(PlainEpisode.Word(String(word), after: " "))
              }
            }
            return PlainEpisode.Cue(words, speaker: speaker)
          })
      }, inParts: inParts)
  }

  private func run(
    _ text: String, _ index: IndexReader, crossesCues: Bool = true
  ) throws -> PreparedQuery {
    let searcher = try Searcher(index, userKind: nil) {
      $0.split(separator: " ").map { Array($0.utf8) }
    }
    return try PreparedQuery(
      text, SearchState(searcher, crossesCues: crossesCues), fold: { $0 },
      filter: { _, _ in Everything() })
  }

  private func found(_ text: String, _ index: IndexReader) throws -> [Int: Int] {
    let episodes = try run(text, index).episodes()
    return Dictionary(uniqueKeysWithValues: episodes.map { ($0.episode, $0.count) })
  }

  @Test func episodesFitAsAWhole() throws {
    let index = try index([["a b", "b", "a"], ["a"], ["b b"], ["c"]])
    #expect(try found("a b", index) == [0: 4])
    #expect(try found("a OR b", index) == [0: 4, 1: 1, 2: 2])
    #expect(try found("a -b", index) == [1: 1])
    #expect(try found("(a OR c) NOT b", index) == [1: 1, 3: 1])
    #expect(try found("a z", index).isEmpty)
    #expect(try found("b (c OR show:x)", index) == [0: 2])
    #expect(try found("a OR NOT b", index) == [0: 2, 1: 1, 3: 0])
    // What is asked for twice counts once; what does not decide counts, too.
    #expect(try found("a a", index) == [0: 2, 1: 1])
    #expect(try found("(a c) OR b", index) == [0: 4, 2: 2])
  }

  @Test func cuesComeWithTheirUnits() throws {
    let run = try run("a OR b", try index([["a b", "b", "c", "a"]]))
    let cues = try run.cues(of: 0)
    #expect(cues.map(\.cue) == [0, 1, 3] && cues.map(\.clauseCount) == [2, 1, 1])
    #expect(cues[0].matches.map(\.first) == [0, 1])
  }

  @Test func wordsInARowStandInATurn() throws {
    let index = try index([["a b c", "a | b", "a", "/ b", "b a"], ["a", "b"]])
    #expect(try found("word:\"a b\"", index) == [0: 1, 1: 1])
    #expect(try found("\"a b\"", index) == [0: 1, 1: 1])
    #expect(try run("word:\"a b\"", index, crossesCues: false).episodes().map(\.episode) == [0])
    #expect(try run("\"a b\"", index, crossesCues: false).episodes().map(\.episode) == [0])
    // The match starts in the first cue and reaches into the second.
    let match = try run("\"a b\"", index).cues(of: 1)[0]
    #expect(match.cue == 0 && match.matches[0].first == 0 && match.matches[0].last == 1)
  }

  @Test func wordsNearOneAnother() throws {
    let index = try index([["a x x b x a b"], ["b a"], ["a x x x b"]])
    #expect(try found("NEAR/0(a b)", index) == [0: 1, 1: 1])
    #expect(try found("NEAR/1(a b)", index) == [0: 2, 1: 1])
    #expect(try found("NEAR/2(a b)", index) == [0: 3, 1: 1])
    #expect(try found("NEAR/3(b a)", index) == [0: 3, 1: 1, 2: 1])
    #expect(try found("NEAR/9(a \"x b\")", index) == [0: 2, 2: 1])
    // The shorter of two stretches that end together.
    #expect(try found("NEAR/5(a b)", self.index([["a a b"]])) == [0: 1])
  }

  @Test func nearIsInsideOfATurn() throws {
    let index = try index([["a x", "x b", "/ a"]])
    #expect(try found("NEAR/2(a b)", index) == [0: 1])
    #expect(try run("NEAR/2(a b)", index, crossesCues: false).episodes().isEmpty)
    #expect(try found("NEAR/0(b a)", index).isEmpty)
  }

  @Test func prefixesAreThoseOfWords() throws {
    let index = try index([["open openai opens", "reopen"], ["op"]])
    #expect(try found("open*", index) == [0: 3])
    #expect(try found("o*", index) == [0: 3, 1: 1])
    #expect(try run("open*", index).cues(of: 0).map(\.cue) == [0])
  }

  @Test(arguments: [
    "，", "a -！", "人*", "NEAR/1(a ，)", "show:x", "\u{AD}*", "word:\"a，b\"", "NEAR/1(a a)",
  ])
  func nothingToFindIsAnError(query: String) throws {
    let index = try index([["a"]])
    #expect(throws: QueryError.self) { try run(query, index) }
  }

  /// By hand: N = 2, df = 1, tf = 2, lengths 4 and 2, k₁ 1.2, b 0.75; one occurrence inside of a word.
  @Test func scoresAreBM25() throws {
    let ranking = BM25(episodes: 2, words: 6)
    let expected = 0.6931471805599453 * (2 * 2.2) / (2 + 1.2 * (0.25 + 0.75 * 4 / 3))
    let score = ranking.score(frequency: 2, length: 4, idf: ranking.idf(episodes: 1))
    #expect(abs(score - expected) < 1e-12)
    #expect(BM25.frequency(count: 3, wordAligned: 2) == 2.5)
  }

  @Test func scoresAreExplained() throws {
    let run = try run("人 OR b", try index([["人类 人 b", "中 人"], ["b"]]))
    let scores = try run.episodes()
    let explained = try run.explanation(of: 0)
    #expect(explained.map(\.clause) == ["人", "b"])
    #expect(explained.map(\.count) == [3, 1] && explained.map(\.wordAligned) == [2, 1])
    #expect(explained.map(\.frequency) == [2.5, 1] && explained.map(\.episodes) == [1, 2])
    #expect(abs(explained.reduce(0) { $0 + $1.score } - scores[0].score) < 1e-12)
  }

  /// The short ways to the best episodes lead where the long one does.
  @Test func theBestAreTheFirstOfAll() throws {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<40 {
      let episodes = (0..<30).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 1...9, using: &generator)).map { _ in
            ["a", "b", "c", "d", "e"].randomElement(using: &generator)!
          }.joined(separator: " ")
        }
      }
      let index = try index(episodes, inParts: round % 2 == 1)
      for query in [
        "word:a", "word:a AND word:b", "word:c AND word:d AND word:e", "word:a OR word:e",
        "word:\"a b\"", "word:\"a b c\"", "a OR word:b", "word:zz OR word:a", "word:zz AND word:a",
      ] {
        let run = try run(query, index)
        let all = try run.episodes().sorted { ($1.score, $0.episode) < ($0.score, $1.episode) }
        let top = try run.top(5)
        #expect(top.count == min(5, all.count))
        for (found, expected) in zip(top, all) {
          // Sums of the same scores in another order.
          #expect(abs(found.score - expected.score) < 1e-9, "\(query)")
        }
        let scores = Dictionary(uniqueKeysWithValues: all.map { ($0.episode, $0.score) })
        #expect(top.allSatisfy { abs(scores[$0.episode, default: .nan] - $0.score) < 1e-9 })
      }
    }
  }

  /// Found rows of words are those of a plain scan over the words.
  @Test func rowsAgreeWithAPlainScan() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<60 {
      let episodes = (0..<4).map { _ in
        (0..<5).map { _ in
          let words = (0..<8).map { _ in ["a", "b", "c", "|"].randomElement(using: &generator)! }
          return (Bool.random(using: &generator) ? "/ a " : "a ") + words.joined(separator: " ")
        }
      }
      let index = try index(episodes)
      for phrase in ["a b", "a a", "b c a"] {
        let count = try found("word:\"\(phrase)\"", index).values.reduce(0, +)
        #expect(count == Self.scan(episodes, for: phrase.split(separator: " ").map(String.init)))
        #expect(try found("\"\(phrase)\"", index).values.reduce(0, +) == count)
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
}
