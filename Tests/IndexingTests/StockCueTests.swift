import CorpusAnalysis
import InvertedIndex
import TestSupport
import Testing
import Zimu

@testable import Indexing

/// Lines that speech recognisers make up.
@Suite struct StockCueTests {
  private func stock(_ lines: [(String, Int32)]) -> [Range<Int>] {
    var finder = StockCueFinder()
    for (text, start) in lines {
      let bytes = Array(text.utf8)
      finder.add(bytes[...], words: { bytes }, start: start * 1_000, end: start * 1_000 + 900)
    }
    return finder.cues
  }

  @Test func creditsStandAnywhere() {
    #expect(
      stock([
        ("今天聊数据", 0), ("字幕志愿者李小明", 1), ("请不吝点赞订阅转发打赏支持明镜与点点栏目", 2), ("模型", 3),
        ("字幕由amara.org社区提供", 4),
      ]) == [1..<3, 4..<5])
    // As a part of what is said, or with more than a name, they are text.
    #expect(stock([("我看到字幕志愿者李小明", 0), ("字幕志愿者" + String(repeating: "今天", count: 20), 1)]).isEmpty)
  }

  @Test func signOffsStandAtSilentEnds() {
    #expect(stock([("数据", 0), ("谢谢大家", 1), ("模型", 2), ("谢谢观看", 3)]).isEmpty)
    #expect(stock([("数据", 0), ("谢谢大家", 10), ("模型", 20)]).isEmpty)
    #expect(stock([("数据", 0), ("谢谢观看", 6), ("拜拜", 7)]) == [1..<3])
    #expect(stock([("thankyouforwatching", 0), ("数据", 30), ("再见", 31)]) == [0..<1])
    #expect(stock([("谢谢观看", 0)]) == [0..<1])
  }

  @Test func cuesWithoutTimesHaveNoSilence() {
    var finder = StockCueFinder()
    for text in ["数据", "谢谢观看"] {
      let bytes = Array(text.utf8)
      finder.add(bytes[...], words: { bytes }, start: nil, end: nil)
    }
    #expect(finder.cues.isEmpty)
  }

  /// Through an index: flagged, and left out on request alone.
  @Test func stockCuesInAnIndex() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      1
      00:00:01,000 --> 00:00:02,000
      今天聊數據，謝謝觀看

      2
      00:00:03,000 --> 00:00:04,000
      中文字幕志願者 李小明

      3
      00:00:10,000 --> 00:00:11,000
      謝謝觀看！

      4
      00:00:12,000 --> 00:00:30,000
      我們聊我們聊我們聊我們聊我們聊我們聊我們聊

      """, to: "talks/a.srt")
    let options = IndexingOptions(
      paths: [folder.path + "/talks"], indexPath: folder.path + "/index")
    _ = try await IndexingRun(options).run()
    let index = try TranscriptIndex(at: options.indexPath)
    let record = try index.episodes[0].record
    #expect(record.stock == [1..<2] && record.loops == [3..<4])
    #expect(record.stockCueCount == 1 && record.loopCueCount == 1)
    var request = CountRequest(KeywordList(["志愿者", "我们", "谢谢观看"]))
    #expect(try index.count(request).cells[0].map(\.count) == [1, 7, 2])
    request.excludedRepetitions = [.loops]
    #expect(try index.count(request).cells[0].map(\.count) == [0, 0, 2])
  }

  /// Entries are in search form, each once.
  @Test func theListIsInSearchForm() throws {
    let lines = StockLines.standard.lines.map(\.line)
    #expect(Set(lines).count == lines.count)
    let normalizer = try LineNormalizer(.search)
    for line in lines {
      let words = line.replacing("…", with: "")
      let form = try normalizer.normalize(Array(words.utf8)[...]).bytes
      #expect(String(decoding: form, as: UTF8.self) == words)
    }
  }
}
