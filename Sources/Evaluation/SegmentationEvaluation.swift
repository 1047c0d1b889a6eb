import ICUSupport
import TextNormalization

/// Measures a segmenter against gold texts.
///
/// The segmenter gets the words of a sentence joined without spaces. A word is right when a segment
/// has both its ends; punctuation counts like words. A value must not be used by two threads at a
/// time, as segmenters must not.
public struct SegmentationEvaluation {
  /// Gives the segments of a line of UTF-8, but for white space, as byte offsets into it.
  public typealias Segmenting = (ArraySlice<UInt8>) throws -> [Range<Int>]
  /// Says whether the lexicon lists a word, given in search form.
  public typealias Lookup = (String) throws -> Bool

  private let segments: Segmenting
  private let isKnown: Lookup?
  private let folder: SearchFormFolder

  /// - Parameters:
  ///   - isKnown: the lexicon; without one, no word counts as out of it.
  ///   - segments: the segmenter.
  /// - Throws: `ICUError` when ICU's data cannot be opened.
  public init(isKnown: Lookup? = nil, segments: @escaping Segmenting) throws {
    self.segments = segments
    self.isKnown = isKnown
    folder = try SearchFormFolder()
  }

  /// The score over all sentences together.
  ///
  /// Only words with a Han or kana character in search form can be out of the lexicon; the rest is
  /// none of its business.
  ///
  /// - Throws: what the segmenter and the lexicon throw.
  /// - Complexity: O(n), besides the segmenter and the lexicon.
  public func score(_ gold: GoldText) throws -> SegmentationScore {
    try gold.sentences.reduce(into: SegmentationScore()) { $0 += try score($1) }
  }

  private func score(_ sentence: [String]) throws -> SegmentationScore {
    // Offsets in bytes agree where those in code points would: both are of the same valid text.
    let found = Set(try segments(Array(sentence.joined().utf8)[...]))
    var score = SegmentationScore()
    score.systemWords = found.count
    score.goldWords = sentence.count
    var start = 0
    for word in sentence {
      let end = start + word.utf8.count
      try count(word, isRight: found.contains(start..<end), in: &score)
      start = end
    }
    return score
  }

  private func count(_ word: String, isRight: Bool, in score: inout SegmentationScore) throws {
    if isRight { score.rightWords += 1 }
    guard try isOutOfLexicon(word) else { return }
    score.outOfLexiconWords += 1
    if isRight { score.rightOutOfLexiconWords += 1 }
  }

  private func isOutOfLexicon(_ word: String) throws -> Bool {
    guard let isKnown else { return false }
    let form = String(decoding: try folder.fold(Array(word.utf8).span).bytes, as: UTF8.self)
    return try form.unicodeScalars.contains(where: Self.isLexical) && !isKnown(form)
  }

  /// Whether a character is of a script whose words a lexicon lists.
  private static func isLexical(_ scalar: Unicode.Scalar) -> Bool {
    switch CharacterProperties.script(of: scalar.value) {
    case .han, .kana: true
    case .hangul, .common, .other: false
    }
  }
}
