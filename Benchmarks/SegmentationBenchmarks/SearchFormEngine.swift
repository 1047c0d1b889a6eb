import BenchmarkInputs
import Zimu

/// The search form, by one folder for all texts.
final class SearchFormEngine: TextEngine {
  static let name = "search form"
  static let newline = Answer(count: 1, bytes: 1)

  private let folder: SearchFormFolder

  init() throws {
    folder = try SearchFormFolder()
  }

  func work(on text: [UInt8]) throws -> Answer {
    let form = try folder.fold(text.span).bytes
    var answer = Answer(count: 0, bytes: form.count)
    for byte in form where byte & 0xC0 != 0x80 { answer.count += 1 }
    return answer
  }

  static func naiveAnswer(_ cues: [[UInt8]]) throws -> Answer {
    let folder = try SearchFormFolder()
    return try cues.reduce(Answer()) { answer, cue in
      let form = try folder.fold(cue.span)
      guard form.offsets.original(of: 0..<form.bytes.count).upperBound <= cue.count else {
        throw InputError("the way back leads out of the text")
      }
      let string = String(decoding: form.bytes, as: UTF8.self)
      return answer + Answer(count: string.unicodeScalars.count, bytes: string.utf8.count)
    }
  }
}
