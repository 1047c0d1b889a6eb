import FilePaths
import InvertedIndex
import TestSupport
import Testing
import WordSegmentation

@testable import TranscriptSearch

/// Text search against a plain scan, over texts made to be hard: few characters, cut anyhow, with
/// white space, punctuation, cues, speakers and words of users.
@Suite struct SearchPropertyTests {
  private static let userWords = ["a+", "+b", "一 二", "a 一", "3.5", "二+"]

  private func cue(_ random: inout SeededGenerator) -> PlainEpisode.Cue {
    var words: [PlainEpisode.Word] = []
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let after = ["", "", "", " ", "。", " + ", "."].randomElement(using: &random)!
      words.append(word(after: after, last: words.last, &random))
    }
    let lead = ["", "", " ", "。"].randomElement(using: &random)!
    return PlainEpisode.Cue(words, lead: lead, speaker: Int.random(in: 0...1, using: &random))
  }

  private func word(
    after: String, last: PlainEpisode.Word?, _ random: inout SeededGenerator
  ) -> PlainEpisode.Word {
    let han = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      ["一", "二", "三"].randomElement(using: &random)!
    }.joined()
    // The rules would join letters that stand side by side, or beside some punctuation.
    let isOpen = last.map { $0.after.isEmpty || $0.after == "." || $0.after == " + " } ?? true
    switch Int.random(in: 0..<8, using: &random) {
    case 0 where !isOpen:
      return PlainEpisode.Word(
        ["a", "b", "ab", "3"].randomElement(using: &random)!, kind: WordKind.letters.rawValue,
        after: after == "" || after == "." ? " " : after)
    case 1 where !isOpen:
      return PlainEpisode.Word(
        Self.userWords.randomElement(using: &random)!, kind: WordKind.user.rawValue,
        after: after == "" || after == "." ? "。" : after)
    default: return PlainEpisode.Word(han, kind: WordKind.han.rawValue, after: after)
    }
  }

  private func index(_ random: inout SeededGenerator) throws -> IndexReader {
    let count = Int.random(in: 1...5, using: &random)
    let episodes = (0..<count).map { number in
      PlainEpisode(
        path: "/\(number)", speakers: number == 1 ? [] : ["甲", "乙"],
        cues: (0..<Int.random(in: 1...6, using: &random)).map { _ in
          var cue = cue(&random)
          if number == 1 { cue.speaker = nil }
          return cue
        })
    }
    // In one segment or several, and some episodes gone again.
    let inParts = Bool.random(using: &random)
    let removed = count > 1 && Bool.random(using: &random) ? [FilePath("/0")] : []
    return try PlainEpisode.index(episodes, inParts: inParts, removed: removed)
  }

  @Test func agreesWithAPlainScan() throws {
    var random = SeededGenerator(seed: 6)
    var found = 0
    for _ in 0..<(TestData.isLong ? 5_000 : 300) {
      let reader = try index(&random)
      let search = try SearchState(Searcher(reader, userKind: WordKind.user.rawValue) { _ in [] })
      let scan = try PlainTextScan(reader, search.analyzer)
      guard scan.hasWords else { continue }
      for _ in 0..<10 {
        let text = scan.sample(Int.random(in: 1...8, using: &random), &random)
        let pattern = try search.analyzer.pattern(of: text)
        // A point in 3.5 is no word without its digits.
        guard pattern.hasWords else { continue }
        let expected = scan.places(of: pattern)
        let places = try search.places(of: pattern)
        let agrees =
          Set(places.keys) == Set(expected.keys)
          && expected.allSatisfy { PlainTextScan.agree(places[$0]!, $1) }
        guard agrees else {
          let texts = try (0..<reader.episodeCount).map {
            String(decoding: try reader.text(of: $0), as: UTF8.self)
          }
          Issue.record("“\(text)” in \(texts): \(places), not \(expected)")
          return
        }
        found += expected.values.joined().count
      }
    }
    #expect(found > 1_000)
  }
}
