import ICUSupport
import InvertedIndex
import TextNormalization
import Transcripts
import WordSegmentation

/// Takes the words from among the segments of some cues, each with its place in the original and with
/// what follows it.
struct BlockFiller {
  /// The cues, which get the ends of their words and what stands before the first one.
  private(set) var cues: [WordBlock.Cue]
  private let form: ArraySlice<UInt8>
  private var walk: OffsetWalk
  private var cue = 0
  private var cueEnd: Int
  /// How many words there are, and how many the cues before have.
  private var (count, firstWord) = (0, 0)
  /// Where the last sound mark ends in the search form.
  private var markEnd = 0

  /// - Parameters:
  ///   - cues: at least one.
  ///   - form: the search form of their texts, a line feed after each.
  init(_ cues: [WordBlock.Cue], _ form: NormalizedText) {
    self.cues = cues
    self.form = form.bytes
    walk = OffsetWalk(form.offsets)
    cueEnd = cues[0].text.upperBound
  }

  /// Writes the words; there is room for one for each token that is a word.
  ///
  /// - Returns: how many there are.
  mutating func fill(
    _ words: UnsafeMutableBufferPointer<WordBlock.Word>, with tokens: ArraySlice<Token>
  ) -> Int {
    for token in tokens {
      let original = walk.original(of: token.range)
      if original.lowerBound >= cueEnd {
        endCues(at: original.lowerBound)
        if isLineFeed(token, original) { continue }
      }
      if token.kind.isWord, token.start >= markEnd {
        precondition(count < words.count)
        words[count] = WordBlock.Word(token, original)
        count += 1
      } else {
        addSeparator(token.range, words)
      }
    }
    endCues(at: .max - 1)
    return count
  }

  /// Whether it is the line feed after a cue.
  private func isLineFeed(_ token: Token, _ original: Range<Int>) -> Bool {
    original.count == 1 && form[token.range.lowerBound] == 0x0A
  }

  private mutating func addSeparator(
    _ range: Range<Int>, _ words: UnsafeMutableBufferPointer<WordBlock.Word>
  ) {
    if SoundMarks.mayStart(with: form[range.lowerBound]), range.lowerBound >= markEnd,
      let end = SoundMarks.end(in: form, at: range.lowerBound)
    {
      markEnd = end
    }
    let gap: WordToken.Gap = isWhiteSpace(range) ? .space : .other
    if count == firstWord {
      cues[cue].lead = max(cues[cue].lead, gap)
    } else {
      words[count - 1].gap = max(words[count - 1].gap, gap)
    }
  }

  /// Most separators are one byte, for which no slice is made.
  @inline(__always)
  private func isWhiteSpace(_ range: Range<Int>) -> Bool {
    guard range.count == 1 else { return form[range].isWhiteSpace }
    return CharacterProperties.isWhiteSpace(UInt32(form[range.lowerBound]))
  }

  /// Ends the cue, and others that are empty, before a position of the original.
  private mutating func endCues(at position: Int) {
    while cue < cues.count, position >= cueEnd {
      cues[cue].wordEnd = count
      firstWord = count
      cue += 1
      // The line feed of this cue stands before the next one.
      cueEnd = cue < cues.count ? cues[cue].text.upperBound : .max
    }
  }
}

extension WordBlock.Word {
  @inline(__always)
  fileprivate init(_ token: Token, _ original: Range<Int>) {
    self.init(
      keyStart: token.start, keyEnd: token.end,
      start: UInt32(truncatingIfNeeded: original.lowerBound),
      end: UInt32(truncatingIfNeeded: original.upperBound), lexiconID: token.lexiconID,
      kind: token.kind.rawValue, gap: .none)
  }
}
