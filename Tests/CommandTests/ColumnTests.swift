import Foundation
import TestSupport
import Testing

/// What the columns of tables hold, in formats for people and for machines.
@Suite struct ColumnTests {
  private static let folder = Result { try TemporaryFolder() }
  /// An index with times and without, with dates, speakers and shows known and unknown.
  private static let indexing = Task {
    let folder = try ColumnTests.folder.get()
    try folder.write(
      "1\n00:00:01,500 --> 00:00:03,000\n我们讨论数据中心\n\n2\n01:02:03,000 --> 01:02:05,000\n模型很好\n",
      to: "talks/a/2024-01-05 一.srt")
    try folder.write(
      "[SPEAKER_00]: 数据中心的模型\n[SPEAKER_01]: 数据中心和AI\n", to: "talks/a/2024-02 二.txt")
    try folder.write("数据中心\n嗯对吧\n数据中心\n", to: "talks/三.txt")
    try folder.write("大模型\n數據\t300\tn\n", to: "words.txt")
    return await CommandRun.zimu(
      "index", "--index", folder.path + "/index", folder.path + "/talks")
  }

  private func zimu(_ arguments: [String]) async throws -> CommandRun {
    _ = try await Self.indexing.value
    let path = try ColumnTests.folder.get().path
    return await CommandRun.zimu(
      arguments.map { $0.replacing("~", with: path) }, environment: ["ZIMU_INDEX": path + "/index"])
  }

