import Foundation
import TestSupport
import Testing
import Zimu

/// Files that `zimu export` writes.
@Suite struct ExportTests {
  private let folder: TemporaryFolder

  init() async throws {
    folder = try TemporaryFolder()
    try folder.write(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 甲>軟體 很好，[音樂] C++ 也好！\n\n"
        + "00:03.000 --> 00:04.500\n<v 乙>OpenAI的\"模型\" &lt;x&gt;\n\n00:05.000 --> 00:06.000\n<v 甲>……\n",
      to: "t/a/2024-01-05 開會.vtt")
    try folder.write("沒有時間\n軟體軟體\n", to: "t/a/紀錄?.txt")
    try folder.write("1\n00:00:01,000 --> 00:00:02,000\n软体很好\n", to: "t/b/X.srt")
    try folder.write("1\n00:00:01,000 --> 00:00:02,000\n再见\n", to: "t/b/x.srt")
    _ = await zimu("index", "~/t")
  }

  private func zimu(_ arguments: String...) async -> CommandRun {
    await CommandRun.zimu(
      arguments.map { $0.replacing("~", with: folder.path) },
      environment: ["ZIMU_INDEX": folder.path + "/x"])
  }

  private func contents(_ name: String) throws -> String {
    String(decoding: try TestData.bytes("\(folder.path)/\(name)"), as: UTF8.self)
  }

