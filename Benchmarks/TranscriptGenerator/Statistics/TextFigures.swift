/// What texts of a style are measured by.
public struct TextFigures: Sendable {
  /// Words per 1,000 bytes of the files.
  public var wordsPerKilobyte: Double
  /// Distinct words in 10,000 words, on average.
  public var distinctPerTenThousand: Double
  /// Compressed size by size, each file by itself, Zstandard at level 3.
  public var compression: Double
  /// Distinct words after the first n, on average; the marks are those of the style.
  public var growth: [Double]

  /// How many orders of the episodes growth is averaged over.
  private static let orders = 16
  private static let block = 10_000

  init(
    wordsPerKilobyte: Double, distinctPerTenThousand: Double, compression: Double, growth: [Double]
  ) {
    self.wordsPerKilobyte = wordsPerKilobyte
    self.distinctPerTenThousand = distinctPerTenThousand
    self.compression = compression
    self.growth = growth
  }

  /// Measures episodes.
  ///
  /// Where the original of a style is one episode, distinct words are counted from the start of
  /// each episode that is about as long, else in all episodes one after another.
  ///
  /// - Parameters:
  ///   - episodes: the words of each, see `WordReader`.
  ///   - bytes: of all files.
  ///   - compressed: bytes of all files, each compressed by itself.
  public init(_ style: TranscriptStyle, of episodes: [[UInt64]], bytes: Int, compressed: Int) {
    let marks = style.growthMarks
    let words = episodes.reduce(0) { $0 + $1.count }
    wordsPerKilobyte = Double(words) * 1000 / Double(bytes)
    compression = Double(compressed) / Double(bytes)
    switch style {
    case .sayit:
      growth = VocabularyGrowth.mean(of: episodes, marks: marks, orders: Self.orders)
      distinctPerTenThousand = Self.distinctPerBlock(of: Array(episodes.joined()))
    case .indigo:
      let long = episodes.filter { $0.count >= marks.last! }
      let each = long.map { VocabularyGrowth.mean(of: [$0], marks: marks, orders: 1) }
      growth = marks.indices.map { mark in Self.mean(each.map { $0[mark] }) }
      distinctPerTenThousand = Self.mean(long.map { Self.distinctPerBlock(of: $0) })
    }
  }

  private static func distinctPerBlock(of words: [UInt64]) -> Double {
    let starts = stride(from: 0, through: words.count - block, by: block)
    return mean(starts.map { Double(Set(words[$0..<$0 + block]).count) })
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
