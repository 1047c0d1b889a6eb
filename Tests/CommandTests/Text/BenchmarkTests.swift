import Foundation
import TestSupport
import Testing

@testable import ZimuCommands

/// `zimu benchmark`: what it prints, not how fast it is.
@Suite struct BenchmarkTests {
  private struct Row: Decodable {
    let task, engine: String
    let speed, time: Double
    let words: Int?
    let agreement: Double?

    enum CodingKeys: String, CodingKey {
      case task, engine, words, agreement
      case speed = "mb_per_s"
      case time = "ns_per_character"
    }
  }

  private func rows(_ arguments: String...) async throws -> [Row] {
    let run = await CommandRun.zimu(["benchmark", "--rounds", "1", "--format", "json"] + arguments)
    try #require(run.status == 0, "\(run.diagnostics)")
    return try JSONDecoder().decode([Row].self, from: Data(run.output.utf8))
  }

  @Test func enginesStandSideBySide() async throws {
    let rows = try await rows()
    #expect(rows.map(\.task).filter { $0 == "segmentation" }.count == 3 && rows.count == 6)
    #expect(rows.allSatisfy { $0.speed > 0 && $0.time > 0 })
    let words = Dictionary(uniqueKeysWithValues: rows.map { ($0.engine, $0) })
    #expect(words["compiled"]?.words == words["icu"]?.words && words["compiled"]?.agreement == 1)
    #expect(words["simplified"]?.agreement == 1)
    #expect((0.9...1).contains(words["compiled, search form"]?.agreement ?? 0))
  }

  @Test func usersTextsAreMeasured() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("1\n00:00:01,000 --> 00:00:02,000\n我们看数据\n", to: "a.srt")
    let rows = try await rows(path)
    #expect(rows.first?.words == 3)
    let empty = try folder.write("\n\n", to: "b.txt")
    let run = await CommandRun.zimu("benchmark", empty)
    #expect(run.status == 1 && run.diagnostics.contains("no text"))
    #expect(await CommandRun.zimu("benchmark", folder.path + "/none").status == 1)
  }

  /// The samples are lines of the project's sample transcripts.
  @Test func samplesAreThoseOfTheCorpus() throws {
    let lines = try Set(
      TestData.files(below: TestData.corpus).filter { $0.hasSuffix(".txt") }.flatMap { path in
        String(decoding: try TestData.bytes(path), as: UTF8.self)
          .components(separatedBy: .newlines)
      })
    for line in BenchmarkCommand.samples {
      #expect(lines.contains(String(decoding: line, as: UTF8.self)))
    }
  }
}
