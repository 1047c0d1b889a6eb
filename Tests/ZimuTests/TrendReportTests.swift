import TestSupport
import Testing
import Zimu

@Suite struct TrendReportTests {
  @Test func seriesAreTheCountsOfTheirPeriods() async throws {
    let index = try await SampleIndex.open()
    let report = try index.trend(of: KeywordList(["智能体", "元宇宙", "无此"]), TrendRequest())
    #expect(report.periods.count == 12 && report.periods[0] == "2024-01")
    // November has no episode: it stays, and no rate is known of it.
    let november = try #require(report.periods.firstIndex(of: "2024-11"))
    #expect(report.wordCounts[november] == 0)
    #expect(report.series[0].perMillion[november] == nil && report.series[0].counts[november] == 0)
    #expect(report.wordCounts.reduce(0, +) == 23_491)
    var request = CountRequest(KeywordList(["智能体"]))
    request.grouping = .month
    let counts = try index.count(request)
    for (group, cells) in zip(counts.groups, counts.cells) {
      let place = try #require(report.periods.firstIndex(of: group))
      #expect(report.series[0].counts[place] == cells[0].count)
    }
    #expect(report.series[2].counts.allSatisfy { $0 == 0 } && report.series[2].slope == 0)
    #expect(report.undatedWords == 0)
    #expect(!report.isTooShort)
  }

  @Test func wordsRiseAndFall() async throws {
    let index = try await SampleIndex.open()
    let rising = try index.trends(TrendRequest(), rising: true)
    #expect(rising.series[0].term == "智能体")
    #expect(rising.series.allSatisfy { $0.trend.statistic > 0 })
    var request = TrendRequest()
    request.period = .quarter
    let falling = try index.trends(request, rising: false)
    #expect(falling.series.contains { $0.term == "元宇宙" })
    #expect(falling.series.allSatisfy { $0.trend.statistic < 0 && $0.counts.count == 4 })
    request.period = .year
    #expect(try index.trends(request, rising: true).isTooShort)
    request.period = .episode
    #expect(try index.trends(request, rising: true).periods.count == 26)
  }
}
