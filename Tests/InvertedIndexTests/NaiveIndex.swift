import InvertedIndex
import TestSupport

/// Episodes as lists of words: the plain twin of an index.
struct NaiveIndex {
  struct Word: Hashable {
    var key: String
    var spelling: String
    var gap: WordToken.Gap
  }

  struct Episode {
    var path: String
    var text: String
    var speakers: [String]
    /// The words of each cue.
    var cues: [[Word]]

    var words: [Word] { cues.flatMap(\.self) }
  }

  var episodes: [Episode] = []

  /// Random episodes over a small vocabulary in several spellings.
  static func random(using generator: inout SeededGenerator) -> NaiveIndex {
    var naive = NaiveIndex()
    for number in 0..<Int.random(in: 0...8, using: &generator) {
      let cues = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        (0..<Int.random(in: 0...9, using: &generator)).map { _ in word(using: &generator) }
      }
      naive.episodes.append(
        Episode(
          path: "/talks/\(Int.random(in: 0...99, using: &generator))-\(number).txt",
          text: cues.map { $0.map(\.spelling).joined() }.joined(separator: "\n"),
          speakers: ["甲", "乙"], cues: cues))
    }
    return naive
  }

  private static func word(using generator: inout SeededGenerator) -> Word {
    let key = ["数据", "模型", "ai", "软件", "的", "𠀀", "z"].randomElement(using: &generator)!
    let spellings = ["软件": ["软件", "軟件"], "ai": ["AI", "ai", "ＡＩ"]][key] ?? [key]
    let gaps: [WordToken.Gap] = [.none, .space, .other, .cueEnd, .turnEnd]
    return Word(
      key: key, spelling: spellings.randomElement(using: &generator)!,
      gap: gaps.randomElement(using: &generator)!)
  }

  func indexable(_ episode: Episode) -> IndexableEpisode {
    var record = EpisodeRecord(path: episode.path, title: "题", show: "节目", date: "2024-11")
    record.speakers = episode.speakers
    var result = IndexableEpisode(record: record, text: Array(episode.text.utf8))
    for (number, cue) in episode.cues.enumerated() {
      for word in cue {
        result.addWord(
          key: Array(word.key.utf8)[...], spelling: Array(word.spelling.utf8)[...], kind: 0,
          gap: word.gap)
      }
      result.addCue(
        text: 0..<0, start: number * 1000,
        end: number.isMultiple(of: 2) ? nil : number * 1000 + 500,
        speaker: number % 3 == 2 ? nil : number % 3)
    }
    return result
  }

  func builder() throws -> IndexBuilder {
    var builder = IndexBuilder(settings: IndexSettings(["test": "1"]))
    for episode in episodes { try builder.add(indexable(episode)) }
    return builder
  }
}

extension ArraySlice<UInt8> {
  var string: String { String(decoding: self, as: UTF8.self) }
}
