import TestSupport
import Testing

@testable import Transcripts

/// The readers of JSON, on the shapes that services document.
@Suite struct JSONReaderTests {
  @Test(arguments: JSONSample.all) func samplesAreReadAs(sample: JSONSample) throws {
    let transcript = try read(sample.text, as: "a.json")
    #expect(transcript?.format.name == sample.format)
    #expect((transcript.map { described($0) } ?? []) == sample.cues)
  }

  /// The name of a file does not matter, nor does white space.
  @Test(arguments: JSONSample.all) func contentDecides(sample: JSONSample) throws {
    let transcript = try read("\n \(sample.text)\n", as: "notes.txt")
    #expect(transcript?.format.name == sample.format)
  }

  private static func claimants(_ bytes: [UInt8], name: String) throws -> [String] {
    let file = try SourceFile(bytes, fileName: name, encoding: nil)
    return FormatTable.readers.filter { $0.claim(on: file) == .certain }.map(\.format.name)
  }

  @Test(arguments: JSONSample.all) func oneReaderClaimsASample(sample: JSONSample) throws {
    #expect(try Self.claimants(Array(sample.text.utf8), name: "a.json") == [sample.format])
  }

  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func oneReaderClaimsARealFile() throws {
    for path in TestData.files(below: TestData.evaluation! + "/writers") {
      guard path.hasSuffix(".json") || path.hasSuffix(".json3") else { continue }
      let claimants = try Self.claimants(TestData.bytes(path), name: path)
      #expect(claimants.count == 1, "\(path): \(claimants)")
    }
  }

  /// Text in brackets, settings and articles are no transcripts.
  @Test(arguments: [
    #"{"name":"zimu","version":"1.0","scripts":{"test":"x"}}"#, "[]", "{}", "[1,2,3]",
    "[[1,2],[3,4]]",
    #"[{"title":"x","content":"y","time":"2024-01-01"}]"#, #"[{"key":"hello","text":"Hello"}]"#,
    #"{"results":[{"id":1,"text":"x"}]}"#, #"{"segments":3}"#, #"{"segments":[{"id":1}]}"#,
    #"{"events":[{"start":"2024-01-01","name":"x"}]}"#, #"{"body":"text","from":"a"}"#,
    #"{"data":"[1,2]"}"#, #"{"items":[{"text":"x","speaker":"y"}]}"#, #"[["a","b","c"]]"#,
  ])
  func otherJSONIsNamed(text: String) throws {
    let error = #expect(throws: TranscriptError.self) {
      try Transcript.read(Array(text.utf8), fileName: "a.json")
    }
    guard case .otherJSON = error?.code else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// What OpenAI writes unless asked for more, and segments whose times are no numbers.
  @Test func textAloneAndClockTimes() throws {
    let alone = #"{"text":"你好","usage":{"type":"tokens"}}"#
    #expect(described(try read(alone, as: "a.json")) == ["?-? |你好"])
    let clocks = #"{"segments":[{"start":"00:00:01.500","end":"0:03","text":"你好"}]}"#
    #expect(described(try read(clocks, as: "a.json")) == ["1500-3000 |你好"])
  }

