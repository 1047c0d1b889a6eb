import FilePaths
import InvertedIndex
import TestSupport
import Testing

@testable import CorpusAnalysis

@Suite struct RecurringCuesTests {
  /// The plain twin: the texts of the cues of each show, and the episodes that have them, in dictionaries.
  private static func naive(_ episodes: [PlainEpisode]) -> [FilePath: [Int]] {
    let shows = Dictionary(grouping: episodes, by: \.record.show)
    var found: [FilePath: [Int]] = [:]
    for episode in episodes {
      let others = shows[episode.record.show]!
      let cues = episode.cues.indices.filter { number in
        guard let text = text(episode.cues[number]) else { return false }
        let count = others.count { $0.cues.contains { Self.text($0) == text } }
        return count >= 3 && 10 * count >= others.count
      }
      if !cues.isEmpty { found[episode.record.path] = Array(cues) }
    }
    return found
  }

  /// The words of a cue put together; `nil` if it is too short.
  private static func text(_ cue: PlainEpisode.Cue) -> String? {
    let text = cue.words.map(\.key).joined()
    return cue.words.count >= 4 && text.unicodeScalars.count >= 8 ? text : nil
  }

  private static func found(in index: IndexReader, _ set: CueSet) throws -> [FilePath: [Int]] {
    var found: [FilePath: [Int]] = [:]
    for episode in 0..<index.episodeCount where !set[episode].isEmpty {
      found[try index.record(of: episode).path] = set[episode].flatMap { Array($0) }
    }
    return found
  }

  private static let lines = [
    ["大家", "好", "欢迎", "收听", "节目"], ["大家好", "欢", "迎", "收听", "节目"], ["大家", "好", "欢迎", "收听"],
    ["thank", "you", "for", "listening"], ["数据", "中心", "和", "模型", "很", "好"], ["数据", "中心"],
    ["一", "二", "三", "四", "五", "六", "七"], ["一", "二", "三", "四", "五", "六", "七", "八"],
  ]

  private static func episodes(_ count: Int, using generator: inout SeededGenerator)
    -> [PlainEpisode]
  {
    (0..<count).map { number in
      let cues = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        var line = lines.randomElement(using: &generator)!
        if Int.random(in: 0...2, using: &generator) == 0 {
          line.append("w\(Int.random(in: 0...20, using: &generator))")
        }
        return PlainEpisode.Cue(
          line.map { .init($0, after: ["", "，", " "].randomElement(using: &generator)!) },
          speaker: Int.random(in: 0...1, using: &generator))
      }
      var episode = PlainEpisode(
        path: FilePath("/\(number / 2)/\(number).txt"), speakers: ["甲", "乙"], cues: cues)
      episode.record.show = ["甲", "乙", "", "丙"][min(3, Int.random(in: 0...12, using: &generator))]
      return episode
    }
  }

  /// However the index came about, and however little is kept in memory.
  @Test(arguments: 0..<12) func cuesAreThoseOfThePlainTwin(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let all = Self.episodes([2, 5, 30, 70][Int(seed % 4)], using: &generator)
    let removed = all.filter { _ in Int.random(in: 0...5, using: &generator) == 0 }.map(
      \.record.path)
    let expected = Self.naive(all.filter { !removed.contains($0.record.path) })
    if seed % 4 > 1 { #expect(!expected.isEmpty) }
    for inParts in [false, true] {
      let index = try PlainEpisode.index(all, inParts: inParts, removed: removed)
      for (most, bits) in [(1 << 20, 22), (10, 22), (0, 5)] {
        let set = try RecurringCues.find(in: index, keeping: most, tableBits: bits)
        #expect(try Self.found(in: index, set) == expected, "\(inParts) \(most) \(bits)")
      }
    }
  }

  /// Three episodes are enough in a show of thirty, and not in one of thirty-one.
  @Test(arguments: [(2, 2, false), (3, 3, true), (3, 30, true), (3, 31, false), (4, 31, true)])
  func thresholdsAreExact(with: Int, of count: Int, isRecurring: Bool) throws {
    let greeting = PlainEpisode.Cue(["大家", "好", "欢迎", "收听", "节目"].map { .init($0) })
    let episodes = (0..<count).map { number in
      PlainEpisode(
        path: FilePath("\(number)"),
        cues: number < with ? [greeting, greeting] : [.init([.init("数据")])])
    }
    let index = try PlainEpisode.index(episodes)
    let set = try RecurringCues.find(in: index)
    #expect(set.isEmpty == !isRecurring && set.contains(1, of: 0) == isRecurring)
  }

  @Test func whatIsKeptIsReadAgainOrRefused() throws {
    var generator = SeededGenerator(seed: 3)
    let index = try PlainEpisode.index(Self.episodes(40, using: &generator))
    let set = try RecurringCues.find(in: index)
    #expect(!set.isEmpty && CueSet(set.bytes, of: index) == set)
    #expect(CueSet(CueSet().bytes, of: index) == CueSet())
    // Of another index, or broken: under the checksum, and behind it.
    let other = try PlainEpisode.index(Self.episodes(3, using: &generator))
    #expect(CueSet(set.bytes, of: other) == nil)
    for count in set.bytes.indices {
      #expect(CueSet(Array(set.bytes.prefix(count)), of: index) == nil)
    }
    for _ in 0..<2_000 {
      var bytes = set.bytes
      bytes[Int.random(in: 8..<bytes.count, using: &generator)] = .random(
        in: 0...255, using: &generator)
      let isSame = bytes == set.bytes
      #expect((CueSet(bytes, of: index) == set) == isSame)
      var sealed: [UInt8] = []
      let hash = Array(bytes[8...]).hash64
      for byte in 0..<8 { sealed.append(UInt8(truncatingIfNeeded: hash >> UInt64(8 * byte))) }
      guard let read = CueSet(sealed + bytes[8...], of: index) else { continue }
      for episode in 0..<index.episodeCount {
        let last = try index.record(of: episode).cueCount
        #expect(read[episode].allSatisfy { 0 <= $0.lowerBound && $0.upperBound <= last })
      }
    }
  }

  @Test func setsOfCuesAreJoined() {
    var set = CueSet()
    set.insert([5..<6, 0..<2, 2..<3], of: 1)
    #expect(set[1] == [0..<3, 5..<6] && set[0].isEmpty)
    var other = CueSet()
    other.insert([4..<5], of: 1)
    other.insert([7..<7], of: 2)
    #expect(set.union(other)[1] == [0..<3, 4..<6] && set.union(other)[2].isEmpty)
    for cue in 0..<8 { #expect(set.contains(cue, of: 1) == [0, 1, 2, 5].contains(cue)) }
    #expect(!set.contains(0, of: 0) && CueSet().isEmpty && !set.isEmpty)
  }
}
