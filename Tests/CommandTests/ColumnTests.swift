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
    "to",
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
    ["stats"], ["episodes"], ["terms", "--evidence", "2"], ["terms", "--by", "show"],
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
        #expect(!run.output.contains("_ms") && !run.output.contains("372"))
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
}
