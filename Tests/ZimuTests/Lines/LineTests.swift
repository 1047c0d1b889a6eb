import TestSupport
import Testing
import Zimu

@Suite struct LineTests {
  private func segments(_ text: String, search: Bool) throws -> [LineSegmenter.Segment] {
    try LineSegmenter(usesSearchForm: search).segments(of: Array(text.utf8)[...])
  }

  @Test func textIsTheInputsOwn() throws {
    let segments = try segments("ＡＩ的軟體 ㈠", search: true)
    #expect(segments.map(\.text) == ["ＡＩ", "的", "軟體", "㈠"])
    #expect(segments.map(\.form) == ["ai", "的", "软体", "(一)"])
    #expect(segments.map(\.kind) == [.letters, .han, .han, .han])
    #expect(segments.map(\.range) == [0..<6, 6..<9, 9..<15, 16..<19])
  }

  @Test func whiteSpaceIsLeftOut() throws {
    #expect(try segments(" a\u{3000} b\t。", search: false).map(\.text) == ["a", "b", "。"])
    #expect(try segments("", search: false).isEmpty)
  }

  /// Joined without what is left out, segments give the text back, whatever the bytes.
  @Test func segmentsCoverTheLine() throws {
    var generator = SeededGenerator(seed: 41)
    for search in [false, true] {
      let segmenter = try LineSegmenter(usesSearchForm: search)
      for _ in 0..<2_000 {
        let line = RandomText.bytes(length: 60, using: &generator)
        let segments = try segmenter.segments(of: line[...])
        for (first, second) in zip(segments, segments.dropFirst()) {
          #expect(first.range.upperBound <= second.range.lowerBound)
        }
        #expect(segments.last?.range.upperBound ?? 0 <= line.count)
      }
    }
  }

  @Test func normalizesEachWay() throws {
    let line = Array("ＯｐｅｎＡＩ的軟體，OK".utf8)[...]
    let simplified = try LineNormalizer(.simplified).normalize(line)
    #expect(String(decoding: simplified.bytes, as: UTF8.self) == "ＯｐｅｎＡＩ的软体，OK")
    let search = try LineNormalizer(.search).normalize(line)
    #expect(String(decoding: search.bytes, as: UTF8.self) == "openai的软体,ok")
  }
}
