import BenchmarkInputs
import BenchmarkRuns
import TextNormalization
import Zimu

/// The search form, by one folder into one value for all texts.
final class SearchFormEngine: TextEngine {
  static let name = "search form"
  static let newline = Answer(count: 0, bytes: 1)

  private let folder: SearchFormFolder
  private var form = NormalizedText()

  init() throws {
    folder = try SearchFormFolder()
  }

  func work(on text: [UInt8]) throws -> Answer {
    try folder.fold(text.span, into: &form)
    return Answer(count: form.offsets.edits.count, bytes: form.bytes.count)
  }

  static func naiveAnswer(_ cues: [[UInt8]]) throws -> Answer {
    let folder = try SearchFormFolder()
    return try cues.reduce(Answer()) { answer, cue in
      answer + (try checkedAnswer(try folder.fold(cue.span), of: cue))
    }
  }

  private static func checkedAnswer(_ form: NormalizedText, of cue: [UInt8]) throws -> Answer {
    let edits = form.offsets.edits
    let growth = edits.reduce(0) { $0 + $1.form.count - $1.original.count }
    let bytes = String(decoding: form.bytes, as: UTF8.self).utf8.count
    guard bytes == cue.count + growth else { throw InputError("\(edits) do not make \(bytes)") }
    return Answer(count: edits.count, bytes: bytes)
  }
}
