import Evaluation
import TestSupport
import Testing
import UserInput
import Zimu

@Suite struct SegmentationEvaluationTests {
  private func gold(_ text: String) throws -> GoldText {
    try GoldText(Array(text.utf8), file: "gold.txt")
  }

  /// The score of the cuts in `system`, whose spaces stand for them; sentences are looked up by their
  /// text.
  private func score(
    _ text: String, system: [String], isKnown: SegmentationEvaluation.Lookup? = nil
  ) throws -> SegmentationScore {
    let cuts = Dictionary(
      uniqueKeysWithValues: system.map { ($0.replacing(" ", with: ""), $0.split(separator: " ")) })
    let evaluation = try SegmentationEvaluation(isKnown: isKnown) { line in
      let words = try #require(cuts[String(decoding: line, as: UTF8.self)])
      var start = 0
      return words.map { word in
        defer { start += word.utf8.count }
        return start..<start + word.utf8.count
      }
    }
    return try evaluation.score(try gold(text))
  }

  @Test func bothEndsMustAgree() throws {
    let score = try score("我们 讨论 𠮷野家 。", system: ["我们 讨 论 𠮷野家 。"])
    #expect((score.goldWords, score.systemWords, score.rightWords) == (4, 5, 3))
    #expect(score.precision == 3.0 / 5 && score.recall == 3.0 / 4 && score.f1 == 6.0 / 9)
    #expect(score.outOfLexiconWords == 0 && score.outOfLexiconRecall == nil)
    let shifted = try self.score("ab c", system: ["a bc"])
    #expect(shifted.rightWords == 0 && shifted.f1 == 0)
  }

  @Test func sentencesCountTogether() throws {
    let score = try score("天气 好\n你们", system: ["天气 好", "你 们"])
    #expect((score.goldWords, score.systemWords, score.rightWords) == (3, 4, 2))
    let first = try self.score("天气 好", system: ["天气 好"])
    let second = try self.score("你们", system: ["你 们"])
    #expect(first + second == score)
    #expect(SegmentationScore() + score == score)
  }

  @Test func nothingHasNoShares() {
    let score = SegmentationScore()
    #expect(score.precision == nil && score.recall == nil && score.f1 == nil)
  }

  @Test func onlyHanAndKanaAreLookedUp() throws {
    var asked: [String] = []
    let score = try score(
      "軟體 的 ＡＩ カラオケ ㈠ A軟 。 3 한국", system: ["軟體 的 ＡＩ カラ オケ ㈠A軟 。 3 한국"]
    ) { form in
      asked.append(form)
      return form == "的"
    }
    #expect(asked == ["软体", "的", "カラオケ", "(一)", "a软"])
    #expect(score.outOfLexiconWords == 4 && score.rightOutOfLexiconWords == 1)
    #expect(score.outOfLexiconRecall == 0.25)
  }

  @Test func errorsOfTheLexiconPass() throws {
    let evaluation = try SegmentationEvaluation(LineSegmenter(usesSearchForm: false)) { _ in
      throw InputError(.noText)
    }
    #expect(throws: InputError(.noText)) { try evaluation.score(try gold("好")) }
  }

  @Test func linesAreCutAsSegmentCutsThem() throws {
    let text = try gold("我们 讨论 数据\n軟體 ㈠")
    for usesSearchForm in [false, true] {
      let segmenter = try LineSegmenter(usesSearchForm: usesSearchForm)
      let score = try SegmentationEvaluation(segmenter).score(text)
      #expect((score.goldWords, score.systemWords, score.rightWords) == (5, 5, 5))
    }
  }

  @Test(
    .enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"),
    arguments: [
      ("UD_Chinese-GSDSimp/zh_gsdsimp-ud-dev.conllu", 79.67),
      ("UD_Chinese-GSD/zh_gsd-ud-dev.conllu", 78.51),
      ("UD_Chinese-PUD/zh_pud-ud-test.conllu", 77.89),
    ])
  func icuScoresAsKnown(file: String, f1: Double) throws {
    let path = TestData.evaluation! + "/segmentation/" + file
    let gold = try GoldText(try TestData.bytes(path), file: path)
    let score = try SegmentationEvaluation(LineSegmenter(usesSearchForm: false)).score(gold)
    #expect((try #require(score.f1) * 10_000).rounded() / 100 == f1)
  }
}
