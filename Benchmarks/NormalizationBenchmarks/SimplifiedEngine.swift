import BenchmarkInputs
import BenchmarkRuns
import TextNormalization
import Zimu

/// Simplified characters, exactly as ICU converts them.
final class SimplifiedEngine: TextEngine {
  static let name = "simplified"
  static let newline = Answer(count: 0, bytes: 1)

  private let converter: SimplifiedConverter

  init() throws {
    converter = try SimplifiedConverter()
  }

  func work(on text: [UInt8]) throws -> Answer {
    let converted = converter.convert(text.span)
    return Answer(count: converted.offsets.edits.count, bytes: converted.bytes.count)
  }

  /// Cue by cue; the bytes are those of a conversion of the text as a string.
  static func naiveAnswer(_ cues: [[UInt8]]) throws -> Answer {
    let converter = try SimplifiedConverter()
    return cues.reduce(Answer()) { answer, cue in
      let string = converter.convert(String(decoding: cue, as: UTF8.self))
      let edits = converter.convert(cue.span).offsets.edits.count
      return answer + Answer(count: edits, bytes: string.utf8.count)
    }
  }
}
