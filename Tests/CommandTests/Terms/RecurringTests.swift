import Foundation
import TestSupport
import Testing

/// Lines that come back in many episodes are marked, and left out where that is asked for.
@Suite struct RecurringTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 1...4 {
      // The greeting is written in several ways; what only two episodes have is no greeting.
      let greeting = ["欢迎大家收听今天的节目", "歡迎大家，收聽今天的節目！"][number % 2]
      try folder.write(
        "[甲]: \(greeting)\n[乙]: 第\(number)集讨论数据\n"
          + (number < 3 ? "[甲]: 感谢各位朋友观看这个频道\n" : "[甲]: 今天\(number)\n"),
        to: "talks/a/2024-0\(number) 集.txt")
      try folder.write("欢迎大家收听今天的节目\n模型\n", to: "talks/b\(number)/集.txt")
    }
  }

  private func zimu(_ arguments: String...) async -> CommandRun {
    await CommandRun.zimu(
      arguments.map { $0.replacing("~", with: folder.path) },
      environment: ["ZIMU_INDEX": folder.path + "/x"])
  }

  @Test func recurringCuesAreMarkedAndLeftOut() async throws {
    _ = await zimu("index", "~/talks", "-j2")
    let search = await zimu("search", "节目", "--limit", "all", "--format", "json")
    let hits = try #require(
      try JSONSerialization.jsonObject(with: Data(search.output.utf8)) as? [[String: Any]])
    #expect(hits.count == 8)
    for hit in hits {
      // Shows with one episode have no recurring lines.
      #expect(hit["from_recurring"] as? Bool == (hit["show"] as? String == "a"))
      #expect(hit["from_loops"] == nil)
    }
    let free = await zimu("search", "节目", "--no-recurring")
    #expect(free.output.contains("4 occurrences in 4 episodes") && !free.output.contains("from_"))
    let groups = await zimu("search", "节目", "--by", "show", "--format", "csv")
    #expect(groups.output.hasPrefix("group,count,per_million,cues,episodes,from_recurring\n"))
    #expect(groups.output.contains("a,4,") && groups.output.contains(",4,4,4\n"))
    let lines = await zimu("concordance", "节目", "--format", "csv")
    #expect(lines.output.split(separator: "\n").count { $0.hasSuffix(",yes") } == 4)
    #expect(
      await zimu("concordance", "节目", "--no-recurring").output.contains(
        "4 lines shown; 4 occurrences"))
    #expect(await zimu("count", "节目", "--format", "csv").output.contains("节目,8,"))
    #expect(await zimu("count", "节目", "--no-recurring", "--format", "csv").output.contains("节目,4,"))
    // Cues that are left out fit no part of a query.
    let both = await zimu("search", "讨论 AND 节目", "--no-recurring", "-c", "--format", "csv")
    #expect(both.output.split(separator: "\n")[1].hasPrefix("0,"))
    let without = await zimu("search", "讨论 -节目", "--no-recurring", "-c", "--format", "csv")
    #expect(without.output.split(separator: "\n")[1].hasPrefix("4,"))
    let trend = await zimu("trend", "节目", "--no-recurring", "--by", "year", "--format", "csv")
    #expect(trend.output.contains(",0,"))
  }

  @Test func termsThatMostlyRecurAreMarked() async throws {
    _ = await zimu("index", "~/talks")
    let terms = await zimu("terms", "--where", "show:a", "--top", "all", "--format", "csv")
    let rows = terms.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows[0].last == "from_recurring")
    let marks = Dictionary(uniqueKeysWithValues: rows.dropFirst().map { ($0[2], $0.last!) })
    #expect(marks["收听"] == "4" && marks["集讨论数据"] == "" && marks["观看"] == "")
    let table = await zimu("terms", "--where", "show:a")
    #expect(
      table.output.contains(
        "from_recurring: more than half of the occurrences are in cues that recur"))
    let free = await zimu("terms", "--where", "show:a", "--top", "all", "--no-recurring")
    #expect(!free.output.contains("收听") && !free.output.contains("from_recurring"))
    #expect(free.output.contains("观看"))
    let report = await zimu("report", "-o", "~/report.csv", "--where", "show:a")
    #expect(report.status == 0)
    let csv = String(decoding: try TestData.bytes(folder.path + "/report.csv"), as: UTF8.self)
    #expect(csv.split(separator: "\n")[0].contains("from_loops,from_recurring,evidence"))
    _ = await zimu("report", "-o", "~/report.md", "--where", "show:a")
    let page = String(decoding: try TestData.bytes(folder.path + "/report.md"), as: UTF8.self)
    #expect(page.contains("收听 ≡") && page.contains("≡："))
  }

  /// One run, several, and a merge find the same, before and after the list is kept beside the index.
  @Test func theSameRecursHoweverTheIndexCameAbout() async throws {
    let command = [
      "search", "节目 OR 数据", "--limit", "all", "--per-episode", "all", "--format", "csv",
    ]
    func found(_ index: String) async -> [String] {
      await CommandRun.zimu(command + ["--index", "\(folder.path)/\(index)"])
        .output.split(separator: "\n").map { String($0) }.sorted()
    }
    _ = await zimu("index", "~/talks", "--index", "~/x", "-j3")
    let whole = await found("x")
    let again = await found("x")
    #expect(whole.contains { $0.hasSuffix(",yes") } && again == whole)
    for number in 1...4 {
      _ = await zimu("index", "~/talks/b\(number)", "--index", "~/y", "--show", "b\(number)")
    }
    for number in 1...4 {
      _ = await zimu("index", "~/talks/a/2024-0\(number) 集.txt", "--index", "~/y", "--show", "a")
      let some = await found("y")
      #expect(some.contains { $0.hasSuffix(",yes") } == (number > 2))
    }
    #expect(await found("y") == whole)
    _ = await zimu("merge", "--into", "~/z", "~/y")
    #expect(await found("z") == whole)
    _ = await zimu("remove", "--index", "~/z", "a/2024-01 集.txt", "a/2024-02 集.txt")
    #expect(await found("z").allSatisfy { !$0.contains("from_recurring") })
  }

  @Test func episodesCountTheirRecurringCues() async throws {
    func counts() async -> [String] {
      await zimu("episodes", "--format", "csv").output.split(separator: "\n")
        .map { String($0.split(separator: ",", omittingEmptySubsequences: false)[13]) }
    }
    try writeLongEpisode()
    _ = await zimu("index", "~/talks")
    let expected = ["recurring_cues", "1", "1", "1", "1", "0", "0", "0", "0", "0"]
    #expect(await counts() == expected)
    // What is kept beside the index is enough: no episode is read again.
    try damageIndex()
    #expect(await counts() == expected)
    let selected = await zimu("episodes", "--where", "show:a AND date:2024-03", "--format", "json")
    #expect(selected.output.contains("\"recurring_cues\":1"))
  }

  private func writeLongEpisode() throws {
    let words = (0..<30_000).map { "w\($0 * $0) 数据\n" }.joined()
    try folder.write(words, to: "talks/z/long.txt")
  }

  /// Damages the first episode.
  ///
  /// - Returns: the name of the file.
  @discardableResult private func damageIndex() throws -> String {
    let name = try #require(try folder.contents(of: "x").first { $0.hasPrefix("segment-") })
    var bytes = try TestData.bytes("\(folder.path)/x/\(name)")
    bytes[40] ^= 1
    try folder.write(bytes, to: "x/\(name)")
    return name
  }

  /// Where an episode is damaged, it is not known what recurs; the rest is answered all the same.
  @Test func damageIsTold() async throws {
    try writeLongEpisode()
    _ = await zimu("index", "~/talks")
    let name = try damageIndex()
    let terms = await zimu("terms", "--units", "words")
    #expect(terms.status == 0 && terms.diagnostics.contains("recurring cues are not marked: "))
    #expect(terms.diagnostics.contains(name) && !terms.output.contains("from_recurring"))
    #expect(await zimu("terms", "--units", "words", "--no-recurring").status == 1)
    let episodes = await zimu("episodes", "--format", "json")
    #expect(episodes.status == 0 && episodes.output.contains("\"recurring_cues\":null"))
    #expect(episodes.diagnostics.contains("recurring cues are not counted: "))
  }
}
