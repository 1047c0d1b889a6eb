import TestSupport
import Testing

/// `zimu evaluate` on small gold texts.
@Suite struct EvaluateTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func aRowAFile() async throws {
    let plain = try folder.write("我 们 讨论 数据\n", to: "plain.txt")
    let conllu = try folder.write(
      "# x\n1\t讨论" + String(repeating: "\t_", count: 8) + "\n", to: "x.conllu")
    let run = await CommandRun.zimu("evaluate", plain, conllu, "--format", "csv")
    #expect(run.status == 0 && run.diagnostics.isEmpty)
    #expect(
      run.output == """
        file,engine,words,precision,recall,f1,out_of_lexicon,out_of_lexicon_recall
        \(plain),compiled,4,66.67,50.00,57.14,0,
        \(plain),icu,4,66.67,50.00,57.14,0,
        \(conllu),compiled,1,100.00,100.00,100.00,0,
        \(conllu),icu,1,100.00,100.00,100.00,0,

        """)
    let table = await CommandRun.zimu("evaluate", plain, conllu)
    #expect(table.output.hasSuffix("\n\n2 files, 5 words.\n"))
  }

  @Test func badFilesAreRejectedAndTheRestGoesOn() async throws {
    let bad = try folder.write(Array("好\n".utf8) + [0xFF], to: "bad.txt")
    let empty = try folder.write("", to: "empty.txt")
    let none = folder.path + "/none.txt"
    let run = await CommandRun.zimu(
      ["evaluate", bad, empty, none, folder.path, "-", "--format", "ndjson", "--engine", "icu"],
      input: Array("你好 。\n".utf8))
    #expect(run.status == 2)
    #expect(
      run.output == """
        {"file":"-","engine":"icu","words":2,"precision":100.00,"recall":100.00,"f1":100.00,\
        "out_of_lexicon":0,"out_of_lexicon_recall":null}

        """)
    let lines = run.diagnostics.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "rejected: \(bad):2: the line is not UTF-8")
    #expect(lines[1] == "rejected: \(empty): the file has no sentence")
    #expect(lines[2].hasPrefix("rejected: cannot open \(none): "))
    #expect(lines[3].hasPrefix("rejected: \(folder.path): "))
  }

  @Test func wordsOfUsersAreFound() async throws {
    let gold = try folder.write("讨论 人工智能 大模型\n", to: "gold.txt")
    let words = try folder.write("人工智能\n大模型\n", to: "words.txt")
    let run = await CommandRun.zimu(
      "evaluate", gold, "--engine", "compiled", "--normalize", "none", "--normalize", "search",
      "--user-dictionary", words, "--format", "csv")
    #expect(
      run.output.split(separator: "\n").dropFirst().map { $0.dropFirst(gold.count + 1) } == [
        "compiled,3,100.00,100.00,100.00,2,100.00",
        "compiled search,3,100.00,100.00,100.00,2,100.00",
      ])
    let usage = await CommandRun.zimu(
      "evaluate", gold, "--engine", "icu", "--user-dictionary", words)
    #expect(usage.status == 64)
  }

  @Test func noFileIsWrongUsage() async {
    #expect(await CommandRun.zimu("evaluate").status == 64)
  }
}
