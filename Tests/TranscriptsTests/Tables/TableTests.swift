import FilePaths
import Testing

@testable import Transcripts

/// Tables that hold many episodes.
@Suite struct TableTests {
  private func table(_ text: String, as name: String) throws -> EpisodeTable? {
    try EpisodeTable(Array(text.utf8), fileName: name, encoding: nil, column: nil)
  }

  /// A brace that closes nothing ended an element in front of itself, and so did the next one.
  @Test func bracesThatCloseNothingEndNowhere() throws {
    let rows = ["甲", "乙"].map { #"{"episode":"\#($0)","text":"你好","start":1}"# }
    for broken in [#"x "a": 1 }"#, "}", "}}", "{}}", #"{"a":1}}"#, "} ]"] {
      let table = try table("[\(rows[0]),\(broken),\(rows[1])]", as: "a.json")
      #expect(table?.episodes.count == (broken.contains("]") ? nil : 2), "\(broken)")
    }
  }

  /// What is no transcript is told as fast, however long its lines are.
  @Test func longLinesOfNoFormatAreRefused() {
    let line = Array("%&/ ".utf8) + [UInt8](repeating: 0x2F, count: 80_000)
    for number in 0..<10 {
      let error = Transcript.refusal(
        ofHead: line, fileName: "\(number).x", encoding: nil, format: nil)
      #expect(error?.isOtherContent == true)
      #expect(error?.holdsHan == false)
    }
  }

  /// Each episode gets the header: a long one of very many episodes would make gigabytes of a small file.
  @Test func longHeadersOfManyEpisodesAreOneFile() throws {
    let long = (0..<3_000).map { "column\($0)" }.joined(separator: ",")
    let rows = (0..<4_000).map { "\($0),1,2,词\n" }.joined()
    #expect(try table("episode,start,end,text\n" + rows, as: "a.csv")?.episodes.count == 4_000)
    #expect(try table("episode,start,end,text,\(long)\n" + rows, as: "a.csv") == nil)
    let few = (0..<10).map { "\($0),1,2,词\n" }.joined()
    #expect(try table("episode,start,end,text,\(long)\n" + few, as: "a.csv")?.episodes.count == 10)
  }

  /// Names that are one as paths do not become one episode.
  @Test func namesThatAreOneAsPaths() throws {
    let table = try table(
      "episode,start,end,text\n../x,1,2,甲\nx,1,2,乙\n../x,3,4,丙\n./x,1,2,丁\n", as: "a.csv")
    let episodes = try #require(table).episodes
    #expect(episodes.map { $0.path.description } == ["x", "x-2", "x-3"])
    let texts = episodes.map { String(decoding: table!.bytes(of: $0), as: UTF8.self) }
    #expect(texts[0].contains("甲") && texts[0].contains("丙") && texts[1].contains("乙"))
  }
}
