import Testing

@testable import Indexing

@Suite struct LoopDetectorTests {
  private func loops(_ lines: [(String, Int?)]) -> [Range<Int>] {
    var detector = LoopDetector()
    for line in lines { detector.add(Array(line.0.utf8)[...], speaker: line.1) }
    return detector.loops
  }

  private func loops(_ lines: [String]) -> [Range<Int>] { loops(lines.map { ($0, nil) }) }

  @Test func theSameLineAgainAndAgainIsALoop() {
    let line = "谢谢大家观看"
    #expect(loops([line, line, line]).isEmpty)
    #expect(loops(["数据", line, line, line, line, "模型"]) == [2..<5])
    #expect(loops(Array(repeating: line, count: 100)) == [1..<100])
  }

  @Test func linesInTurnAreALoop() {
    let turns = (0..<4).flatMap { _ in ["谢谢大家观看", "请订阅频道"] }
    #expect(loops(["开始了"] + turns + ["结束了"]) == [3..<9])
    #expect(loops(Array(turns.prefix(6))).isEmpty)
  }

  @Test func linesThatDifferALittleAreALoop() {
    let lines = (1...5).map { "我们今天要讨论的是第\($0)个非常重要的问题" }
    #expect(loops(lines) == [1..<5])
    #expect(loops((1...5).map { "第\($0)条" }).isEmpty)
  }

  /// People do say 对 and 好的 several times.
  @Test func shortLinesMayBeRepeated() {
    #expect(loops(Array(repeating: "对对", count: 9)).isEmpty)
    #expect(loops(Array(repeating: "对对", count: 10)) == [1..<10])
  }

  /// A council that approves one item after the other does not loop.
  @Test func speakersAreKeptApart() {
    #expect(loops((0..<12).map { ("没有意见", $0 % 4) }).isEmpty)
    #expect(loops((0..<12).map { _ in ("没有意见", 1) }) == [1..<12])
  }

  @Test func linesWithoutWordsAreNoLoop() {
    #expect(loops(Array(repeating: "", count: 50)).isEmpty)
  }

  @Test func loopsAreApart() {
    let (one, other) = ("谢谢大家观看", "请订阅我的频道")
    let lines = Array(repeating: one, count: 5) + Array(repeating: other, count: 5)
    #expect(loops(lines) == [1..<5, 6..<10])
  }
}
