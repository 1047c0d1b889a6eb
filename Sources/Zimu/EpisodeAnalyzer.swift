import ICUSupport
import InvertedIndex
import TextNormalization
import Transcripts
import WordSegmentation

/// Turns transcripts into episodes that an index can take.
///
/// Cues are folded and segmented many at a time, a line feed after each: a line feed combines with
/// nothing and ends every word. A value must not be used by two threads at a time.
final class EpisodeAnalyzer {
  /// About how many bytes of text are analysed at a time: what fits the second cache with its words.
  private static let blockLength = 64 << 10

  let encoder: EpisodeEncoder
  private let folder: SearchFormFolder
  private let segmenter: any WordSegmenting
  private var text: [UInt8] = []
  private var form = NormalizedText()
  private var tokens = TokenBuffer()
  private var block = WordBlock()

  /// - Parameter id: see `EpisodeEncoder`.
  init(_ segmentation: Segmentation, id: Int) throws(ICUError) {
    encoder = EpisodeEncoder(id: id)
    folder = try SearchFormFolder()
    segmenter = try segmentation.segmenter()
  }

  func analyze(
    _ transcript: Transcript, record: EpisodeRecord
  ) throws(ICUError) -> EncodedEpisode {
    var record = record
    record.speakers = transcript.speakers
    encoder.begin()
    for cue in transcript.cues {
      let start = text.count
      text += transcript.text[cue.text]
      block.cues.append(
        WordBlock.Cue(
          text: start..<text.count, start: cue.start, end: cue.end, speaker: cue.speaker))
      text.append(0x0A)
      if text.count >= Self.blockLength { try addBlock() }
    }
    if !block.cues.isEmpty { try addBlock() }
    return encoder.finish(record)
  }

  private func addBlock() throws(ICUError) {
    // Taken out while they are used, so that their storage stays their own.
    var (text, form, block) = ([UInt8](), NormalizedText(), WordBlock())
    swap(&text, &self.text)
    swap(&form, &self.form)
    swap(&block, &self.block)
    try folder.fold(text.span, into: &form)
    try segmenter.segment(form.bytes.span, into: &tokens)
    fill(&block, form)
    encoder.add(block, form: form.bytes.span, text: text.span)
    block.removeAll()
    text.removeAll(keepingCapacity: true)
    swap(&text, &self.text)
    swap(&form, &self.form)
    swap(&block, &self.block)
  }

  private func fill(_ block: inout WordBlock, _ form: NormalizedText) {
    var filler = BlockFiller(block, OffsetWalk(form.offsets))
    block = WordBlock()
    let (bytes, tokens) = (form.bytes, tokens)
    for index in tokens.indices {
      filler.add(tokens.range(index), tokens.kind(index), tokens.lexiconID(index), of: bytes)
    }
    block = filler.finish()
  }
}

/// Fills a block with the words among segments.
private struct BlockFiller {
  private var block: WordBlock
  private var walk: OffsetWalk
  private var cue = 0
  private var cueEnd: Int
  /// How many words the cues before have.
  private var firstWord = 0
  /// Where the last sound mark ends in the search form.
  private var markEnd = 0

  init(_ block: WordBlock, _ walk: OffsetWalk) {
    (self.block, self.walk) = (block, walk)
    cueEnd = block.cues[0].text.upperBound
  }

  @inline(__always)
  mutating func add(
    _ range: Range<Int>, _ kind: WordKind, _ lexiconID: UInt32, of form: ArraySlice<UInt8>
  ) {
    let original = walk.original(of: range)
    if original.lowerBound >= cueEnd {
      endCues(at: original.lowerBound)
      // The line feed itself.
      if original.lowerBound + 1 == original.upperBound, form[range.lowerBound] == 0x0A { return }
    }
    if kind.isWord, range.lowerBound >= markEnd {
      block.words.append(
        WordBlock.Word(
          keyStart: UInt32(range.lowerBound), keyEnd: UInt32(range.upperBound),
          start: UInt32(original.lowerBound), end: UInt32(original.upperBound),
          lexiconID: lexiconID, kind: kind.rawValue, gap: .none))
    } else {
      addSeparator(range, form)
    }
  }

  private mutating func addSeparator(_ range: Range<Int>, _ form: ArraySlice<UInt8>) {
    if range.lowerBound >= markEnd,
      let end = SoundMarks.end(in: form, at: range.lowerBound)
    {
      markEnd = end
    }
    let gap: WordToken.Gap = form[range].isWhiteSpace ? .space : .other
    if block.words.count == firstWord {
      block.cues[cue].lead = max(block.cues[cue].lead, gap)
    } else {
      let last = block.words.count - 1
      block.words[last].gap = max(block.words[last].gap, gap)
    }
  }

  /// Ends the cue, and others that are empty, before a position of the original.
  private mutating func endCues(at position: Int) {
    while cue < block.cues.count, position >= cueEnd {
      block.cues[cue].wordEnd = block.words.count
      firstWord = block.words.count
      cue += 1
      // The line feed of this cue stands before the next one.
      cueEnd = cue < block.cues.count ? block.cues[cue].text.upperBound : .max
    }
  }

  mutating func finish() -> WordBlock {
    endCues(at: .max - 1)
    return block
  }
}