  @Test func refusalsNameTheKeys() throws {
    #expect(throws: TranscriptError(.otherJSON(["name", "items"]))) {
      try Transcript.read(Array(#"{"name":"x","items":[{"id":1}]}"#.utf8), fileName: "a.json")
    }
  }

  /// What is unknown or of another type costs a field, never a cue.
  @Test(arguments: [
    (#"{"start":"x","end":[],"text":"一","speaker":{}}"#, "?-? |一"),
    (#"{"start":null,"end":2,"text":"一","speaker":null}"#, "?-2000 |一"),
    (#"{"start":NaN,"end":Infinity,"text":"一","speaker":true}"#, "?-? |一"),
    (#"{"start":1e300,"end":-1e300,"text":"一","speaker":3}"#, "?-0 3|一"),
    (#"{"start":2147483.647,"end":1,"text":"一"}"#, "?-1000 |一"),
    (#"{"start":2147483.646,"end":1,"text":"一"}"#, "2147483646-2147483646 |一"),
    (#"{"start":0.0005,"end":0.0004,"text":"\ud83d一\n二\u0000"}"#, "1-1 |\u{FFFD}一 二\u{FFFD}"),
    (#"{"text":"一","start":1,"text":"二"}"#, "1000-? |一"),
  ])
  func fieldsOfOtherTypesCostThemselves(segment: String, cue: String) throws {
    let text = #"{"segments":[{"start":0,"text":"零"},"# + segment + "]}"
    #expect(described(try read(text, as: "a.json")).last == cue)
  }

  @Test func brokenEscapesAreAWarning() throws {
    let text = "{\"segments\":[{\"start\":0,\"end\":1,\n\"text\":\"\\ud83d我们\\udc00\"}]}"
    let transcript = try #require(try read(text, as: "a.json"))
    #expect(described(transcript) == ["0-1000 |\u{FFFD}我们\u{FFFD}"])
    #expect(
      transcript.warnings == [TranscriptWarning(.brokenEscapes(count: 2), byteOffset: 41)])
  }

  @Test func elementsWithoutTextAreCounted() throws {
    let text = #"{"body":[{"from":1,"content":"一"},{"from":2},7,{"from":3,"content":" "},[]]}"#
    let transcript = try #require(try read(text, as: "a.json"))
    #expect(described(transcript) == ["1000-? |一"])
    #expect(
      transcript.warnings.map(\.code) == [
        .elementsWithoutText(count: 3, first: 2), .emptyCues(count: 1),
      ])
  }

  /// Damaged documents never crash a reader, and cues stay in shape.
  @Test(arguments: JSONSample.all) func nothingCrashesOnDamage(sample: JSONSample) throws {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "null", "[]", "{}", "\"\"", "-1", "1e400", "\"\\ud83d\"", "[[", "}", ",", "\"text\"", "1",
    ].map { Array($0.utf8) }
    for _ in 0..<400 {
      var bytes = Array(sample.text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let start = bytes.indices.randomElement(using: &generator)!
        let end = min(start + Int.random(in: 0...12, using: &generator), bytes.count)
        bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &generator)!)
      }
      for name in [sample.format, nil] {
        guard let transcript = try? Transcript.read(bytes, fileName: "a.json", format: name) else {
          continue
        }
        for cue in transcript.cues {
          #expect(!cue.text.isEmpty && cue.text.upperBound <= transcript.text.count)
          #expect(cue.end ?? .max >= cue.start ?? 0)
          #expect(cue.speaker ?? -1 < transcript.speakers.count)
        }
      }
    }
  }

  /// Each reader takes time in proportion: a sample's list with very many elements.
  @Test(
    arguments: [
      (
        "{\"segments\":[",
        #"{"start":1.5,"end":2.25,"text":"你好","words":[{"word":"你","start":1,"end":2}]}"#, "]}"
      ),
      ("{\"transcription\":[", #"{"offsets":{"from":1,"to":2},"text":"你好"}"#, "]}"),
      ("{\"version\":\"1\",\"segments\":[", #"{"startTime":1,"endTime":1.1,"body":"word"}"#, "]}"),
      (
        "{\"results\":{\"items\":[",
        #"{"type":"x","start_time":"1.0","alternatives":[{"content":"a"}]}"#, "]}}"
      ),
      (
        "{\"results\":[{\"alternatives\":[{\"words\":[", #"{"word":"a","startTime":"1s"}"#, "]}]}]}"
      ),
      ("{\"events\":[", #"{"tStartMs":1,"segs":[{"utf8":"a"}]}"#, "]}"),
      ("[{\"text\":\"", "中 a，", "\",\"timestamp\":[[1,2]]}]"),
      ("[", #"{"text":"a","start":1}"#, "]"),
      ("[{\"text\":\"", "a", "\",\"start\":1}]"),
    ])
  func readersTakeLinearTime(head: String, element: String, foot: String) throws {
    let count = (TestData.isLong ? 40_000_000 : 2_000_000) / element.utf8.count
    let separator = element.hasPrefix("{") ? "," : ""
    let list = Array(repeating: element, count: count).joined(separator: separator)
    #expect(try read(head + list + foot, as: "a.json")?.cues.isEmpty == false)
  }

  /// Only one list of cues is an episode; the others are named.
  @Test func otherListsAreNotDroppedWithoutAWord() throws {
    let cues = #"[{"start": 0, "end": 1.5, "text": "你好"}]"#
    let flat = try read("{\"一\": \(cues), \"二\": \(cues), \"words\": []}", as: "a.json")
    #expect(described(flat) == ["0-1500 |你好"])
    #expect(flat?.warnings == [TranscriptWarning(.otherCueLists(["二"]))])
    let deep = try read("{\"一\": {\"a\": \(cues)}, \"二\": {\"a\": \(cues)}}", as: "a.json")
    #expect(deep?.warnings == [TranscriptWarning(.otherCueLists(["二"]))])
  }
}
