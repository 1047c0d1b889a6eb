package import ICUSupport
import TextNormalization
import Transcripts
import WordSegmentation

/// Cuts one cue at a time into the keys of its words, as the transcripts of an index were cut.
///
/// Opening one sets up a segmenter, so keep one per worker. A value must not be used by two
/// threads at a time.
package final class CueAnalyzer {
  private let folder: SearchFormFolder
  private let segmenter: any WordSegmenting
  private var form = NormalizedText()
  private var tokens = TokenBuffer()

  /// - Parameter segmentation: over search forms.
  package init(_ segmentation: Segmentation) throws(ICUError) {
    folder = try SearchFormFolder()
    segmenter = try segmentation.segmenter()
  }

  /// The words of a cue in search form, without those of sound marks.
  package func keys(of cue: ArraySlice<UInt8>) throws(ICUError) -> [[UInt8]] {
    // Taken out while it is filled, so that its storage stays its own.
    var form = NormalizedText()
    swap(&form, &self.form)
    defer { swap(&form, &self.form) }
    try folder.fold(cue.span, into: &form)
    try segmenter.segment(form.bytes.span, into: &tokens)
    var keys: [[UInt8]] = []
    let marks = SoundMarks.ranges(in: form.bytes)
    var mark = 0
    for index in tokens.indices where tokens.kind(index).isWord {
      let range = tokens.range(index)
      while mark < marks.count, marks[mark].upperBound <= range.lowerBound { mark += 1 }
      let isMarked = mark < marks.count && marks[mark].lowerBound <= range.lowerBound
      if !isMarked { keys.append(Array(form.bytes[range])) }
    }
    return keys
  }
}
