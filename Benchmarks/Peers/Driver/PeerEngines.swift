import TextNormalization
import WordSegmentation
import Zimu

/// Words by ICU itself, all into one buffer; counts segments.
final class WordEngine: PeerEngine {
  private let segmenter: ICUWordSegmenter
  private var tokens = TokenBuffer()

  init() throws {
    segmenter = try ICUWordSegmenter()
  }

  func work(on text: [UInt8]) throws -> Int {
    try segmenter.segment(text.span, into: &tokens)
    return tokens.count
  }
}

/// Words by the compiled lexicon, as commands open it, all into one buffer; counts segments.
final class CompiledWordEngine: PeerEngine {
  private let segmenter: WordSegmenter
  private var tokens = TokenBuffer()

  init() throws {
    segmenter = try WordSegmenter(Lexicon.shared(.original))
  }

  func work(on text: [UInt8]) throws -> Int {
    try segmenter.segment(text.span, into: &tokens)
    return tokens.count
  }
}

/// Words of the search form, as the index has them: folds first; counts segments.
final class SearchWordEngine: PeerEngine {
  private let folder: SearchFormFolder
  private let segmenter: WordSegmenter
  private var form = NormalizedText()
  private var tokens = TokenBuffer()

  init() throws {
    folder = try SearchFormFolder()
    segmenter = try WordSegmenter(Lexicon.shared(.search))
  }

  func work(on text: [UInt8]) throws -> Int {
    try folder.fold(text.span, into: &form)
    try segmenter.segment(form.bytes.span, into: &tokens)
    return tokens.count
  }
}

/// The search form with its offset map, all into one value; counts bytes.
final class SearchFormEngine: PeerEngine {
  private let folder: SearchFormFolder
  private var form = NormalizedText()

  init() throws {
    folder = try SearchFormFolder()
  }

  func work(on text: [UInt8]) throws -> Int {
    try folder.fold(text.span, into: &form)
    return form.bytes.count
  }
}

/// Simplified characters with their offset map, a new value each time; counts bytes.
final class SimplifiedEngine: PeerEngine {
  private let converter: SimplifiedConverter

  init() throws {
    converter = try SimplifiedConverter()
  }

  func work(on text: [UInt8]) -> Int {
    converter.convert(text.span).bytes.count
  }
}
