#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension WordLattice {
  /// What a word costs that is this frequent, by the measure that ICU's costs have.
  ///
  /// Measured on transcripts, a word of ICU's dictionary that stands f times in a million words
  /// costs about 120 − 9 ln f; a weight counts occurrences in sixty million, as jieba's do.
  static func cost(ofFrequency weight: Double) -> UInt64 {
    let cost = 120 - 9 * log(weight / 60)
    return UInt64(min(max(cost.rounded(), 1), 254))
  }
}
