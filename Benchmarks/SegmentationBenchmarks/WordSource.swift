import WordSegmentation
import Zimu

/// Where a `WordEngine` gets what cuts its words.
protocol WordSource {
  associatedtype Segmenter: WordSegmenting

  /// What it is called in the names of benchmarks.
  static var name: String { get }

  static func segmenter() throws -> Segmenter
}

/// The compiled lexicon of ICU's words.
enum CompiledWords: WordSource {
  static let name = "compiled words"

  static func segmenter() throws -> WordSegmenter { try WordSegmenter(Lexicon.shared(.original)) }
}

/// ICU itself.
enum ICUWords: WordSource {
  static let name = "ICU words"

  static func segmenter() throws -> ICUWordSegmenter { try ICUWordSegmenter() }
}
