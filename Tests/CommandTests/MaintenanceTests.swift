import Foundation
import TestSupport
import Testing

/// Commands that change or check an index as a whole.
@Suite struct MaintenanceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("我们讨论数据\n軟件很好\n", to: "talks/a/2024-01 一.txt")
    try folder.write("人类和AI\n", to: "talks/a/2024-02 二.txt")
    try folder.write("[SPEAKER_00]: OpenAI的模型\n", to: "talks/b/三.txt")
  }

  private func zimu(_ arguments: String...) async -> CommandRun {
    await CommandRun.zimu(arguments.map { $0.replacing("~", with: folder.path) })
  }

  private func contents(_ index: String) throws -> Set<[UInt8]> {
    Set(
      try folder.contents(of: index).filter { $0 != "lock" }
        .map { try TestData.bytes("\(folder.path)/\(index)/\($0)") })
  }

  @Test func episodesAreRemovedByNameOrPath() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    let wrong = await zimu("remove", "--index", "~/x", "b/三.txt", "none")
    #expect(wrong.status == 1 && wrong.diagnostics.contains("“none”"))
    let removed = await zimu("remove", "--index", "~/x", "b/三.txt", "~/talks/a/2024-02 二.txt")
    #expect(removed.output == "Removed 2 episodes, 1 left.\n")
    #expect(await zimu("search", "OpenAI", "--index", "~/x").output.contains("Nothing found"))
    #expect(await zimu("verify", "--index", "~/x").output.hasSuffix("is whole: 1 episode.\n"))
    // A later run adds them again.
    #expect(
      await zimu("index", "~/talks", "--index", "~/x").output.contains("2 added, 1 unchanged"))
  }

  @Test func optimizingGivesTheBytesOfAFreshRun() async throws {
    _ = await zimu("index", "~/talks/b", "--index", "~/x")
    _ = await zimu("index", "~/talks/a", "--index", "~/x")
    try folder.write("人类和AI。\n", to: "talks/a/2024-02 二.txt")
    _ = await zimu("index", "~/talks", "--index", "~/x")
    #expect(await zimu("optimize", "--index", "~/x").status == 0)
    _ = await zimu("index", "~/talks", "--index", "~/fresh")
    #expect(try contents("x") == contents("fresh"))
  }

  @Test func indexesBuiltApartAreJoined() async throws {
    _ = await zimu("index", "~/talks/a", "--index", "~/a")
    _ = await zimu("index", "~/talks/b", "--index", "~/b")
    let merged = await zimu("merge", "--into", "~/all", "~/a", "~/b", "~/a")
    #expect(merged.output.hasSuffix(": 3 episodes.\n"))
    #expect(await zimu("search", "模型", "--index", "~/all").output.contains("OpenAI的模型"))
    #expect(await zimu("verify", "--index", "~/all").status == 0)
    try folder.write("讨论数据\n", to: "names.txt")
    _ = await zimu("index", "~/talks/a", "--index", "~/c", "--user-dictionary", "~/names.txt")
    let refused = await zimu("merge", "--into", "~/all", "~/c")
    #expect(refused.status == 1 && refused.diagnostics.contains("user-dictionary is"))
  }

  @Test func damageIsFoundAndNamed() async throws {
    // Enough that the words of the first episode lie in a block of their own.
    let words = (0..<30_000).map { "w\($0 * $0) 数据\n" }.joined()
    try folder.write(words, to: "talks/b/long.txt")
    _ = await zimu("index", "~/talks", "--index", "~/x")
    let name = try #require(try folder.contents(of: "x").first { $0.hasPrefix("segment-") })
    var bytes = try TestData.bytes("\(folder.path)/x/\(name)")
    bytes[40] ^= 1
    try folder.write(bytes, to: "x/\(name)")
    let run = await zimu("verify", "--index", "~/x", "--format", "csv")
    #expect(run.status == 1)
    #expect(run.output.contains("checksum") && run.output.contains("2024-01 一.txt"))
    #expect(await zimu("terms", "--by", "show", "--index", "~/x").status == 1)
    // The counts of all words lie elsewhere, and are whole.
    #expect(await zimu("terms", "--units", "words", "--index", "~/x").status == 0)
    let both = await zimu("terms", "--index", "~/x")
    #expect(both.status == 0 && both.output.contains("数据"))
    #expect(both.diagnostics.contains("phrases are left out") && both.diagnostics.contains(name))
    #expect(await zimu("phrases", "--index", "~/x").status == 1)
  }

  @Test func goneFilesArePruned() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    try FileManager.default.removeItem(atPath: folder.path + "/talks/b/三.txt")
    #expect(await zimu("index", "~/talks", "--index", "~/x").output.contains("3 (2 unchanged)"))
    let pruned = await zimu("index", "~/talks", "--index", "~/x", "--prune")
    #expect(pruned.output.contains("2 (2 unchanged, 1 pruned)"))
  }

  /// Cut anew with other words, without the files, an index is what it would be had it been made so.
  @Test func wordsAreCutAnewFromTheIndex() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    try folder.write("讨论数据\n", to: "names.txt")
    _ = await zimu("index", "~/talks", "--index", "~/fresh", "--user-dictionary", "~/names.txt")
    try FileManager.default.moveItem(
      atPath: folder.path + "/talks", toPath: folder.path + "/gone")
    try folder.write("", to: "empty/README.md")
    let rebuilt = await zimu(
      "index", "~/empty", "--index", "~/x", "--user-dictionary", "~/names.txt", "--rebuild")
    #expect(rebuilt.status == 0)
    #expect(await zimu("optimize", "--index", "~/x").status == 0)
    #expect(try contents("x") == contents("fresh"))
  }

  @Test func contentIsComparedWhereAsked() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    let path = folder.path + "/talks/a/2024-02 二.txt"
    let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    try folder.write("人类和IA\n", to: "talks/a/2024-02 二.txt")
    try FileManager.default.setAttributes([.modificationDate: time!], ofItemAtPath: path)
    let checked = await zimu("index", "~/talks", "--index", "~/x", "--check-content")
    #expect(checked.output.contains("3 (1 replaced, 2 unchanged)"))
  }

  /// Little memory makes many runs, and the same bytes.
  @Test func bytesAreTheSameForAnyMemory() async throws {
    for number in 0..<60 {
      let text = (0..<200).map { "第\(number)集 数据\($0 * number) w\(number)x\($0)\n" }.joined()
      try folder.write(text, to: "talks/x/\(number).txt")
    }
    _ = await zimu("index", "~/talks", "--index", "~/x", "-j1")
    _ = await zimu("index", "~/talks", "--index", "~/y", "-j2", "--memory", "1M")
    #expect(try contents("x") == contents("y"))
    #expect(await zimu("index", "~/talks", "--index", "~/z", "--memory", "1").status == 64)
  }

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
