import TestSupport
import Testing

@testable import CorpusAnalysis

@Suite struct TrendTests {
  /// The exact probability is the share of all orders of the values with an S as large.
  @Test func shortSeriesAreExact() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<40 {
      let count = Int.random(in: 4...6, using: &random)
      let series = (0..<count).map { _ in Double(Int.random(in: 0...3, using: &random)) }
      let found = MannKendall(series)
      let all = Self.orders(series).map { MannKendall($0).statistic }
      let extreme = all.count { abs($0) >= abs(found.statistic) }
      #expect(abs(found.probability! - Double(extreme) / Double(all.count)) < 1e-12)
    }
  }

  private static func orders(_ values: [Double]) -> [[Double]] {
    guard values.count > 1 else { return [values] }
    return values.indices.flatMap { index in
      var rest = values
      let first = rest.remove(at: index)
      return orders(rest).map { [first] + $0 }
    }
  }

  /// Kendall's tables: of four values in order one order in 24 rises, and one falls.
  @Test func smallSeriesByHand() {
    let rising = MannKendall([1, 2, 4, 8])
    #expect(rising.statistic == 6 && abs(rising.probability! - 2.0 / 24) < 1e-12)
    // Slopes 1, 3/2, 7/3, 2, 3, 4.
    #expect(abs(MannKendall.slope([1, 2, 4, 8]) - (2 + 7.0 / 3) / 2) < 1e-12)
    #expect(MannKendall([1, 2, 3]).probability == nil)
    #expect(MannKendall([5, 5, 5, 5]).probability == 1)
    #expect(MannKendall.slope([]) == 0)
  }

  /// By hand: n = 10 in order, S = 45, Var = 125, Z = 44 / √125 = 3.9355, p = 0.0000830.
  @Test func longSeriesAreApproximated() {
    let found = MannKendall((1...10).map(Double.init))
    #expect(found.statistic == 45 && abs(found.probability! - 0.0000830) < 1e-7)
    // Two of ten are equal: S = 44, Var = (10 · 9 · 25 − 2 · 1 · 9) / 18 = 124, Z = 43 / √124 = 3.8615.
    let tied = MannKendall([1, 1, 3, 4, 5, 6, 7, 8, 9, 10])
    #expect(tied.statistic == 44 && abs(tied.probability! - 0.0001127) < 1e-7)
  }

  @Test func missingValuesKeepTheirTime() {
    let steps: [Double?] = [1, nil, 3, nil, nil, 6, 7]
    #expect(MannKendall(steps).statistic == 6 && MannKendall.slope(steps) == 1)
  }

  @Test func periodsHaveNoGaps() {
    #expect(
      Periods(from: ["2024-11", "", "2025-02", "2024"], by: .month).labels
        == ["2024-11", "2024-12", "2025-01", "2025-02"])
    #expect(
      Periods(from: ["2023-Q4", "2024-Q2"], by: .quarter).labels == [
        "2023-Q4", "2024-Q1", "2024-Q2",
      ])
    #expect(Periods(from: ["2021", "2023"], by: .year).labels == ["2021", "2022", "2023"])
    #expect(Periods(from: [""], by: .year).labels.isEmpty)
    #expect(
      Periods(from: ["2024-02-28", "2024-03-01", "2024-02"], by: .day).labels
        == ["2024-02-28", "2024-02-29", "2024-03-01"])
    #expect(
      Periods(from: ["2020-W52", "2021-W02"], by: .week).labels
        == ["2020-W52", "2020-W53", "2021-W01", "2021-W02"])
    #expect(Periods(from: ["2024-W53"], by: .week).labels.isEmpty)
    // A month that only a year is known of is in no month.
    #expect(Periods(from: ["2024-13"], by: .month).labels.isEmpty)
  }

  /// ISO 8601 at the ends of years, as calendars print it.
  @Test(arguments: [
    ("2024-12-29", "2024-W52"), ("2024-12-30", "2025-W01"), ("2025-01-05", "2025-W01"),
    ("2025-01-06", "2025-W02"), ("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"),
    ("2021-01-04", "2021-W01"), ("2023-01-01", "2022-W52"), ("2023-01-02", "2023-W01"),
    ("2024-01-01", "2024-W01"), ("2024-02-13", "2024-W07"), ("2024-02-29", "2024-W09"),
    ("2016-01-01", "2015-W53"), ("2010-01-03", "2009-W53"), ("1970-01-01", "1970-W01"),
    ("1969-12-28", "1969-W52"), ("1900-01-01", "1900-W01"), ("2100-01-01", "2099-W53"),
    ("2024-02", ""), ("2024", ""), ("", ""),
  ])
  func weeksBelongToTheYearOfTheirThursday(date: String, week: String) {
    #expect(Grouping.week.period(of: date) == week)
    if !week.isEmpty { #expect(ISOWeek(week)?.label == week) }
  }

  /// A plain calendar: days one after the other, weeks from each Monday, the first one with January 4.
  @Test func weeksAreThoseOfAPlainCalendar() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    // 1899-12-31 was a Sunday, of the last week of its year.
    var (weekday, week, weekYear) = (6, 52, 1899)
    for year in 1900..<2110 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (month, length) in lengths.enumerated() {
        let days = month == 1 && isLeap ? 29 : length
        for day in 1...days {
          weekday = (weekday + 1) % 7
          if weekday == 0 {
            // The first week of a year begins on one of seven days: 12-29 to 1-4.
            let isFirst = month == 11 && day >= 29 || month == 0 && day <= 4
            week = isFirst ? 1 : week + 1
            if isFirst { weekYear = month == 11 ? year + 1 : year }
          }
          let date = "\(year)-\((month + 1).padded(2))-\(day.padded(2))"
          #expect(Grouping.week.period(of: date) == "\(weekYear)-W\(week.padded(2))", "\(date)")
          #expect(Grouping.day.period(of: date) == date)
        }
      }
    }
  }

  @Test(arguments: [
    "SPEAKER_00", "speaker 1", "Speaker A", "Speaker-12", "spk0", "spk_1", "001-M", "001-F", "7",
    "0012",
    "说话人1", "說話人 2", "發言人2", "发言人三", "讲者 1", "講者　Ａ", "说话人１", "说话人:3", "说话人十二",
  ])
  func labelsOfDiarizationAreKnown(name: String) {
    #expect(DiarizationLabel.isOne(name))
  }

  @Test(arguments: [
    "", "001号", "张三", "主席", "发言人", "Speaker", "Speakers", "speaker pelosi", "SPEAKER_", "讲者王五",
    "发言人办公室", "20240101", "A", "2Pac", "50 Cent", "1-M8", "三", "说话人12345", "Spkoe",
  ])
  func namesAreNoLabelsOfDiarization(name: String) {
    #expect(!DiarizationLabel.isOne(name))
  }

  /// Slopes of which most are 0 are not sorted; the median is the same.
  @Test func slopesAreMedians() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let values = (0..<Int.random(in: 1...9, using: &random)).map { _ -> Double? in
        let value = Int.random(in: -1...3, using: &random)
        return value < 0 ? nil : Double(max(0, value - 1))
      }
      let known = values.enumerated().compactMap { step, value in value.map { (step, $0) } }
      let slopes = known.indices.flatMap { last in
        (0..<last).map { first in
          (known[last].1 - known[first].1) / Double(known[last].0 - known[first].0)
        }
      }.sorted()
      let middle = slopes.count / 2
      let median =
        slopes.isEmpty
        ? 0 : slopes.count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2
      #expect(MannKendall.slope(values) == median)
    }
  }
}
