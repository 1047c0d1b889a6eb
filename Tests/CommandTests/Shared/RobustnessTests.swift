import Foundation
import TestSupport
import Testing

@testable import Reporting

/// Nothing that a user can write ends the process: a trap would end the tests.
@Suite struct RobustnessTests {
  private let folder: TemporaryFolder
  private var index: String { folder.path + "/index" }

  init() async throws {
    folder = try TemporaryFolder()
    try folder.write("主席：我们讨论数据\n委员：AI 很好，人工智能\n", to: "talks/2024-01 一.txt")
    try folder.write("主席：我们讨论数据\n委员：AI 很好，人工智能\n", to: "talks/2024-02 二.txt")
    _ = await CommandRun.zimu("index", folder.path + "/talks", "--index", index)
  }

  /// The options of a command that take a number, or a size, by its help.
  private func numberOptions(of command: String) async -> [String] {
    let help = await CommandRun.zimu(command, "--help").output
    return help.matches(of: /(--[a-z-]+) <(?:n|x|size|n\|all)>/).map { String($0.output.1) }
  }

  private static let commands: [(name: String, arguments: [String])] = [
    ("index", ["~/talks"]), ("terms", []), ("phrases", []),
    ("keywords", ["--target", "date:2024-01"]),
    ("trend", ["数据"]), ("trend", ["--rising"]), ("report", []), ("search", ["数据"]),
    ("search", ["数据", "--explain"]), ("count", ["数据"]), ("concordance", ["数据"]),
    ("episodes", []), ("segment", ["~/talks/2024-01 一.txt"]),
    ("normalize", ["~/talks/2024-01 一.txt"]),
    ("verify", []), ("stats", []), ("lexicon", ["数据"]),
    ("benchmark", ["~/talks/2024-01 一.txt"]), ("evaluate", ["~/talks/2024-01 一.txt"]),
  ]

  private static let withoutIndex = ["segment", "normalize", "lexicon", "benchmark", "evaluate"]

  @Test(
    arguments: [
      "9223372036854775807", "-9223372036854775808", "-1", "0", "99999999999999999999", "nan",
      "inf",
      "1e308", "999999999",
    ])
  func numbersOfAnySizeAreTakenOrRefused(value: String) async {
    for (name, arguments) in Self.commands {
      let place = Self.withoutIndex.contains(name) ? [] : ["--index", index]
      for option in await numberOptions(of: name) {
        let run = await CommandRun.zimu(
          [name] + arguments.map { $0.replacing("~", with: folder.path) } + place
            + ["\(option)=\(value)"])
        #expect([0, 1, 64].contains(run.status), "\(name) \(option)=\(value)")
        #expect(
          run.status == 0 || run.diagnostics.hasPrefix("Error: "), "\(name) \(option)=\(value)")
      }
    }
  }

  @Test func jobsAndMemoryHaveRanges() async {
    for wrong in [
      "-j=9223372036854775807", "-j=0", "--memory=9223372036854775807", "--memory=9999999999G",
    ] {
      let run = await CommandRun.zimu("index", folder.path + "/talks", "--index", index, wrong)
      #expect(run.status == 64, "\(wrong)")
    }
    let run = await CommandRun.zimu("index", folder.path + "/talks", "--index", index, "-j", "1024")
    #expect(run.status == 0)
  }

  @Test(
    arguments: [
      ("1e17", "1e+17"), ("1e308", "1e+308"), ("100000000000000000", "1e+17"), ("5", "5.00"),
    ])
  func weightsOfAnySizeAreShown(weight: String, shown: String) async throws {
    let words = try folder.write("人工智能\t\(weight)\n", to: "words.txt")
    for arguments in [["lexicon", "人工智能"], ["lexicon"]] {
      let run = await CommandRun.zimu(arguments + ["--user-dictionary", words])
      #expect(run.status == 0 && run.output.contains(shown), "\(arguments)")
    }
    let run = await CommandRun.zimu(
      "segment", "--user-dictionary", words, input: Array("讨论人工智能\n".utf8))
    #expect(run.output == "讨论 人工智能\n")
    let gold = try folder.write("讨论 人工智能\n", to: "gold.txt")
    let score = await CommandRun.zimu(
      "evaluate", gold, "--engine", "compiled", "--user-dictionary", words, "--format", "csv")
    #expect(score.status == 0 && score.output.contains(",compiled,2,100.00,100.00,100.00,"))
  }

  @Test(arguments: ["inf", "nan", "0", "-5", "1e999", "1e"])
  func weightsThatAreNoFrequencyAreRefused(weight: String) async throws {
    let words = try folder.write("云\n人工智能\t\(weight)\n", to: "words.txt")
    let run = await CommandRun.zimu("segment", "--user-dictionary", words, input: Array("云\n".utf8))
    #expect(run.status == 1 && run.diagnostics.contains("words.txt:2"))
    let score = await CommandRun.zimu("evaluate", words, "--user-dictionary", words)
    #expect(score.status == 1 && score.diagnostics.contains("words.txt:2"))
  }

  @Test func queriesWithAnyNumberAreTakenOrRefused() async {
    for query in [
      "NEAR/999999999999(数据 讨论)", "NEAR/99999999999999999999(数据 讨论)", "NEAR/-1(数据 讨论)",
      "数据 date:99999999999999999999", "数据 date:9223372036854775807..", "数据 date:0000-00",
      "数据 date:2024-99-99..2024", "数据 date:-1", "episode:*", "id:1", "word:\"\"", "()", "-", "\"",
    ] {
      let run = await CommandRun.zimu("search", "--index", index, query)
      #expect([0, 64].contains(run.status), "\(query)")
    }
  }

  @Test func numbersAreWrittenWhateverTheirSize() {
    #expect(FixedDecimal.format(.infinity, places: 2) == "inf")
    #expect(FixedDecimal.format(-1e300, places: 9) == "-1e+300")
    #expect(FixedDecimal.format(-0.005, places: 2) == "-0.01")
    #expect(FixedDecimal.format(1e13, places: 2) == "10000000000000.00")
  }

  /// A line that is too long costs its file, and says where it is.
  @Test(.enabled(if: TestData.isLong))
  func linesThatAreTooLongAreRejected() async throws {
    // One character of three bytes becomes 33 in search form.
    let long =
      [UInt8]("主席：好\n".utf8) + (0..<9_000_000).flatMap { _ in [0xEF, 0xB7, 0xBA] as [UInt8] }
    try folder.write(long, to: "talks/long.txt")
    let run = await CommandRun.zimu("index", folder.path + "/talks", "--index", index)
    #expect(run.status == 2)
    #expect(run.diagnostics.contains("long.txt: line 2: 27000000 bytes without a line break"))
    let found = await CommandRun.zimu("episodes", "--index", index, "--format", "tsv")
    #expect(found.output.split(separator: "\n").count == 3)
    let again = await CommandRun.zimu("verify", "--index", index)
    #expect(again.status == 0)
  }

  @Test func timesBeyondAnyRecordingAreUnknown() async throws {
    try folder.write(
      """
      1
      00:00:01,000 --> 00:00:02,000
      我们讨论

      2
      1000000:00:00,000 --> 999999999:59:59,999
      数据很好

      """, to: "late/一.srt")
    let run = await CommandRun.zimu("index", folder.path + "/late", "--index", folder.path + "/l")
    #expect(run.status == 0 && run.diagnostics.contains("2 times are later than 596:31:23"))
    let found = await CommandRun.zimu(
      "search", "数据", "--index", folder.path + "/l", "--format", "json")
    #expect(found.output.contains("\"start_ms\":null"))
  }
}
