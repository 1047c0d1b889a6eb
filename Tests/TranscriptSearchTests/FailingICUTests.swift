import ICUSupport
import InvertedIndex
import TestSupport
import Testing
import TextNormalization

@testable import TranscriptSearch

/// ICU fails in the middle of a search, at each of the calls by turns: the search throws, and what is
/// asked afterwards is answered as if nothing had happened.
@Suite struct FailingICUTests {
  /// Asks ICU, and fails at one call.
  private final class FailingAnalyzer: PatternAnalyzer {
    static let error = ICUError(.status(7), "a call in the middle")
    var calls = 0
    var failing: Int?

    private func count() throws(ICUError) {
      calls += 1
      if calls == failing { throw Self.error }
    }

    override func folded(
      _ text: ArraySlice<UInt8>, before: UInt32?, after: UInt32?
    ) throws(ICUError) -> NormalizedText {
      try count()
      return try super.folded(text, before: before, after: after)
    }

    override func characters(of form: ArraySlice<UInt8>) throws(ICUError) -> [Character] {
      try count()
      return try super.characters(of: form)
    }
  }

  /// All that a search tells.
  private struct Answer: Hashable {
    var episodes: [EpisodeScore] = []
    var cues: [Int] = []
    var ranges: [Range<Int>] = []
    var top: [EpisodeScore] = []
    var counts: [Int: Int] = [:]
    var reasons: [ZeroHitReason] = []
  }

  private let reader: IndexReader

  init() throws {
    let cues = [
      ["我们", "讨论", "数据", "中心"], ["Open", "AI", "说", "数据"], ["数", "据", "中心", "很", "好"],
      ["open", "source", "模型"],
    ]
    reader = try PlainEpisode.index(
      (0..<4).map { number in
        PlainEpisode(
          path: "/\(number)", speakers: ["甲"],
          cues: (0..<4).map { cue in
            let words = cues[(number + cue) % cues.count].enumerated().map { place, word in
              PlainEpisode.Word(word, after: (place + number) % 3 == 0 ? "，" : " ")
            }
            return PlainEpisode.Cue(words, speaker: 0)
          })
      }, inParts: true)
  }

  private func search(_ analyzer: PatternAnalyzer) throws -> SearchState {
    let searcher = try Searcher(reader, userKind: nil) { text in
      try PatternAnalyzer().folded(Array(text.utf8)[...]).bytes.split(separator: 0x20)
        .map(Array.init)
    }
    return try SearchState(searcher, analyzer: analyzer)
  }

  private func answer(_ query: String, _ search: SearchState) throws -> Answer {
    let run = try PreparedQuery(
      query, search,
      fold: {
        try String(decoding: search.analyzer.folded(Array($0.utf8)[...]).bytes, as: UTF8.self)
      },
      filter: { _, _ in Everything() })
    var answer = Answer()
    (answer.episodes, answer.top) = (try run.episodes(), try run.top(2))
    for found in answer.episodes {
      let details = try run.details(of: found.episode)
      for cue in try run.cues(of: found.episode) {
        answer.cues.append(cue.cue)
        for match in cue.matches { answer.ranges.append(try details.range(of: match)) }
      }
    }
    let count = OccurrenceCounter(search, match: .text)
    if let pattern = try count.pattern(of: query) {
      try count.forEachCount(of: pattern) { answer.counts[$0] = $1 }
    }
    if answer.episodes.isEmpty { answer.reasons = try run.zeroHitReasons() }
    return answer
  }

  @Test(arguments: [
    "数据", "数据中心", "们讨", "据，中", "open ai", "exact:Open", "\"AI 说\"", "word:数据", "o*",
    "NEAR/3(数 心)", "数据 OR 模型 -open", "中心 AND 好", "show:x OR 数", "没有", "opne",
  ])
  func aSearchThrowsWhereICUFails(query: String) throws {
    let counting = try FailingAnalyzer()
    let expected = try answer(query, search(counting))
    #expect(counting.calls > 0)
    for call in 1...counting.calls {
      let analyzer = try FailingAnalyzer()
      analyzer.failing = call
      let search = try search(analyzer)
      #expect(throws: FailingAnalyzer.error, "call \(call) of \(counting.calls)") {
        try answer(query, search)
      }
      // What is kept of the search that failed does not change the next one.
      #expect(try answer(query, search) == expected, "call \(call)")
    }
  }
}
