import Testing

@testable import Transcripts

@Suite struct JSONLinesTests {
  @Test func aLineIsACue() throws {
    let text = """
      {"start": 1.0, "end": 3.5, "speaker": "主持人", "text": "早上的\\n咖啡"}

      {"speaker": "嘉宾", "text": "他说 NaN", "start": 4, "end": NaN}\r
      {"text": "好", "start": "7.25", "end": 9.0}
      """
    let transcript = try read(text, as: "a.jsonl")
    #expect(transcript?.format.name == "jsonl")
    #expect(
      described(transcript) == [
        "1000-3500 主持人|早上的 咖啡", "4000-7250 嘉宾|他说 NaN", "7250-9000 |好",
      ])
    #expect(try read(text, as: "a.txt")?.format.name == "jsonl")
  }

  @Test func brokenLinesCostThemselves() throws {
    let text = """
      {"start": 1000, "text": "一"}
      {"start": 2000, "text": "二"}
      {"start": 3000, "tex
      {"start": 4000}
      nonsense
      {"start": 5000, "text": "三"}
      """
    let transcript = try #require(try read(text, as: "a.jsonl"))
    #expect(described(transcript) == ["1000-2000 |一", "2000-5000 |二", "5000-? |三"])
    #expect(
      transcript.warnings == [
        TranscriptWarning(.brokenJSONLines(count: 2), byteOffset: 62, line: 3),
        TranscriptWarning(.elementsWithoutText(count: 1, first: 4)),
      ])
  }

  /// A single object is a document of JSON unless the name says otherwise.
  @Test func oneLineNeedsAName() throws {
    let line = #"{"start": 1.5, "text": "一"}"#
    #expect(described(try read(line, as: "a.jsonl")) == ["1500-? |一"])
    #expect(try read(line, as: "a.json") == nil)
    #expect(throws: TranscriptError(.otherJSON(["a", "b"]))) {
      try Transcript.read(Array("{\"a\": 1, \"b\": 0}\n{\"a\": 2}\n".utf8), fileName: "a.jsonl")
    }
  }

  /// As yt-dlp saves live chats: lines of JSON, whatever the name says.
  @Test func linesOfOtherObjectsAreNoBrokenDocument() {
    let lines = "{\"chat\": 1, \"time\": 0}\n{\"chat\": 2}\n"
    #expect(throws: TranscriptError(.otherJSON(["chat", "time"]))) {
      try Transcript.read(Array(lines.utf8), fileName: "a.live_chat.json")
    }
    let broken = "{\n  \"chat\": 1,\n  \"time\": }\n"
    #expect(throws: TranscriptError.self) {
      try Transcript.read(Array(broken.utf8), fileName: "a.json")
    }
    #expect((try? read(broken, as: "a.json")) == nil)
  }

  @Test func manyLinesTakeLinearTime() throws {
    let line = #"{"start": 1.5, "end": 2, "text": "你好"}"# + "\n"
    let transcript = try read(String(repeating: line, count: 20_000), as: "a.jsonl")
    #expect(transcript?.cues.count == 20_000)
  }
}
