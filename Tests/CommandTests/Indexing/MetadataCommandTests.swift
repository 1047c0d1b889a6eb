import Foundation
import TestSupport
import Testing

/// Metadata on the command line: options of `zimu index`, tags, and where values come from.
@Suite struct MetadataCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("甲：数据中心\n乙：数据\n", to: "talks/夜航/2024-01-05 第3期 一.txt")
    try folder.write("数据\n", to: "talks/夜航/2024-01-06 二.txt")
    try folder.write(
      "path,title,party\n夜航/2024-01-05 第3期 一.txt,表,DPP\n", to: "talks/metadata.csv")
  }

  private func zimu(_ arguments: String...) async -> CommandRun {
    await CommandRun.zimu(
      arguments.map { $0.replacing("~", with: folder.path) },
      environment: ["ZIMU_INDEX": folder.path + "/index"])
  }

  private func index(_ options: String...) async -> CommandRun {
    await CommandRun.zimu(
      ["index", "--index", folder.path + "/index", folder.path + "/talks"]
        + options.map { $0.replacing("~", with: folder.path) })
  }

  @Test func anEpisodeTellsWhereItsFieldsComeFrom() async throws {
    _ = await index("--show", "会议")
    let run = await zimu("episodes", "2024-01-05 第3期 一.txt", "--format", "csv")
    #expect(
      run.output == """
        field,value,source,used
        title,表,metadata.csv,yes
        title,第3期 一,file name,
        show,会议,command line,yes
        show,夜航,folder,
        date,2024-01-05,file name,yes
        number,3,file name,yes
        tag:party,DPP,metadata.csv,yes

        """)
    #expect(await zimu("episodes", "none").status == 1)
    #expect(await zimu("episodes", "none", "--where", "show:x").status == 64)
    let list = await zimu("episodes", "--format", "json")
    let rows = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]]
    #expect(rows?[0]["tag:party"] as? String == "DPP" && rows?[0]["number"] as? Int == 3)
    #expect(rows?[1]["tag:party"] is NSNull && rows?[1]["number"] is NSNull)
  }

  /// A misspelled tag would put everything into one group without a name.
  @Test func aTagThatNoEpisodeHasIsNamed() async {
    _ = await index()
    for arguments in [["terms"], ["count", "数据"], ["stats"], ["search", "数据"], ["keywords"]] {
      let run = await CommandRun.zimu(
        arguments + ["--by", "tag:partei"], environment: ["ZIMU_INDEX": folder.path + "/index"])
      #expect(
        run.diagnostics.hasPrefix(
          "warning: --by tag:partei: no episode has this tag; the tags are party\n"),
        "\(arguments): \(run.diagnostics)")
    }
  }

  @Test func pathsWithoutEpisodesAreNotUpdated() async {
    _ = await index()
    let run = await zimu("index", "--update-metadata", "~/tals", "~/talks/夜航")
    #expect(run.status == 2)
    #expect(
      run.diagnostics.contains(
        "/tals: the index has no episode at this path; `zimu episodes` lists"))
    #expect(run.output.contains("2 unchanged"))
  }

  @Test func tagsGroupInEveryCommand() async {
    _ = await index()
    for arguments in [
      ["terms"], ["count", "数据"], ["stats"], ["search", "数据"],
    ] {
      let run = await CommandRun.zimu(
        arguments + ["--by", "tag:party", "--format", "csv"],
        environment: ["ZIMU_INDEX": folder.path + "/index"])
      #expect(run.status == 0 && run.output.hasPrefix("group,"), "\(arguments): \(run.diagnostics)")
      #expect(run.output.contains("\nDPP,"), "\(arguments): \(run.output)")
    }
    #expect(await zimu("keywords", "--by", "tag:party").status == 0)
    #expect(await zimu("stats", "--by", "tag:").status == 64)
    let counts = await zimu("search", "数据 tag:party=dpp", "--count", "--format", "csv").output
    #expect(
      counts.split(separator: "\n").last?.hasPrefix("2,") == true && counts.hasSuffix(",2,1\n"))
    #expect(await zimu("stats", "--where", "tag:=x").status == 64)
  }

  @Test func whatHasNoPartnerIsSaid() async throws {
    try folder.write("path,date\n2024-01-06 二.txt,bald\nnone,2024\n", to: "all.csv")
    let run = await index("--metadata", "~/all.csv", "--name-pattern", "{date} 第{number}期 {title}")
    #expect(run.status == 0)
    for line in [
      "all.csv: line 2: “bald” is not a date and is left out",
      "all.csv: line 3: no file matches “none”",
      "other name: \(folder.path)/talks/夜航/2024-01-06 二.txt: does not match --name-pattern",
    ] {
      #expect(run.diagnostics.contains(line), "\(line)")
    }
    #expect(await index("--metadata", "~/none.csv").status == 1)
    let wrong = await index("--feed", "~/all.csv")
    #expect(wrong.status == 1 && wrong.diagnostics.contains("it is not an RSS feed"))
    #expect(await index("--name-pattern", "{title").status == 64)
  }

  @Test func anUpdateReadsNothing() async throws {
    #expect(await index("--update-metadata").status == 1)
    _ = await index()
    try FileManager.default.removeItem(atPath: folder.path + "/talks/夜航")
    try folder.write("path,title\n夜航/2024-01-06 二,新\n", to: "talks/metadata.csv")
    let run = await index("--update-metadata")
    #expect(run.status == 0 && run.output.contains("2 updated"))
    #expect(
      run.diagnostics.contains("title 二 → 新") && run.diagnostics.contains("tags party=DPP → none"))
    for option in ["--prune", "--rebuild", "--all-files", "--no-duplicates", "--check-content"] {
      let refused = await index("--update-metadata", option)
      #expect(refused.status == 64 && refused.diagnostics.contains("\(option) has no effect"))
    }
  }
}