  @Test func eachEpisodeIsAFileWithASafeName() async throws {
    let run = await zimu("export", "--format", "txt", "--output", "~/out/texts")
    #expect(run.status == 0 && run.output == "\(folder.path)/out/texts: 4 files, 7 cues\n")
    let names = try folder.contents(of: "out/texts")
    #expect(names.count == 4 && names.contains("a - 2024-01-05 開會.txt"))
    #expect(names.contains("a - 紀錄_.txt"))
    // Names that differ in case alone have ids.
    #expect(
      names.filter {
        $0.range(of: "^b - [xX] [0-9a-f]{16}\\.txt$", options: .regularExpression) != nil
      }.count == 2)
    #expect(try contents("out/texts/a - 紀錄_.txt") == "沒有時間\n軟體軟體\n")
  }

  @Test func namesAreSafe() async throws {
    try folder.write("好\n", to: "n/con.txt")
    try folder.write("好\n", to: "n/" + String(repeating: "長", count: 80) + ".txt")
    try folder.write("好\n", to: "n/a\u{7}b. .txt")
    _ = await zimu("index", "--index", "~/n.index", "~/n")
    let run = await zimu("export", "--index", "~/n.index", "--format", "csv", "--output", "~/names")
    #expect(run.status == 0)
    let names = try folder.contents(of: "names")
    #expect(names.count == 3 && names.contains("_con.csv"), "\(names)")
    #expect(names.contains { $0.hasPrefix("a_") && $0.hasSuffix("b.csv") })
    #expect(names.allSatisfy { !$0.contains { ":*?\\/\u{7}".contains($0) } })
    #expect(names.allSatisfy { $0.utf8.count <= 205 })
  }

  /// JSON keeps all that is known of an episode.
  @Test func metadataComeBackFromJSON() async throws {
    try folder.write(
      "path,title,show,date,number,url,party,tag,tag\nb/X.srt,题“目”,节目,2024,7,https://e.org/1,DPP,a,b\n",
      to: "t/metadata.csv")
    _ = await zimu("index", "~/t")
    _ = await zimu("export", "--format", "json", "--where", "tag:party", "--output", "~/out/json")
    _ = await zimu("index", "--index", "~/y", "~/out/json")
    let options = ["episodes", "--format", "json", "--index"]
    let columns = ["title", "show", "date", "number", "tag:party", "tag:tag", "cues", "words"]
    func row(_ index: String, _ more: String...) async throws -> [String?] {
      let run = await CommandRun.zimu(options + [folder.path + index] + more)
      let rows = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
      return columns.map { (rows?.first?[$0]).map { "\($0)" } }
    }
    let first = try await row("/x", "--where", "tag:party")
    #expect(try await row("/y") == first)
    #expect(first[2...5] == ["2024", "7", "DPP", "a, b"])
  }

  @Test func transcriptsComeBackFromTheirFiles() async throws {
    for format in ["json", "csv", "vtt", "srt"] {
      let run = await zimu(
        "export", "--format", format, "--output", "~/\(format)", "--where", "title:開會")
      #expect(run.status == 0, "\(run.diagnostics)")
      _ = await zimu("index", "--index", "~/\(format).index", "~/\(format)")
      let first = await zimu("show", "開會", "--format", "csv")
      let again = await zimu("show", "開會", "--format", "csv", "--index", "~/\(format).index")
      #expect(first.output == again.output && again.status == 0, "\(format)")
    }
  }

  @Test func selectionsAndSimplifiedTextsAreWritten() async throws {
    _ = await zimu(
      "export", "--format", "txt", "--output", "~/one", "--where", "speaker:甲", "--simplified")
    #expect(try folder.contents(of: "one") == ["a - 2024-01-05 開會.txt"])
    #expect(try contents("one/a - 2024-01-05 開會.txt") == "甲: 软体 很好，[音乐] C++ 也好！\n甲: ……\n")
    let none = await zimu("export", "--format", "txt", "--output", "~/none", "--where", "show:none")
    #expect(none.status == 0 && none.output == "Nothing was written.\n")
    #expect(try !folder.contents().contains("none"))
  }

  @Test func cuesWithoutTimesAreNamed() async throws {
    let run = await zimu("export", "--format", "srt", "--output", "~/srt")
    #expect(run.status == 2 && run.output.contains("3 files, 5 cues"))
    #expect(
      run.diagnostics
        == "not written: 2 cues without times, among them all cues of a/紀錄?.txt; use txt, csv or json to keep these cues\n"
    )
    #expect(try folder.contents(of: "srt").count == 3)
  }

  @Test func nothingIsReplacedUnasked() async throws {
    let name = try folder.write("mine", to: "out/a - 2024-01-05 開會.csv")
    let refused = await zimu("export", "--format", "csv", "--output", "~/out")
    #expect(refused.status == 1 && refused.diagnostics.contains("\(name) exists; --replace"))
    #expect(try folder.contents(of: "out").count == 1 && TestData.bytes(name) == Array("mine".utf8))
    #expect(await zimu("export", "--format", "csv", "--output", "~/out", "--replace").status == 0)
    #expect(try folder.contents(of: "out").count == 4)
    let all = await zimu("export", "--format", "csv", "--output", "~/out")
    #expect(all.diagnostics.contains("and so do 3 more files"))
    try folder.write("mine", to: "x.vert")
    for format in ["vertical", "conllu"] {
      let run = await zimu("export", "--format", format, "--output", "~/x.vert")
      #expect(run.status == 1 && run.output.isEmpty)
    }
    #expect(try contents("x.vert") == "mine")
    #expect(
      await zimu("export", "--format", "vertical", "--output", "~/x.vert", "--simplified").status
        == 64)
  }

  @Test func tokensHaveKeysKindsAndOffsets() async throws {
    let run = await zimu(
      "export", "--format", "vertical", "--output", "~/a.vert", "--where", "title:開會")
    #expect(run.status == 0 && run.diagnostics.isEmpty)
    let lines = try contents("a.vert").split(separator: "\n").map(String.init)
    #expect(
      lines[0].hasPrefix("<doc id=\"")
        && lines[0].contains("title=\"開會\" show=\"a\" date=\"2024-01-05\""))
    #expect(lines[1] == "<s n=\"1\" start=\"1.000\" end=\"2.000\" speaker=\"甲\">")
    #expect(
      lines[2..<14] == [
        "軟體\t软体\than\t0\t6", "很好\t很好\than\t7\t13", "，\t,\tsymbol\t13\t16", "[\t[\tsymbol\t16\t17",
        "音樂\t音乐\tother\t17\t23", "]\t]\tsymbol\t23\t24", "C++\tc++\tname\t25\t28",
        "也好\t也好\than\t29\t35", "！\t!\tsymbol\t35\t38", "</s>",
        "<s n=\"2\" start=\"3.000\" end=\"4.500\" speaker=\"乙\">", "OpenAI\topenai\tletters\t0\t6",
      ], "\(lines)")
    #expect(
      lines.contains("&lt;\t&lt;\tsymbol\t18\t19")
        && lines.contains("&quot;\t&quot;\tsymbol\t9\t10"))
    #expect(lines.last == "</doc>")
  }

  @Test func treebanksAreReadAgain() async throws {
    _ = await zimu(
      "export", "--format", "conllu", "--output", "~/c/a.conllu", "--where", "title:開會")
    #expect(try !folder.contents().contains("c"))
    _ = await zimu("export", "--format", "conllu", "--output", "~/a.conllu", "--where", "title:開會")
    let text = try contents("a.conllu")
    #expect(
      text.contains(
        "# text = 軟體 很好，[音樂] C++ 也好！\n1\t軟體\t软体\t_\than\t_\t_\t_\t_\tStartByte=0|EndByte=6\n"))
    #expect(text.contains("2\t很好\t很好\t_\than\t_\t_\t_\t_\tSpaceAfter=No|StartByte=7|EndByte=13\n"))
    _ = await zimu("index", "--index", "~/c.index", "~/a.conllu")
    let shown = await zimu("show", "a.conllu", "--index", "~/c.index", "--format", "tsv").output
    #expect(shown.contains("甲\t軟體 很好，[音樂] C++ 也好！\n") && shown.contains("乙\tOpenAI的\"模型\" <x>\n"))
  }
}

