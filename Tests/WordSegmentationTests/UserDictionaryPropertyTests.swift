import TestSupport
import Testing
import WordSegmentation

/// What holds for any dictionary.
@Suite struct UserDictionaryPropertyTests {
  /// What an index keeps of an entry.
  private struct Kept: Hashable {
    let key: [UInt8]
    let action: UserDictionary.Entry.Action
    let weight: Double?
    let tag: String

    static func of(_ dictionary: UserDictionary) -> [Kept] {
      dictionary.resolved().map {
        Kept(key: $0.key, action: $0.action, weight: $0.weight, tag: $0.tag)
      }
    }
  }

  private static let pieces = [
    "-", "!", "#", "\\", " ", "\t", "\t", "\u{3000}", "\u{FEFF}", "\u{200B}", "\u{301}", "\u{1680}",
    "5", " 5", " 7 n", "\t1e-300", "\t0.1", "软", "軟", "ＡＩ", "\r", "´",
  ]

  /// A line that is seldom plain, and often good.
  private func line(using generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      Bool.random(using: &generator)
        ? Self.pieces.randomElement(using: &generator)!
        : RandomText.string(length: 3, using: &generator)
    }.joined()
  }

  @Test func writtenEntriesReadBack() throws {
    var generator = SeededGenerator(seed: 11)
    var dictionary = UserDictionary()
    for number in 0..<20_000 {
      let bytes = Array(line(using: &generator).utf8)
      guard let one = try? UserDictionary.parse(bytes, file: "\(number)") else { continue }
      try expectReadsBack(one)
      dictionary.append(one)
    }
    try expectReadsBack(dictionary)
    #expect(Set(dictionary.entries.map(\.action)).count == 3)
    #expect(dictionary.entries.count > 5_000)
  }

  private func expectReadsBack(_ dictionary: UserDictionary) throws {
    let written = dictionary.serialized
    let again = try UserDictionary.parse(written, file: "written")
    #expect(Kept.of(again) == Kept.of(dictionary))
    #expect(again.resolved().map(\.term) == dictionary.resolved().map(\.term))
    #expect(again.fingerprint == dictionary.fingerprint)
    #expect(again.serialized == written)
  }

  @Test func weightsReadBackToTheLastBit() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<2_000 {
      let weight = Double(bitPattern: UInt64.random(in: 1..<0x7FF0 << 48, using: &generator))
      let dictionary = try UserDictionary.parse(Array("a\t\(weight)".utf8), file: "")
      #expect(dictionary.entries.map(\.weight) == [weight])
      try expectReadsBack(dictionary)
    }
  }

  @Test func linesOfOtherKeysMayStandInAnyOrder() throws {
    var generator = SeededGenerator(seed: 13)
    let words = ["云\t5", "-计算", "!GPT", "软件 3 n", "AI"]
    let first = try UserDictionary.parse(Array(words.joined(separator: "\n").utf8), file: "a")
    for _ in 0..<20 {
      let text = words.shuffled(using: &generator).joined(separator: "\n\n")
      let other = try UserDictionary.parse(Array(text.utf8), file: "b")
      #expect(other.fingerprint == first.fingerprint)
      #expect(other.serialized == first.serialized)
    }
  }

  /// Entries obey their contract and errors name a line that exists, whatever the bytes.
  @Test func nothingCrashesOnAnyBytes() throws {
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<5_000 {
      var bytes = RandomText.bytes(length: 90, using: &generator)
      for _ in 0..<3 where !bytes.isEmpty {
        let index = bytes.indices.randomElement(using: &generator)!
        bytes[index] = [0x0A, 0x09, 0x2D, 0x5C].randomElement(using: &generator)!
      }
      do throws(UserDictionaryError) {
        let entries = try UserDictionary.parse(bytes, file: "").entries
        #expect(entries.allSatisfy { !$0.key.isEmpty && !$0.term.isEmpty })
      } catch {
        #expect(
          (1...bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count)
            .contains(error.line))
      }
    }
  }
}
