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
    #expect(report.wordCounts.reduce(0, +) == 23_513)
    var request = CountRequest(KeywordList(["智能体"]))
    request.grouping = .month
    let counts = try index.count(request)
    for (group, cells) in zip(counts.labels, counts.cells) {
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
    #expect(rising.series.allSatisfy { $0.trend.statistic > 0 && $0.slope >= 0.005 })
    var request = TrendRequest()
    request.period = .quarter
    let falling = try index.trends(request, rising: false)
    #expect(falling.series.contains { $0.term == "元宇宙" })
    #expect(falling.series.allSatisfy { $0.trend.statistic < 0 && $0.counts.count == 4 })
    #expect(falling.series.allSatisfy { $0.slope <= -0.005 })
    request.period = .year
    #expect(try index.trends(request, rising: true).isTooShort)
    request.period = .episode
    #expect(try index.trends(request, rising: true).periods.count == 26)
  }

  /// Probabilities are corrected for all terms that are tested, those that do not rise included.
  @Test func probabilitiesAreAdjusted() async throws {
    let index = try await SampleIndex.open()
    var request = TrendRequest()
    request.top = .max
    let rising = try index.trends(request, rising: true).series
    let falling = try index.trends(request, rising: false).series
    for series in rising + falling {
      let (p, adjusted) = (try #require(series.trend.probability), series.adjustedProbability)
      #expect(try p < #require(adjusted) && adjusted! <= 1)
    }
    // Each of the first is adjusted by the number of tests ÷ its rank, which are more than the rows.
    let first = try #require(
      (rising + falling).min { $0.trend.probability! < $1.trend.probability! })
    let tests = first.adjustedProbability! / first.trend.probability!
    #expect(tests > Double(rising.count + falling.count) / 20)
    for (series, next) in zip(rising, rising.dropFirst()) {
      #expect(series.adjustedProbability! <= next.adjustedProbability!)
    }
    let one = rising[0]
    let rates = one.perMillion.compactMap(\.self)
    #expect(one.firstPerMillion == rates.first && one.lastPerMillion == rates.last)
    #expect(try index.trend(of: KeywordList(["AI"]), request).series[0].adjustedProbability == nil)
  }

  /// What has a month alone is in no week and on no day.
  @Test(arguments: [Grouping.week, .day]) func shortPeriodsNeedADay(period: Grouping) async throws {
    let index = try await SampleIndex.open()
    var request = TrendRequest()
    request.period = period
    let report = try index.trend(of: KeywordList(["智能体"]), request)
    let coarse = try index.episodes.filter { $0.date.count == 7 }.reduce(0) { $0 + $1.wordCount }
    #expect(coarse > 0 && report.undatedWords == coarse)
    #expect(report.wordCounts.reduce(0, +) == 23_513 - coarse)
    #expect(report.periods.first == (period == .week ? "2024-W02" : "2024-01-14"))
  }
}
