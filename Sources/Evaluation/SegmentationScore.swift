/// How well a segmenter found the words of a gold text: counts, and the shares that follow.
///
/// Shares are from 0 to 1, and nil where there is nothing to take them of. Scores add up to those of
/// both texts together.
public struct SegmentationScore: Hashable, Sendable {
  /// Words of the gold text.
  public var goldWords = 0
  /// Segments that the segmenter gave.
  public var systemWords = 0
  /// Words of the gold text that are segments: both ends agree.
  public var rightWords = 0
  /// Gold words with a Han or kana character that the lexicon lacks; 0 if none was named.
  public var outOfLexiconWords = 0
  /// How many of `outOfLexiconWords` are right.
  public var rightOutOfLexiconWords = 0

  /// The score of no text, to add to.
  public init() {}

  /// The share of segments that are words of the gold text.
  public var precision: Double? { Self.share(rightWords, of: systemWords) }

  /// The share of words of the gold text that were found.
  public var recall: Double? { Self.share(rightWords, of: goldWords) }

  /// The harmonic mean of precision and recall.
  public var f1: Double? { Self.share(2 * rightWords, of: systemWords + goldWords) }

  /// The share of words out of the lexicon that were found; nil if there are none.
  public var outOfLexiconRecall: Double? {
    Self.share(rightOutOfLexiconWords, of: outOfLexiconWords)
  }

  public static func + (first: Self, second: Self) -> Self {
    var sum = first
    sum += second
    return sum
  }

  public static func += (score: inout Self, other: Self) {
    score.goldWords += other.goldWords
    score.systemWords += other.systemWords
    score.rightWords += other.rightWords
    score.outOfLexiconWords += other.outOfLexiconWords
    score.rightOutOfLexiconWords += other.rightOutOfLexiconWords
  }

  private static func share(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}
