import TestSupport
import Testing

/// Lists that users write: stop words, terms, references, dictionaries.
@Suite struct ListTests {
  private static let folder = Result { try TemporaryFolder() }
  private static let indexing = Task {
    let folder = try ListTests.folder.get()
    // Phrases are followed and preceded by different words.
    let lines = ["大家", "学校", "公司", "医院", "老师", "朋友"].map { who in
      "\(who)说人工智能。\n\(who)有Wi-Fi，\(who)见Elon Musk。\n人工智能教\(who)。Wi-Fi给\(who)。\n"
        + "Elon Musk请\(who)。我们做了数据。\n"
    }.joined()
    try folder.write(lines, to: "talks/2024-01 一.txt")
    return await CommandRun.zimu("index", "--index", folder.path + "/index", folder.path + "/talks")
  }

  /// Runs a command with a list; `LIST` stands for its file.
  private func zimu(_ arguments: [String], list: [UInt8]) async throws -> CommandRun {
    #expect(try await Self.indexing.value.status == 0)
    let folder = try TemporaryFolder()
    let file = try folder.write(list, to: "list.txt")
    let index = try Self.folder.get().path + "/index"
    return await CommandRun.zimu(
      arguments.map { $0 == "LIST" ? file : $0 }, environment: ["ZIMU_INDEX": index])
  }

  private func terms(_ list: String) async throws -> CommandRun {
    try await zimu(
      [
        "terms", "--top", "all", "--format", "tsv", "--stopwords", "default", "--stopwords", "LIST",
      ],
      list: Array(list.utf8))
  }

  private func keys(_ run: CommandRun) -> Set<String> {
    Set(run.output.split(separator: "\n").dropFirst().map { String($0.split(separator: "\t")[2]) })
  }

  /// An entry of several words stops the phrase that is equal to it, and nothing else.
  @Test func entriesOfSeveralWordsStopPhrases() async throws {
    let all = keys(try await terms(""))
    #expect(all.isSuperset(of: ["人工智能", "wi-fi", "elon musk", "数据"]))
    for (entry, key) in [("人工 智能", "人工智能"), ("Ｗi-Fi", "wi-fi"), ("elon   MUSK", "elon musk")] {
      let run = try await terms(entry)
      #expect(run.diagnostics.isEmpty && all.subtracting(keys(run)) == [key], "\(entry)")
    }
    #expect(all.subtracting(keys(try await terms("數據"))) == ["数据"])
  }

  @Test func entriesThatMatchNothingAreNamed() async throws {
    // 做 is no word here, but stops 做了 with 了; 人工智能 is no word, but words in a row.
    let run = try await terms("# 我的\n數據\n模形\n\n做\n人工智能\n据我\nOpen AI\n")
    #expect(
      run.diagnostics.replacing(/\S+list/, with: "list")
        == "note: list.txt: 3 of 6 entries match no word or phrase of the index: line 3 “模形”, "
        + "line 7 “据我”, line 8 “Open AI”\n")
    let many = try await terms((1...9).map { "没有\($0)号" }.joined(separator: "\n"))
    #expect(
      many.diagnostics.contains("9 of 9 entries")
        && many.diagnostics.hasSuffix("line 5 “没有5号”, …\n"))
    for command in [["keywords"], ["trend", "--rising"], ["report", "-o", "/dev/null/x.md"]] {
      let run = try await zimu(command + ["--stopwords", "LIST"], list: Array("模形\n".utf8))
      #expect(run.diagnostics.contains("1 of 1 entries match no word"), "\(command)")
    }
  }

  /// No command reads a list in an encoding that it would have to guess.
  @Test(arguments: [
    ["terms", "--stopwords", "LIST"], ["count", "--terms-file", "LIST"],
    ["keywords", "--reference", "LIST"], ["segment", "--user-dictionary", "LIST"],
    ["lexicon", "数据", "--user-dictionary", "LIST"],
  ])
  func listsInOtherEncodingsAreRefused(arguments: [String]) async throws {
    let run = try await zimu(
      arguments, list: Array("AI\t5\n".utf8) + [0xCA, 0xFD, 0xBE, 0xDD, 0x0A])
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.diagnostics.contains("list.txt:2: the line is not UTF-8 (it is “数据” in GB18030"))
  }

  @Test func dictionariesMayBeUTF16() async throws {
    let list: [UInt8] =
      [0xFF, 0xFE] + "做了数\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let run = try await zimu(["lexicon", "我们做了数据", "--user-dictionary", "LIST"], list: list)
    #expect(run.status == 0 && run.output.contains("做了数"))
  }

  /// A reference without a word of the index says so, of whatever kind it is.
  @Test func referencesThatMatchNothingSaySo() async throws {
    let counts = try await zimu(["keywords", "--reference", "LIST"], list: Array("模形,5\n".utf8))
    #expect(counts.diagnostics.contains("--reference: the index has no word in common with"))
    let filter = try await zimu(["keywords", "--reference", "show:x"], list: [])
    #expect(filter.diagnostics.contains("--reference “show:x” does not select the only episode"))
    let folder = try TemporaryFolder()
    try folder.write("Lorem ipsum dolor\n", to: "other/2024-01.txt")
    let other = folder.path + "/index"
    #expect(await CommandRun.zimu("index", folder.path + "/other", "--index", other).status == 0)
    let index = try await zimu(["keywords", "--reference", other], list: [])
    #expect(index.diagnostics.contains("--reference: the indexes have no word in common"))
  }
}
