import Foundation
import TestSupport
import Testing

/// Commands that change or check an index as a whole.
@Suite struct MaintenanceTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("我们讨论数据\n軟件很好\n", to: "talks/a/2024-01 一.txt")
    try folder.write("人类和AI\n", to: "talks/a/2024-02 二.txt")
    try folder.write("[SPEAKER_00]: OpenAI的模型\n", to: "talks/b/三.txt")
  }

  func zimu(_ arguments: String...) async -> CommandRun {
    await CommandRun.zimu(arguments.map { $0.replacing("~", with: folder.path) })
  }

  func contents(_ index: String) throws -> Set<[UInt8]> {
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
    #expect(
      await zimu("verify", "--index", "~/x").output.hasSuffix(
        "is intact: 1 episode, 1 of them segmented again.\n"))
    // A later run adds them again.
    #expect(
      await zimu("index", "~/talks", "--index", "~/x").output.contains("2 added, 1 unchanged"))
  }

  /// The ids and paths that `zimu episodes` shows, by name.
  private func ids(_ index: String) async -> [String: (id: String, path: String)] {
    let rows = await zimu("episodes", "--index", index, "--format", "tsv").output
      .split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let id = rows[0].firstIndex(of: "id")!
    let path = rows[0].firstIndex(of: "path")!
    return Dictionary(
      uniqueKeysWithValues: rows.dropFirst().map {
        (String($0[0].split(separator: "/").last!), (String($0[id]), String($0[path])))
      })
  }

  @Test func idsStayWhateverHappensToTheIndex() async throws {
    _ = await zimu("index", "~/talks/a", "--index", "~/x")
    let first = await ids("~/x")
    #expect(Set(first.values.map(\.id)).count == 2)
    #expect(first["2024-01 一.txt"]?.path == "\(folder.path)/talks/a/2024-01 一.txt")
    // Another folder changes what episodes are called; a merge and other words do not change ids, either.
    _ = await zimu("index", "~/talks", "--index", "~/x", "--show", "会")
    _ = await zimu("merge", "--into", "~/y", "~/x")
    try folder.write("讨论数据\n", to: "names.txt")
    _ = await zimu(
      "index", "~/talks", "--index", "~/y", "--user-dictionary", "~/names.txt", "--rebuild")
    let last = await ids("~/y")
    #expect(last.count == 3)
    for (name, known) in first { #expect(last[name]! == known) }
  }

  @Test func idsSelectAndRemoveEpisodes() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    let ids = await ids("~/x")
    let (first, second) = (ids["2024-01 一.txt"]!.id, ids["2024-02 二.txt"]!.id)
    let listed = await zimu(
      "episodes", "--index", "~/x", "--where", "id:\(first)", "--format", "csv")
    #expect(listed.output.split(separator: "\n").count == 2 && listed.output.contains("一.txt"))
    let found = await zimu(
      "search", "人类 id:\(second.uppercased())", "--index", "~/x", "--format", "csv")
    #expect(found.output.split(separator: "\n").count == 2)
    let wrong = await zimu("search", "人类 id:12", "--index", "~/x")
    #expect(wrong.status == 64 && wrong.diagnostics.contains("sixteen hexadecimal digits"))
    // Without id: in front, or with another id, nothing is removed.
    for name in [second, "id:0000000000000000", "id:x"] {
      let run = await zimu("remove", "--index", "~/x", name, "id:\(first)")
      #expect(run.status == 1 && run.diagnostics.contains("“\(name)”"))
    }
    let removed = await zimu("remove", "--index", "~/x", "id:\(first)", "a/2024-01 一.txt")
    #expect(removed.output == "Removed 1 episode, 2 left.\n")
    let selected = await zimu("remove", "--index", "~/x", "--where", "id:\(second)")
    #expect(selected.output == "Removed 1 episode, 1 left.\n")
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

  @Test func episodesAreRemovedByAFilter() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    #expect(await zimu("remove", "--index", "~/x").status == 64)
    #expect(await zimu("remove", "a", "--where", "show:a", "--index", "~/x").status == 64)
    #expect(await zimu("remove", "--where", "speaker:x", "--index", "~/x").status == 64)
    #expect(await zimu("remove", "--where", "NOT speaker:x", "--index", "~/x").status == 64)
    let quoted = await zimu("remove", "--where", "title:\"speaker:x\"", "--index", "~/x")
    #expect(quoted.output == "Removed 0 episodes, 3 left.\n")
    let none = await zimu("remove", "--where", "show:none", "--index", "~/x")
    #expect(none.output == "Removed 0 episodes, 3 left.\n")
    #expect(none.diagnostics.contains("selects none of 3 episodes"))
    let run = await zimu("remove", "--where", "date:2024-02", "--index", "~/x")
    #expect(run.output == "Removed 1 episode, 2 left.\n")
    #expect(run.diagnostics == "removed: \(folder.path)/talks/a/2024-02 二.txt\n")
  }

  @Test func goneFilesArePruned() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    try FileManager.default.removeItem(atPath: folder.path + "/talks/b/三.txt")
    #expect(await zimu("index", "~/talks", "--index", "~/x").output.contains("3 episodes"))
    // The folder that is empty now may be one where a disk is mounted at other times.
    let kept = await zimu("index", "~/talks", "--index", "~/x", "--prune")
    #expect(kept.output.contains("2 unchanged\n") && kept.output.contains("1 not pruned"))
    #expect(kept.diagnostics.contains("kept: 1 episode below \(folder.path)/talks/b"))
    try FileManager.default.removeItem(atPath: folder.path + "/talks/b")
    let pruned = await zimu("index", "~/talks", "--index", "~/x", "--prune")
    #expect(pruned.output.contains("2 unchanged, 1 pruned\n"))
    #expect(pruned.diagnostics == "pruned: \(folder.path)/talks/b/三.txt: its file is gone\n")
  }

  /// A disk that is not mounted: its folder is empty, holds no transcript, is missing, or is elsewhere.
  @Test func whatCannotBeSeenIsNotPruned() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    let (talks, away) = ("\(folder.path)/talks", "\(folder.path)/away")
    try FileManager.default.moveItem(atPath: talks, toPath: away)
    let missing = await zimu("index", "~/talks", "--index", "~/x", "--prune")
    #expect(missing.status == 2 && missing.output.contains("3 episodes"))
    try FileManager.default.createDirectory(atPath: talks, withIntermediateDirectories: false)
    let empty = await zimu("index", "~/talks", "--index", "~/x", "--prune")
    #expect(empty.status == 0 && empty.output.contains("kept      3 not pruned"))
    try folder.write("x", to: "talks/README.txt")
    let bare = await zimu("index", "~/talks", "--index", "~/x", "--prune")
    #expect(bare.output.contains("kept      3 not pruned"))
    try FileManager.default.removeItem(atPath: talks)
    try folder.write("别的\n", to: "other/四.txt")
    let other = await zimu("index", "~/other", "--index", "~/x", "--prune")
    #expect(other.output.contains("4 episodes") && other.diagnostics.isEmpty)
    // A link in a circle is another error than that nothing is there.
    try FileManager.default.createSymbolicLink(atPath: talks, withDestinationPath: talks)
    let circle = await zimu("index", folder.path, "--index", "~/x", "--prune")
    #expect(circle.output.contains("3 added, 1 updated (1 with another show)"))
    #expect(
      circle.output.contains("7 episodes") && circle.output.contains("kept      3 not pruned"))
  }

  /// A file that is named and gone leaves the index, where its folder can be read.
  @Test func namedFilesArePruned() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    try FileManager.default.removeItem(atPath: folder.path + "/talks/a/2024-02 二.txt")
    let run = await zimu("index", "~/talks/a/2024-02 二.txt", "--index", "~/x", "--prune")
    #expect(run.status == 0 && run.output.contains("1 pruned"))
  }

  /// What leaves the index is counted and named.
  @Test func siblingsThatLeaveAreNamed() async throws {
    let text = "1\n00:00:01,000 --> 00:00:02,000\n你好\n"
    try folder.write(text, to: "talks/b/三.srt")
    let only = await zimu("index", "~/talks/b/三.txt", "--index", "~/x")
    #expect(only.output.contains("1 added"))
    let run = await zimu("index", "~/talks/b/三.srt", "--index", "~/x")
    #expect(run.output.contains("1 added, 1 replaced by another format"))
    #expect(run.diagnostics.contains("left the index: \(folder.path)/talks/b/三.txt"))
  }

  /// Whether siblings are apart belongs to the index.
  @Test func siblingsStayApart() async throws {
    try folder.write("1\n00:00:01,000 --> 00:00:02,000\n你好\n", to: "talks/b/三.srt")
    _ = await zimu("index", "~/talks", "--index", "~/x", "--all-files")
    let run = await zimu("index", "~/talks/b/三.srt", "--index", "~/x")
    #expect(run.output.contains("4 episodes") && run.diagnostics.isEmpty)
    #expect(await zimu("verify", "--index", "~/x").status == 0)
    _ = await zimu("index", "~/talks", "--index", "~/y")
    let refused = await zimu("index", "~/talks", "--index", "~/y", "--all-files")
    #expect(refused.status == 1 && refused.diagnostics.contains("--all-files"))
    #expect(await zimu("merge", "--into", "~/y", "~/x").diagnostics.contains("siblings is"))
    let rebuilt = await zimu("index", "~/talks", "--index", "~/y", "--all-files", "--rebuild")
    #expect(rebuilt.output.contains("1 added, 3 unchanged"))
  }

  @Test func changesOfShowAndLinkAreTold() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    let run = await zimu(
      "index", "~/talks", "--index", "~/x", "--show", "会", "--url-template", "x?t={seconds}")
    #expect(
      run.output.contains(
        "run       3 updated (3 with another show, 3 with another link)\n"))
    #expect(
      run.diagnostics.hasPrefix(
        "changed: \(folder.path)/talks/a/2024-01 一.txt: show a → 会; link none → x?t={seconds}\n"))
    #expect(run.diagnostics.split(separator: "\n").count == 3)
    let again = await zimu("index", "~/talks/a", "--index", "~/x", "--show", "会")
    #expect(again.output.contains("run       2 unchanged\n") && again.diagnostics.isEmpty)
    let one = await zimu("index", "~/talks/b", "~/talks/a", "--index", "~/x", "--show", "b")
    #expect(one.output.contains("run       3 updated (3 with another show)\n"))
    #expect(
      run.output.contains("read      nothing\n") && run.output.contains("index     3 episodes, "))
  }

  /// What is read again is told from what it was: speakers, words, and what the name of the file says.
  @Test func changesOfWhatIsReadAgainAreTold() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    try folder.write("[甲]: OpenAI\n[乙]: 好\n", to: "talks/b/三.txt")
    try FileManager.default.moveItem(
      atPath: folder.path + "/talks/a/2024-01 一.txt",
      toPath: folder.path + "/talks/b/2024-03 四.txt")
    let run = await zimu("index", "~/talks", "--index", "~/x")
    #expect(run.output.contains("run       1 replaced, 1 moved, 1 unchanged\n"))
    let changes = run.diagnostics.split(separator: "\n").filter { $0.hasPrefix("changed: ") }
    #expect(
      changes == [
        "changed: \(folder.path)/talks/b/2024-03 四.txt: title 一 → 四; show a → b; date 2024-01 → 2024-03",
        "changed: \(folder.path)/talks/b/三.txt: speakers SPEAKER_00 → 甲, 乙; words 3 → 2",
      ])
  }

  @Test func manyChangesAreCounted() async throws {
    for number in 10..<30 { try folder.write("好\n", to: "talks/c/\(number).txt") }
    _ = await zimu("index", "~/talks", "--index", "~/x")
    let run = await zimu("index", "~/talks/c", "--index", "~/x", "--show", "会", "-j2")
    let lines = run.diagnostics.split(separator: "\n")
    #expect(lines.count == 11 && lines[9].contains("/19.txt: show c → 会"))
    #expect(lines[10] == "changed: 10 more episodes")
  }

  @Test func namedFilesAreReadOrRejected() async throws {
    try folder.write("我们\n", to: "n/source-code.txt")
    try folder.write("a,b\n1,2\n", to: "n/metadata.csv")
    try folder.write("a,b\n1,2\n", to: "n/table.csv")
    try folder.write("x\n", to: "n/LICENSE.txt")
    let read = await zimu("index", "~/n/source-code.txt", "--index", "~/x")
    #expect(read.status == 0 && read.output.contains("1 added"))
    for name in ["metadata.csv", "table.csv", "LICENSE.txt"] {
      let run = await zimu("index", "~/n/\(name)", "--index", "~/x")
      #expect(run.status == 2 && run.diagnostics.contains("rejected: \(folder.path)/n/\(name): "))
    }
    #expect(await zimu("index", "~/n/source-code.txt", "-g", "*.srt", "--index", "~/x").status == 2)
    let all = await zimu("index", "~/n", "--index", "~/y")
    #expect(all.status == 0 && all.output.contains("1 added"))
    #expect(all.diagnostics.contains("table.csv: no column in its header is named text"))
    #expect(all.diagnostics.contains("its columns are a, b"))
  }

  /// Words cut anew and a new file are one commit.
  @Test func aRebuildIsOneCommit() async throws {
    _ = await zimu("index", "~/talks", "--index", "~/x")
    try folder.write("讨论数据\n", to: "names.txt")
    try folder.write("新的讨论数据\n", to: "talks/c/四.txt")
    try folder.write("改了讨论数据\n", to: "talks/b/三.txt")
    let manifest = { try folder.contents(of: "x").filter { $0.hasPrefix("manifest-") } }
    #expect(try manifest() == ["manifest-0000000000000001"])
    let run = await zimu(
      "index", "~/talks", "--index", "~/x", "--user-dictionary", "~/names.txt", "--rebuild",
      "--show", "会")
    #expect(
      run.output.contains(
        "1 added, 1 replaced, 2 updated (2 with another show, 1 with other words)\n"))
    #expect(try manifest() == ["manifest-0000000000000002"])
    _ = await zimu(
      "index", "~/talks", "--index", "~/fresh", "--user-dictionary", "~/names.txt", "--show", "会")
    #expect(await zimu("optimize", "--index", "~/x").status == 0)
    #expect(try contents("x") == contents("fresh"))
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
    #expect(checked.output.contains("1 replaced, 2 unchanged"))
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

  /// What was indexed of a file stays when the file can't be read any more, and a run says so.
  @Test func filesThatCanNoLongerBeReadAreNamed() async throws {
    let folder = try TemporaryFolder()
    try folder.write("text\n旧内容一\n", to: "t/a.csv")
    try folder.write("旧内容二\n", to: "t/b.txt")
    let arguments = ["index", folder.path + "/t", "--index", folder.path + "/x", "--prune"]
    #expect(await CommandRun.zimu(arguments, environment: [:]).status == 0)
    try folder.write("foo\nx\n", to: "t/a.csv")
    try folder.write([0xC3, 0x28, 0, 1, 2, 0xFF, 0xFE, 0], to: "t/b.txt")
    let run = await CommandRun.zimu(arguments, environment: [:])
    #expect(run.output.contains("kept as indexed before"))
    #expect(run.diagnostics.contains("kept: \(folder.path)/t/a.csv: its file cannot be read now"))
    let search = await CommandRun.zimu(
      ["search", "旧内容一", "-c", "--format", "csv", "--index", folder.path + "/x"], environment: [:])
    #expect(search.output.split(separator: "\n")[1].hasPrefix("1,"))
  }
}