  private func objects(_ arguments: [String]) async throws -> [[String: Any]] {
    let array = try await zimu(arguments + ["--format", "json"])
    let lines = try await zimu(arguments + ["--format", "ndjson"])
    #expect(array.status == 0 && lines.status == 0, "\(arguments): \(array.diagnostics)")
    let objects = try JSONSerialization.jsonObject(with: Data(array.output.utf8))
    let apart = try lines.output.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8))
    }
    #expect(apart as NSArray == objects as? NSArray)
    return try #require(objects as? [[String: Any]])
  }

  /// Columns whose values are words of the transcripts, which may look like anything.
  private static let contents: Set = [
    "term", "key", "text", "left", "match", "right", "word", "before", "after", "nested_in", "from",
    "to", "id",
  ]

  /// Numbers and unknown values are typed, at any depth.
  private func check(_ value: Any, _ name: String, _ command: [String]) {
    switch value {
    case let object as [String: Any]:
      for (name, value) in object { check(value, name, command) }
    case let list as [Any]:
      for value in list { check(value, name, command) }
    case let text as String where !Self.contents.contains(name):
      #expect(!text.isEmpty, "\(command): \(name) is empty and not null")
      #expect(Double(text) == nil, "\(command): \(name) is a number in quotes: \(text)")
    default: break
    }
  }

  @Test(arguments: [
    ["stats"], ["stats", "--by", "month"], ["episodes"], ["terms", "--evidence", "2"],
    ["terms", "--by", "show"],
    ["terms", "--by", "month", "--wide"], ["terms", "--by", "speaker", "--nested"],
    ["terms", "--class", "fillers", "--evidence", "1"], ["phrases", "--min-count", "2"],
    ["keywords", "--evidence", "1"], ["keywords", "--each", "show", "--method", "chi2"],
    ["trend", "数据中心"], ["trend", "--rising"], ["search", "数据中心", "-C", "1"],
    ["search", "数据中心", "--count"], ["search", "数据中心", "--group-by", "speaker"],
    ["search", "模型", "--explain"], ["count", "数据中心", "无此", "--by", "month", "--zeros"],
    ["count", "数据中心", "--by", "speaker", "--wide"], ["concordance", "数据中心"],
    ["lexicon", "研究生命起源"], ["lexicon", "--user-dictionary", "~/words.txt"], ["stopwords"],
  ])
  func valuesOfJSONAreTyped(command: [String]) async throws {
    for object in try await objects(command) { check(object, "", command) }
  }

  @Test func unknownValuesAreNull() async throws {
    let episodes = try await objects(["episodes"])
    let undated = try #require(episodes.first { ($0["episode"] as? String) == "三.txt" })
    for name in ["show", "date", "duration_ms"] { #expect(undated[name] is NSNull, "\(name)") }
    let hits = try await objects(["search", "数据中心", "--where", "date:\"\""])
    for name in ["show", "date", "speaker", "start_ms", "end_ms"] {
      #expect(hits[0][name] is NSNull, "\(name)")
    }
    let groups = try await objects(["count", "数据中心", "--by", "month"])
    #expect(groups.contains { $0["group"] is NSNull })
    let csv = try await zimu(["count", "数据中心", "--by", "month", "--format", "csv"])
    #expect(csv.output.contains("\n,数据中心,2,"))
  }

  @Test func statisticsAreNumbers() async throws {
    for row in try await objects(["stats"]) {
      let name = try #require(row["name"] as? String)
      #expect(row["value"] is String == name.hasPrefix("setting_"), "\(name)")
    }
  }

  /// People read hours, minutes and seconds; machines get milliseconds.
  @Test func timesAreForTheirReaders() async throws {
    for (command, columns) in [
      (["search", "模型很好"], ["start", "end"]), (["concordance", "模型很好"], ["start"]),
      (["episodes", "--where", "show:a"], ["duration"]),
    ] {
      for format in ["table", "markdown"] {
        let run = try await zimu(command + ["--format", format])
        let header = run.output.split(separator: "\n")[0].split { $0 == " " || $0 == "|" }
        for column in columns { #expect(header.contains(Substring(column))) }
        #expect(run.output.contains(columns[0] == "duration" ? "1:02:05" : "1:02:03"))
        // Paths and ids may hold some of these digits.
        #expect(!run.output.contains("_ms") && !run.output.contains("3723000"))
        #expect(!run.output.contains("3725000"))
      }
      for format in ["csv", "tsv", "json", "ndjson"] {
        let run = try await zimu(command + ["--format", format])
        for column in columns { #expect(run.output.contains(column + "_ms")) }
        #expect(run.output.contains(columns[0] == "duration" ? "3725000" : "3723000"))
      }
    }
    let lines = try await zimu(["terms", "--evidence", "9", "--units", "words"])
    #expect(lines.output.contains("2024-01-05 一.srt  1:02:03  模型很好"))
  }

  private func csv(_ arguments: String...) async throws -> [[Substring]] {
    let run = try await zimu(arguments + ["--format", "csv"])
    #expect(run.status == 0, "\(run.diagnostics)")
    return run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  /// Rates are of all words of the group; a group without words has none.
  @Test func countsHaveRates() async throws {
    try ColumnTests.folder.get().write("！\n", to: "silent/2024-03-01 a.txt")
    try ColumnTests.folder.get().write("数据\n", to: "silent/2024-04-01 b.txt")
    let silent = try ColumnTests.folder.get().path + "/silent-index"
    _ = await CommandRun.zimu(
      "index", "--index", silent, try ColumnTests.folder.get().path + "/silent")
    let groups = try await csv("count", "数据", "--by", "month", "--zeros", "--index", silent)
    #expect(
      groups == [
        ["group", "term", "count", "per_million", "episodes"], ["2024-03", "数据", "0", "", "0"],
        ["2024-04", "数据", "1", "1000000.00", "1"],
      ])
    let wide = try await csv(
      "count", "数据", "--by", "month", "--wide", "--value", "per_million", "--index", silent)
    #expect(wide[1] == ["数据", "1", "1000000.00", "1", "", "1000000.00"])
    // The rate is that of the terms table.
    let terms = try await csv("terms", "--units", "words", "--by", "show")
    let counted = try await csv("count", "数据", "--match", "word", "--by", "show")
    let found = try await csv("search", "word:数据", "--group-by", "show")
    for row in counted.dropFirst() {
      let term = try #require(terms.first { $0[0] == row[0] && $0[2] == "数据" })
      #expect(row[2] == term[4] && row[3] == term[5])
      #expect(found.contains { $0[0] == row[0] && $0[1] == row[2] && $0[2] == row[3] })
    }
  }

  /// The rate of what one speaker says is of that speaker's words.
  @Test func ratesFollowTheFilter() async throws {
    let all = try await csv("search", "数据", "--count", "--where", "speaker:SPEAKER_01")
    let inQuery = try await csv("search", "数据 speaker:SPEAKER_01", "--count")
    let words = try await csv(
      "terms", "--where", "speaker:SPEAKER_01", "--stopwords", "none", "--min-length", "1",
      "--units",
      "words")
    let count = words.dropFirst().compactMap { Double($0[3]) }.reduce(0, +)
    let occurrences = try #require(Double(all[1][0]))
    let rate = try #require(Double(all[1][1]))
    #expect(all == inQuery && occurrences == 1)
    #expect(abs(rate - occurrences / count * 1e6) < 0.01)
  }

  @Test func wideTablesShowAnyColumn() async throws {
    for value in ["count", "per_million", "episodes"] {
      let wide = try await csv(
        "terms", "--units", "words", "--by", "show", "--wide", "--value", value, "--sort", "term")
      let long = try await csv("terms", "--units", "words", "--by", "show", "--sort", "term")
      let column = try #require(long[0].firstIndex { $0 == value })
      for row in long.dropFirst() {
        let place = try #require(wide[0].firstIndex(of: row[0].isEmpty ? "(none)" : row[0]))
        let same = try #require(wide.first { $0[2] == row[3] })
        #expect(same[place] == row[column], "\(value) of \(row[3])")
      }
      let rest: [Substring] = value == "per_million" ? ["0.00", "0.00"] : ["0", "0"]
      let counted = try await csv("count", "模型", "无此", "--by", "show", "--wide", "--value", value)
      #expect(counted[0] == ["term", "count", "per_million", "episodes", "(none)", "a"])
      #expect(
        Array(counted[2].dropFirst()) == ["0", "0.00", "0"] + rest)
    }
    #expect(try await zimu(["terms", "--by", "show", "--value", "episodes"]).status == 64)
    #expect(try await zimu(["count", "AI", "--value", "episodes"]).status == 64)
  }

  /// A label of diarization stays apart in each episode, in every command.
  @Test func labelsOfDiarizationBelongToTheirEpisode() async throws {
    let folder = try ColumnTests.folder.get()
    for name in ["a", "b"] {
      try folder.write("[SPEAKER_00]: 模型 天气\n[王主席]: 模型 地球\n", to: "voices/\(name).txt")
    }
    let voices = folder.path + "/voices-index"
    _ = await CommandRun.zimu("index", "--index", voices, folder.path + "/voices")
    let labels = ["SPEAKER_00 (a.txt)", "SPEAKER_00 (b.txt)", "王主席"]
    for command in [
      ["count", "模型"], ["terms", "--units", "words"], ["search", "模型", "--group-by"],
      ["keywords", "--min-count", "1", "--each"],
    ] {
      let by = command.last!.hasPrefix("--") && command.last != "--units" ? [] : ["--by"]
      let run = try await zimu(
        command + by + ["speaker", "--index", voices, "--format", "csv"])
      let groups = Set(
        run.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[0] })
      #expect(groups.map(String.init).sorted() == labels, "\(command)")
    }
    // A filter names the label as the transcripts have it, in all episodes or in one.
    let all = try await csv("count", "模型", "--where", "speaker:SPEAKER_00", "--index", voices)
    #expect(all[1][1] == "2")
    let one = try await csv(
      "count", "模型", "--where", "speaker:SPEAKER_00 AND episode:b.txt", "--index", voices)
    #expect(one[1][1] == "1")
    let page = folder.path + "/voices.csv"
    _ = try await zimu(["report", "--output", page, "--index", voices])
    let report = String(decoding: try TestData.bytes(page), as: UTF8.self)
    for label in labels { #expect(report.contains("speakers,,") && report.contains(",\(label),")) }
  }

  @Test func coarseDatesAreNamedInTheFoot() async throws {
    let note = "Rows without a group: episodes with no date, or with one less precise than a week."
    for command in [
      ["count", "数据中心", "--by", "week"], ["terms", "--by", "week"],
      ["search", "数据中心", "--group-by", "week"], ["keywords", "--min-count", "1", "--each", "week"],
    ] {
      let run = try await zimu(command)
      #expect(run.output.contains("2024-W01") && run.output.contains(note), "\(command)")
    }
    let wide = try await zimu(["terms", "--by", "day", "--wide"])
    #expect(wide.output.contains("2024-01-05") && wide.output.contains("Column (none): episodes"))
    #expect(try await !zimu(["count", "AI", "--by", "show"]).output.contains("Rows without"))
  }
}
