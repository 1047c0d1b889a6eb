import ICUSupport
import InvertedIndex
import TextNormalization
import Transcripts
import WordSegmentation

/// Cuts one cue at a time into words in search form that know their place in the original.
///
/// Opening one sets up a segmenter, so keep one per worker. A value must not be used by two
/// threads at a time.
final class CueAnalyzer {
  /// The words of a cue, and what stands around them.
  struct Words {
    struct Word {
      /// Bytes of `form` that are the word's key.
      var key: Range<Int>
      /// Bytes of the original, counted from the start of the cue.
      var original: Range<Int>
      var kind: WordKind
      /// What follows up to the next word of the cue, or up to its end.
      var gap: WordToken.Gap
    }

    var form: [UInt8] = []
    var words: [Word] = []
    /// What stands before the first word, or is all of a cue without words.
    var lead = WordToken.Gap.none
  }

  private let folder: SearchFormFolder
  private let segmenter: any WordSegmenting
  private var form = NormalizedText()
  private var tokens = TokenBuffer()

  /// - Parameter segmentation: over search forms.
  init(_ segmentation: Segmentation) throws(ICUError) {
    folder = try SearchFormFolder()
    segmenter = try segmentation.segmenter()
  }

  func words(of cue: ArraySlice<UInt8>) throws(ICUError) -> Words {
    // Taken out while it is filled, so that its storage stays its own.
    var form = NormalizedText()
    swap(&form, &self.form)
    defer { swap(&form, &self.form) }
    try folder.fold(cue.span, into: &form)
    try segmenter.segment(form.bytes.span, into: &tokens)
    var result = Words(form: Array(form.bytes))
    let marks = SoundMarks.ranges(in: result.form[...])
    var mark = 0
    for index in tokens.indices {
      let range = tokens.range(index)
      while mark < marks.count, marks[mark].upperBound <= range.lowerBound { mark += 1 }
      let isMarked = mark < marks.count && marks[mark].lowerBound <= range.lowerBound
      if tokens.kind(index).isWord, !isMarked {
        result.words.append(
          Words.Word(
            key: range, original: form.offsets.original(of: range), kind: tokens.kind(index),
            gap: .none))
      } else {
        result.addSeparator(form.bytes[range].isWhiteSpace ? .space : .other)
      }
    }
    return result
  }
}

extension CueAnalyzer.Words {
  fileprivate mutating func addSeparator(_ gap: WordToken.Gap) {
    if words.isEmpty {
      lead = max(lead, gap)
    } else {
      words[words.count - 1].gap = max(words[words.count - 1].gap, gap)
    }
  }
}
