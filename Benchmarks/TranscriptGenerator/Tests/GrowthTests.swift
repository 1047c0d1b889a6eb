import Testing
import TranscriptGenerator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Whether there are always new words.
@Suite struct GrowthTests {
  /// 10,000 if `ZIMU_LONG_TESTS` is set, see `check`.
  private static let episodes =
    ProcessInfo.processInfo.environment["ZIMU_LONG_TESTS"] == nil ? 1000 : 10_000
  /// From where on the law holds, and the doublings of it that any sample reaches.
  private static let marks = (0..<16).map { 200_000 << $0 }

  @Test(arguments: TranscriptStyle.allCases)
  func vocabularyGrowsByHeapsLaw(_ style: TranscriptStyle) throws {
    let generator = try EpisodeGenerator(style, seed: 1)
    let reader = try WordReader()
    var growth = VocabularyGrowth(marks: Self.marks)
    for number in 0..<Self.episodes {
      let episode = generator.episode(number)
      growth.add(try reader.words(of: episode.bytes, name: episode.path))
    }
    #expect(growth.distinct.count >= (Self.episodes == 1000 ? 6 : 9))
    for (mark, distinct) in zip(growth.marks, growth.distinct) {
      let law = style.vocabularyLaw.distinct(after: mark)
      let share = Double(distinct) / law
      print("\(style): \(distinct) distinct words after \(mark), \(share) of the law")
      #expect(abs(share - 1) < 0.1, "\(distinct) for \(law) after \(mark) words")
    }
  }
}
