extension TranscriptStyle {
  /// The numbers of words at which `TextFigures.growth` is taken.
  public var growthMarks: [Int] {
    switch self {
    case .sayit:
      [
        1000, 3000, 10_000, 30_000, 100_000, 200_000, 300_000, 500_000, 1_000_000, 1_500_000,
        2_000_000,
      ]
    case .indigo: [1000, 3000, 5000, 8000, 10_000, 12_000]
    }
  }

  /// The figures of the real transcripts that the style is modelled on.
  ///
  /// Measured by `TextFigures` on 254 public transcripts of Taiwanese meetings (13.4 MB, 2.27
  /// million words), and on one recognised livestream of 90 minutes (64 kB, 12,359 words).
  public var originalFigures: TextFigures {
    switch self {
    case .sayit:
      TextFigures(
        wordsPerKilobyte: 168.92, distinctPerTenThousand: 2092.4, compression: 0.3994,
        growth: [437.8, 948.6, 2075.8, 4013.6, 7724.6, 10947, 13280, 16703, 22407, 26553, 29938])
    case .indigo:
      TextFigures(
        wordsPerKilobyte: 191.63, distinctPerTenThousand: 1926, compression: 0.4298,
        growth: [417, 873, 1222, 1633, 1926, 2181])
    }
  }

  /// How the vocabulary of any number of episodes grows.
  ///
  /// The law is fitted to the meetings from 200,000 words on: below, the curve is steeper. One
  /// episode does not tell how the vocabulary of thousands grows – within one, β is 0.65, in the
  /// meetings too – so the livestream's law is that of the meetings, in proportion to what both
  /// have after 12,000 words.
  public var vocabularyLaw: HeapsLaw {
    let meetings = TranscriptStyle.sayit
    let points = zip(meetings.growthMarks, meetings.originalFigures.growth)
    let law = HeapsLaw(
      fitting: points.filter { $0.0 >= 200_000 }.map { (words: $0.0, distinct: $0.1) })
    guard self == .indigo else { return law }
    // Distinct words after 12,000 in the livestream and in the meetings.
    return HeapsLaw(factor: law.factor * 2181 / 2325, exponent: law.exponent)
  }
}
