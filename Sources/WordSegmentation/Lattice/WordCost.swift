#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Costs of words: scaled negative logarithms of probabilities, as ICU's dictionary has them.
enum WordCost {
  /// The highest cost of a word.
  static let highest = 254

  /// What a word costs that is this frequent.
  ///
  /// In transcripts, words of ICU's dictionary that stand f times in a million cost about
  /// 120 − 6.2 ln f (meetings) and 117 − 5.7 ln f (talks), by least squares over some 2,800 words
  /// each. A weight counts occurrences in sixty million words, as in jieba's dictionary.
  static func ofFrequency(_ weight: Double) -> UInt64 {
    UInt64(min(max((118 - 6 * log(weight / 60)).rounded(), 1), Double(highest)))
  }

  /// About how likely a word is, as a share of all words.
  static func probability(_ cost: UInt16) -> Double { exp(-Double(cost) / 9) }

  /// What a word costs that stands for two: that of the sum of their probabilities.
  ///
  /// The scale is chosen by word F1 of the folded lexicon on UD Chinese GSD, GSDSimp and PUD: the
  /// lower of the costs gives 78.43, 78.41, 78.20, the higher 78.02, 78.00, 77.04, the sum 78.48,
  /// 78.45, 78.24 at 8, 78.52, 78.49, 78.28 at 12, and 78.56, 78.53, 78.35 at 20.
  static func ofEither(_ first: UInt16, _ second: UInt16) -> UInt16 {
    let scale = 20.0
    let sum = exp(-Double(first) / scale) + exp(-Double(second) / scale)
    return UInt16(max(1, (-scale * log(sum)).rounded()))
  }
}
