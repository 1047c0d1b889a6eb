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
  private var loops = LoopDetector()
  private var stock = StockCueFinder()
  private var (hanWords, otherWords) = (0, 0)

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
    record.setSpeakers(transcript.speakers)
    encoder.begin()
    (loops, stock) = (LoopDetector(), StockCueFinder())
    (hanWords, otherWords) = (0, 0)
    for cue in transcript.cues {
      let start = text.count
      text += transcript.text[cue.text]
      block.cues.append(
        WordBlock.Cue(
          text: start..<text.count, start: cue.start, end: cue.end, speaker: cue.speaker))
      for time in transcript.wordTimes.times(in: cue.text) {
        let offset = time.offset - cue.text.lowerBound + start
        block.wordTimes.append(WordBlock.WordTime(offset: offset, start: time.start))
      }
      text.append(0x0A)
      if text.count >= Self.blockLength { try addBlock() }
    }
    if !block.cues.isEmpty { try addBlock() }
    (record.loops, record.stock) = (loops.loops, stock.cues)
    (record.hanWords, record.otherWords) = (hanWords, otherWords)
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
    findRepetitions(block, form.bytes)
    countScripts(block)
    encoder.add(block, form: form.bytes.span, text: text.span)
    block.removeAll()
    text.removeAll(keepingCapacity: true)
    swap(&text, &self.text)
    swap(&form, &self.form)
    swap(&block, &self.block)
  }

  private func fill(_ block: inout WordBlock, _ form: NormalizedText) {
    var filler = BlockFiller(block.cues, form)
    let tokens = tokens.tokens
    block.fill(room: Self.room(for: tokens)) { filler.fill($0, with: tokens) }
    block.cues = filler.cues
  }

  private func findRepetitions(_ block: WordBlock, _ form: ArraySlice<UInt8>) {
    var first = 0
    for cue in block.cues {
      let words = block.words[first..<cue.wordEnd]
      first = cue.wordEnd
      let range = words.first.map { Int($0.keyStart)..<Int(words.last!.keyEnd) } ?? 0..<0
      loops.add(form[range], speaker: cue.speaker)
      let joined = { words.flatMap { form[Int($0.keyStart)..<Int($0.keyEnd)] } }
      stock.add(form[range], words: joined, start: cue.start, end: cue.end)
    }
  }

  private func countScripts(_ block: WordBlock) {
    for word in block.words {
      switch WordKind(rawValue: word.kind) {
      case .han: hanWords += 1
      case .letters, .kana, .hangul, .name: otherWords += 1
      default: break
      }
    }
  }

  /// Room for the words among tokens: counted only where they are more than a block has, as in one
  /// line of millions of separators.
  private static func room(for tokens: ArraySlice<Token>) -> Int {
    tokens.count <= blockLength ? tokens.count : tokens.count { $0.kind.isWord }
  }
}
