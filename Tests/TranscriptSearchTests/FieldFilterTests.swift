import InvertedIndex
import Testing

@testable import TranscriptSearch

@Suite struct FieldFilterTests {
  private let subject = FieldFilter.Subject(
    show: "indigo", title: "月末 直播", speaker: "主席", episode: "indigo/2024-11.txt",
    id: EpisodeID("/talks/indigo/2024-11.txt"), date: "2024-11",
    tags: ["party": ["dpp", "民主 進步"], "topic": ["x=y"]])

  private func parse(_ text: String) throws -> FieldFilter {
    try FieldFilter(parsing: text, fold: { $0.lowercased() })
  }

  @Test(arguments: [
    ("show:indigo", true), ("show:Indigo", true), ("show:ind", false), ("title:直播", true),
    ("title:\"月末 直播\"", true), ("speaker:主席", true), ("speaker:主", false),
    ("episode:2024-11", true), ("-show:indigo", false), ("NOT show:x", true),
    ("show:x OR title:月末", true), ("show:indigo AND show:x", false), ("show:indigo -show:x", true),
    ("show:x OR show:y AND show:indigo", false), ("(show:x OR show:indigo) AND title:直播", true),
    ("（show:x OR show：indigo）", true), ("title:「月末 直播」", true), ("NOT NOT show:indigo", true),
    ("date:2024-11", true), ("date:2024", true), ("date:2024-01..2024-06", false),
    ("date:2024-11-15..", false), ("date:..2024-10", false), ("date:2023..2025", true),
    ("speaker:\"\"", false), ("id:IDOFIT", true), ("id:\"IDOFIT\"", true),
    ("id:0123456789abcdef", false), ("-id:0123456789ABCDEF", true),
    ("tag:party=DPP", true), ("tag:Party=kmt", false), ("tag:party=dp", false), ("tag:party", true),
    ("tag:none", false), ("tag:none=", true), ("tag:party=", false), ("-tag:party=dpp", false),
    ("tag:party=\"民主 進步\"", true), ("tag:party=「民主 進步」", true), ("tag:\"party=民主 進步\"", true),
    ("tag:topic=x=y", true), ("tag:party=\"\"", false), ("tag:party=dpp AND show:indigo", true),
    ("（tag:party=kmt OR tag:party=dpp）", true),
  ])
  func matches(filter: String, expected: Bool) throws {
    let filter = filter.replacing("IDOFIT", with: subject.id.description)
    #expect(try parse(filter).matches(subject) == expected)
  }

  /// A cue lies in the range in which it starts; the end of a range does not belong to it.
  @Test(arguments: [
    ("time:0:10..0:20", 10_000, true), ("time:0:10..0:20", 20_000, false),
    ("time:0:10..0:20", 19_999, true), ("time:10s..", 9_999, false), ("time:..10s", 9_999, true),
    ("time：0：10．．20", 10_000, false), ("time:\"\"", 0, false), ("time:\"\"", nil, true),
    ("time:0..", nil, false), ("-time:0..", nil, true), ("time:5..5", 5_000, false),
    ("time:..596:31:23.647", Int(Int32.max), false), ("time:1s..", Int(Int32.max), true),
  ])
  func timesAreRanges(filter: String, start: Int?, expected: Bool) throws {
    var subject = subject
    subject.start = start
    guard let filter = try? parse(filter) else { return #expect(!expected) }
    #expect(filter.matches(subject) == expected && filter.usesTimes)
    #expect(filter.mayMatch(subject))
  }

  /// Times and speakers aside, a filter tells which episodes it may select.
  @Test(arguments: [
    ("show:x AND time:1..", false), ("show:indigo AND time:1..", true),
    ("show:x OR time:1..", true),
    ("NOT (show:indigo OR time:1..)", false), ("NOT (show:indigo AND time:1..)", true),
    ("NOT show:x AND speaker:none", true),
  ])
  func episodesAreRuledOut(filter: String, expected: Bool) throws {
    #expect(try parse(filter).mayMatch(subject) == expected)
  }

  /// A date that is coarser than a range fits only if all of it lies inside.
  @Test(arguments: [
    ("2024-01", "2024-01..2024-06", true), ("2024-01", "2024-01-15..2024-03", false),
    ("2024-01", "2024-01-01..2024-01-31", true), ("2024-01", "2024-01-01..2024-01-30", false),
    ("2024-01", "2024-01-01..", true), ("2024-01", "2024-01-02..", false),
    ("2024-01", "..2024-01-31", true), ("2024-01", "..2024-01-30", false),
    ("2024-01", "2024-01-01", false), ("2024-01", "2024", true), ("2024-01", "2023..2024", true),
    ("2024-02", "..2024-02-28", false), ("2023-02", "..2023-02-28", true),
    ("2024-02", "2024-02-01..2024-02-31", true), ("2024-12", "2024-12..", true),
    ("2024", "2024", true), ("2024", "2024-01", false), ("2024", "2024-01..2024-12", true),
    ("2024", "2024-01..2024-11", false), ("2024", "2024-02..", false), ("2024", "..2025", true),
    ("2024-01-15", "2024-01-15..2024-03", true), ("2024-01-14", "2024-01-15..2024-03", false),
    ("2024-03-31", "2024-01-15..2024-03", true), ("2024-04-01", "2024-01-15..2024-03", false),
    ("", "2024..", false), ("", "..2024", false),
  ])
  func coarseDatesLieInsideOrOutside(date: String, range: String, expected: Bool) throws {
    var dated = subject
    dated.date = date
    #expect(try parse("date:\(range)").matches(dated) == expected)
    #expect(try parse("NOT date:\(range)").matches(dated) == !expected)
  }

  @Test func undatedEpisodesFitNoDate() throws {
    var undated = subject
    undated.date = ""
    #expect(try !parse("date:2024").matches(undated))
    #expect(try parse("NOT date:2024").matches(undated))
    #expect(try parse("date:\"\"").matches(undated))
    #expect(try !parse("date:\"\"").matches(subject))
  }

  @Test(arguments: [
    ("", 0), ("show:", 0), ("foo", 0), ("show:a AND", 10), ("(show:a", 0), ("show:a)", 6),
    ("show:\"a", 5), ("date:yesterday", 5), ("show:a OR OR", 10), ("date:2024-1", 5),
    ("date:2024-13", 5), ("date:+024", 5), ("date:2024-06..2024-01", 5),
    ("id:0123456789abcde", 3), ("id:0123456789abcdefg", 3), ("id:\"\"", 3),
    ("id:+123456789abcdef", 3),
  ])
  func errorsPointAtThePlace(filter: String, position: Int) {
    let error = #expect(throws: QueryError.self) { try parse(filter) }
    #expect(error?.position == position)
  }

  @Test func deepNestingIsAnError() {
    let deep = String(repeating: "(", count: 100_000) + "show:a"
    #expect(throws: QueryError.self) { try parse(deep) }
    let long = (0..<3_000).map { "show:\($0)" }.joined(separator: " OR ")
    #expect(throws: Never.self) { try parse(long) }
  }

  @Test func speakersAreAskedForOrNot() throws {
    #expect(try parse("show:a AND NOT speaker:b").usesSpeakers)
    #expect(try !parse("show:a OR date:2024").usesSpeakers)
  }
}