extension ExportTests {
  /// The counts of a matrix are those of the words in vertical text.
  @Test func matricesCountWords() async throws {
    let folder = try TemporaryFolder()
    let environment = ["ZIMU_INDEX": folder.path + "/index"]
    _ = await CommandRun.zimu(
      ["index", "-g", TestData.corpusGlob, TestData.corpus], environment: environment)
    for filter in [[], ["--where", "show:夜航科技 AND NOT speaker:主持人"]] {
      for (format, name) in [("vertical", "a.vert"), ("matrix-market", "matrix")] {
        let run = await CommandRun.zimu(
          ["export", "--replace", "--format", format, "--output", "\(folder.path)/\(name)"]
            + filter,
          environment: environment)
        #expect(run.status == 0 && run.output.contains("episodes"), "\(run.diagnostics)")
      }
      let lines = { (name: String) in
        String(decoding: try TestData.bytes("\(folder.path)/\(name)"), as: UTF8.self)
          .split(separator: "\n")
      }
      var counts: [String: [Int: Int]] = [:]
      var column = 0
      for line in try lines("a.vert") {
        if line.hasPrefix("<doc") { column += 1 }
        let fields = line.split(separator: "\t")
        guard fields.count == 5, fields[2] != "symbol", fields[2] != "other" else { continue }
        counts[String(fields[1]), default: [:]][column, default: 0] += 1
      }
      let terms = try lines("matrix/terms.txt").map(String.init)
      let matrix = try lines("matrix/matrix.mtx")
      #expect(matrix[0] == "%%MatrixMarket matrix coordinate integer general")
      let entries = matrix.dropFirst(2).map { $0.split(separator: " ").map { Int($0)! } }
      #expect(entries[0] == [terms.count, column, entries.count - 1])
      var found: [String: [Int: Int]] = [:]
      for entry in entries.dropFirst() {
        found[terms[entry[0] - 1], default: [:]][entry[1]] = entry[2]
      }
      #expect(found == counts && !found.isEmpty)
      #expect(terms == terms.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      #expect(try lines("matrix/episodes.csv").count == column + 1)
    }
  }
}
