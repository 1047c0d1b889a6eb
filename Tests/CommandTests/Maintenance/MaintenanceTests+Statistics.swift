import TestSupport
import Testing

/// What `zimu stats` counts.
extension MaintenanceTests {
  @Test func statisticsAddUp() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    let run = await zimu("stats", "--index", "~/x", "--format", "csv")
    let lines = run.output.split(separator: "\n")
    #expect(lines.contains("episodes,3") && lines.contains("segments,1"))
    let sizes = lines.filter { $0.hasPrefix("bytes_") && !$0.contains("per_word") }
      .compactMap { Int($0.split(separator: ",")[1]) }
    let files = try contents("x").reduce(0) { $0 + $1.count }
    #expect(sizes.reduce(0, +) == files && lines.contains("bytes,\(files)"))
  }

  @Test func statisticsOfPartsAreSelectedAndGrouped() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    let selected = await zimu(
      "stats", "--index", "~/x", "--where", "date:2024-01", "--format", "csv")
    #expect(
      selected.output
        == "name,value\nepisodes,1\ncues,2\nwords,5\nterms,5\nspellings,5\npostings,5\n")
    let groups = await zimu("stats", "--index", "~/x", "--by", "show", "--format", "csv")
    #expect(groups.output.hasPrefix("group,name,value\na,episodes,2\na,cues,3\n"))
    #expect(groups.output.contains("b,episodes,1\n") && !groups.output.contains("bytes"))
    let months = await zimu("stats", "--index", "~/x", "--by", "month")
    #expect(months.output.contains("Rows without a group: episodes with no date"))
    #expect(await zimu("stats", "--index", "~/x", "--where", "date:").status == 64)
  }

  /// Statistics count what is left after episodes are removed, as `terms` does.
  @Test func statisticsCountWhatIsLeft() async throws {
    func live() async -> [String: Int] {
      let rows = await zimu("stats", "--index", "~/x", "--format", "csv").output.split(
        separator: "\n")
      return Dictionary(
        uniqueKeysWithValues: rows.compactMap { row in
          let fields = row.split(separator: ",")
          guard ["episodes", "words", "terms", "spellings", "postings"].contains(fields[0]) else {
            return nil
          }
          return Int(fields[1]).map { (String(fields[0]), $0) }
        })
    }
    // One segment of many episodes, of which a few are removed, and a second segment.
    for number in 0..<10 {
      try folder.write("数据中心 w\(number) 数据\n", to: "talks/c/\(number).txt")
    }
    _ = await zimu("index", "~/talks/c", "--index", "~/x")
    _ = await zimu("index", "~/talks/a", "--index", "~/x")
    let before = await live()
    #expect(await zimu("remove", "--index", "~/x", "c/3.txt", "c/4.txt").status == 0)
    let after = await live()
    #expect(after["episodes"] == 10 && after["terms"] == before["terms"]! - 2)
    let terms = await zimu(
      "terms", "--units", "words", "--stopwords", "none", "--numbers", "--min-length", "1", "--top",
      "1000", "--index", "~/x", "--format", "csv")
    let counts = terms.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(counts.compactMap { Int($0[3]) }.reduce(0, +) == after["words"])
    #expect(counts.count == after["terms"])
    #expect(counts.compactMap { Int($0[5]) }.reduce(0, +) == after["postings"])
    let foot = await zimu("terms", "--index", "~/x").output
    #expect(foot.contains("\n\(after["words"]!) words."))
    #expect(await zimu("optimize", "--index", "~/x").status == 0)
    #expect(await live() == after)
  }
}
