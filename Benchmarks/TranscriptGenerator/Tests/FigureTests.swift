import Testing
import TranscriptGenerator

/// Whether generated transcripts measure like their originals.
@Suite struct FigureTests {
  private static let hasOriginals = Sample.evaluation != nil

  @Test(arguments: TranscriptStyle.allCases)
  func generatedTranscriptsAreLikeTheirOriginals(_ style: TranscriptStyle) throws {
    let figures = try Sample.generated(style).figures(style)
    expect(figures, style.originalFigures, within: 0.1, style)
  }

  @Test(
    .enabled(if: hasOriginals, "ZIMU_EVALUATION_DATA is not set"),
    arguments: TranscriptStyle.allCases)
  func originalsMeasureAsStated(_ style: TranscriptStyle) throws {
    let figures = try Sample.original(style).figures(style)
    expect(figures, style.originalFigures, within: 0.001, style)
  }

  private func expect(
    _ figures: TextFigures, _ stated: TextFigures, within share: Double, _ style: TranscriptStyle
  ) {
    print("\(style):", figures)
    expect(figures.wordsPerKilobyte, stated.wordsPerKilobyte, share, "words per kB")
    expect(figures.distinctPerTenThousand, stated.distinctPerTenThousand, share, "per 10,000")
    expect(figures.compression, stated.compression, share, "compression")
    #expect(figures.growth.count == stated.growth.count)
    for (index, mark) in style.growthMarks.enumerated() {
      expect(figures.growth[index], stated.growth[index], share, "growth at \(mark)")
    }
  }

  private func expect(_ value: Double, _ stated: Double, _ share: Double, _ name: String) {
    #expect(abs(value / stated - 1) < share, "\(name): \(value) for \(stated)")
  }
}
