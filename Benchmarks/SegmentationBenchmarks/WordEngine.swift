import BenchmarkInputs
import BenchmarkRuns
import WordSegmentation
import Zimu

/// Words as ICU cuts them, into one token buffer for all texts.
///
/// Whatever cuts them, the plain answer is ICU's own.
final class WordEngine<Source: WordSource>: TextEngine {
  static var name: String { Source.name }
  static var newline: Answer { Answer(count: 0, bytes: 1) }

  private let segmenter: Source.Segmenter
  private var tokens = TokenBuffer()

  init() throws {
    segmenter = try Source.segmenter()
  }

  func work(on text: [UInt8]) throws -> Answer {
    try segmenter.segment(text.span, into: &tokens)
    var answer = Answer(count: 0, bytes: Int(tokens.tokens.last?.end ?? 0))
    for token in tokens.tokens where token.kind.isWord { answer.count += 1 }
    return answer
  }

  static func naiveAnswer(_ cues: [[UInt8]]) throws -> Answer {
    let segmenter = try ICUWordSegmenter()
    return try cues.reduce(Answer()) { answer, cue in
      var tokens = TokenBuffer()
      try segmenter.segment(cue.span, into: &tokens)
      return answer + (try checkedAnswer(tokens, of: cue))
    }
  }

  private static func checkedAnswer(_ tokens: TokenBuffer, of cue: [UInt8]) throws -> Answer {
    var end = 0
    for index in tokens.indices {
      let range = tokens.range(index)
      guard range.lowerBound == end, !range.isEmpty else { throw InputError("a gap at \(end)") }
      end = range.upperBound
    }
    guard end == cue.count else { throw InputError("\(end) bytes of \(cue.count) are covered") }
    return Answer(count: tokens.tokens.count(where: \.kind.isWord), bytes: end)
  }
}
