import TestSupport
import Testing

@testable import Indexing

@Suite struct StuckCueTests {
  private func isStuck(_ text: String) -> Bool { StuckCue.isStuck(Array(text.utf8)[...]) }

  @Test(arguments: [
    (String(repeating: "我想", count: 6), true), (String(repeating: "我想", count: 5), false),
    ("对对对对对对", true), ("对对对对对", false),
    ("今天" + String(repeating: "我想我想", count: 30), true),
    (String(repeating: "thank you ", count: 8), true),
    // Thirty characters, and one more.
    (String(repeating: "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉", count: 6), true),
    (String(repeating: "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌", count: 6), false),
    // Laughter takes less than three fifths.
    ("哈哈哈哈哈哈我们今天聊一下数据", false), ("", false), ("好", false),
  ])
  func examples(text: String, expected: Bool) { #expect(isStuck(text) == expected) }

  /// As the definition says, by trying all.
  private func plainIsStuck(_ words: [UInt8]) -> Bool {
    for period in stride(from: 1, through: 120, by: 1) where words.count >= 6 * period {
      for start in 0...(words.count - 6 * period) {
        var end = start
        while end + period < words.count, words[end] == words[end + period] { end += 1 }
        let stretch = end - start + period
        let characters = words[start..<(start + period)].count { $0 & 0xC0 != 0x80 }
        if end > start, stretch >= 6 * period, stretch * 5 >= words.count * 3, characters <= 30,
          characters > 0
        {
          return true
        }
      }
    }
    return false
  }

  @Test func asByTryingAll() {
    var generator = SeededGenerator(seed: 184)
    for _ in 0..<3_000 {
      let alphabet = ["a", "好", "的", " "].prefix(Int.random(in: 1...4, using: &generator))
      let part = { (length: Int, generator: inout SeededGenerator) in
        (0..<length).map { _ in alphabet.randomElement(using: &generator)! }.joined()
      }
      let lead = part(Int.random(in: 0...6, using: &generator), &generator)
      let period = part(Int.random(in: 1...4, using: &generator), &generator)
      let tail = part(Int.random(in: 0...6, using: &generator), &generator)
      let count = Int.random(in: 1...9, using: &generator)
      let text = Array((lead + String(repeating: period, count: count) + tail).utf8)
      #expect(
        StuckCue.isStuck(text[...]) == plainIsStuck(text),
        "\(String(decoding: text, as: UTF8.self))")
    }
  }
}
