import TestSupport
import Testing

@testable import TextNormalization

/// The walk gives what the map gives.
@Suite struct OffsetWalkTests {
  private static let pieces = [
    "軟件", "abc", "，", "。", "㈠", "ﬁ", "\u{200B}", "\u{200B}\u{2060}", "e\u{301}", "①", "𠮷", "ß",
    "ＡＩ", " ", "的", "㍿", "\u{FEFF}", "한", "½",
  ]

  @Test func equalsTheMap() throws {
    let folder = try SearchFormFolder()
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<1_500 {
      let text = (0..<Int.random(in: 0...14, using: &generator))
        .map { _ in Self.pieces.randomElement(using: &generator)! }.joined()
      let form = try folder.fold(Array(text.utf8).span)
      var walk = OffsetWalk(form.offsets)
      for range in Self.ranges(of: Array(form.bytes), using: &generator) {
        #expect(walk.original(of: range) == form.offsets.original(of: range), "\(text) \(range)")
      }
    }
  }

  /// Ranges one after another, some of them left out.
  private static func ranges(
    of bytes: [UInt8], using generator: inout SeededGenerator
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for end in bytes.indices.dropFirst().filter({ bytes[$0] & 0xC0 != 0x80 }) + [bytes.count]
    where end > start && Bool.random(using: &generator) {
      if Int.random(in: 0..<4, using: &generator) > 0 { ranges.append(start..<end) }
      start = end
    }
    return ranges
  }
}
