import Indexing
import TextNormalization
import Transcripts
import WordSegmentation
import Zimu

/// Reads the words of transcripts as an index counts them: in search form, cue by cue.
///
/// A word is a number of 64 bits: the same for the same word, with a chance of some 2⁻⁶⁴ for two
/// words to share one. A value must not be used by two threads at a time.
public final class WordReader {
  private let folder: SearchFormFolder
  private let segmenter: any WordSegmenting
  private var form = NormalizedText()
  private var tokens = TokenBuffer()

  public init() throws {
    folder = try SearchFormFolder()
    segmenter = try Segmentation(.compiled, .search).segmenter()
  }

  /// The words of a transcript.
  public func words(of file: [UInt8], name: String) throws -> [UInt64] {
    let transcript = try Transcript.read(file, fileName: name)
    var words: [UInt64] = []
    for cue in transcript.cues {
      try folder.fold(transcript.text[cue.text].span, into: &form)
      try segmenter.segment(form.bytes.span, into: &tokens)
      for index in tokens.indices where tokens.kind(index).isWord {
        words.append(key(of: index))
      }
    }
    return words
  }

  /// The lexicon's number of a word, or a hash (FNV-1a) of one that it does not list.
  private func key(of index: Int) -> UInt64 {
    let id = tokens[index].lexiconID
    guard id == Token.noLexiconID else { return UInt64(id) }
    let hash = form.bytes[tokens.range(index)].reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return hash | 1 << 63
  }
}
