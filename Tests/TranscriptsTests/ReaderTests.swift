import TestSupport
import Testing
import Transcripts

/// Reads a text as a file of some name; `nil` where it is no transcript.
func read(_ text: String, as name: String) throws -> Transcript? {
  try read(Array(text.utf8), as: name)
}

func read(_ bytes: [UInt8], as name: String, encoding: String? = nil) throws -> Transcript? {
  do throws(TranscriptError) {
    return try Transcript.read(bytes, fileName: name, encoding: encoding)
  } catch {
    guard error.isOtherContent else { throw error }
    return nil
  }
}

/// Cues as `start-end speaker|text`, with `?` for what is unknown.
func described(_ transcript: Transcript?) -> [String] {
  guard let transcript else { return ["not claimed"] }
  return transcript.cues.map { cue in
    let start = cue.start.map(String.init) ?? "?"
    let end = cue.end.map(String.init) ?? "?"
    let speaker = cue.speaker.map { transcript.speakers[$0] } ?? ""
    return "\(start)-\(end) \(speaker)|\(transcript.string(of: cue))"
  }
}

@Suite struct ReaderTests {
  @Test func plainTextIsACueALine() throws {
    let transcript = try read("\u{FEFF}第一行\r\n\r\n  第二行 \u{3000}\n\n第三行", as: "a.txt")
    #expect(described(transcript) == ["?-? |第一行", "?-? |第二行", "?-? |第三行"])
    #expect(try read("a\u{0}b", as: "a.txt") == nil)
  }

  @Test func subRipIsReadLeniently() throws {
    let text = """
      1
      00:00:01,000 --> 00:00:02,500
      <i>大家好</i>
      {\\an8}第二行

      00:00:03.000 --> 00:00:04.000
      没有编号 a < b

      7
      0:00:05,1 --> 0:00:04,0
      42
      8
      00:00:06,000 --> 00:00:07,000
      最后
      """
    let transcript = try read(text, as: "a.srt")
    #expect(
      described(transcript) == [
        "1000-2500 |大家好 第二行", "3000-4000 |没有编号 a < b", "5100-5100 |42", "6000-7000 |最后",
      ])
    #expect(transcript?.warnings.map(\.line) == [10])
    #expect(try read("no times here", as: "a.srt") == nil)
    #expect(described(try read(text.replacing("\n", with: "\r\n"), as: "A.SRT")).count == 4)
    #expect(described(try read(text.replacing("\n", with: "\r"), as: "a.srt")).count == 4)
  }

  @Test func webVTTSkipsWhatIsNoCue() throws {
    let text = """
      WEBVTT - 节目
      Kind: captions

      NOTE 这是注释
      还是注释

      STYLE
      ::cue { color: red }

      intro
      00:01.000 --> 00:02.000 line:80% align:start
      <v 主持人>大家<00:01.500>好 &amp; 欢迎</v>

      01:00:00.000 --> 01:00:01.250
      <v.loud 嘉宾>你好<v 主持人>请坐
      bad --> time
      丢失
      """
    let transcript = try read(text, as: "a.vtt")
    #expect(
      described(transcript) == [
        "1000-2000 主持人|大家好 & 欢迎", "3600000-3601250 嘉宾|你好", "3600000-3601250 主持人|请坐",
      ])
    #expect(transcript?.warnings.map(\.line) == [16])
    #expect(try read("WEBVTTX\n", as: "a.vtt") == nil)
    // The content decides, not the name.
    #expect(try read("00:01.000 --> 00:02.000\nx", as: "a.vtt")?.format.name == "srt")
  }

  @Test(arguments: [
    ("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>です", "漢字です"),
    // </rt> may be missing before what follows, and so may </ruby> at the end of a cue.
    ("<ruby>漢<rt>かん</ruby>です", "漢です"),
    ("<ruby>漢<rt>かん<rb>字<rt>じ</ruby>です", "漢字です"),
    ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>です", "漢です"),
    ("<ruby>漢<rp>(<rt>かん<rp>)</ruby>です", "漢です"),
    ("前<ruby>漢<rt>かん", "前漢"),
    ("<ruby lang=ja>漢<rt>&amp;か<b>ん</b></rt></ruby>です", "漢です"),
    // A reading has a ruby around it.
    ("漢<rt>かん</rt>です", "漢かんです"), ("漢</rt>です</ruby>", "漢です"),
  ])
  func readingsOfRubyAreNoText(_ cue: String, text: String) throws {
    let cues = "00:00:01.000 --> 00:00:02.000\n\(cue)\n\n00:00:03.000 --> 00:00:04.000\n次\n"
    let expected = ["1000-2000 |\(text)", "3000-4000 |次"]
    #expect(described(try read("WEBVTT\n\n" + cues, as: "a.vtt")) == expected)
    #expect(described(try read("1\n" + cues, as: "a.srt")) == expected)
  }

  @Test func rubyHasClassesAndVoices() throws {
    let file = "WEBVTT\n\n00:01.000 --> 00:02.000\n<ruby.big>漢<rt.small>かん<v.loud 甲>字</v>\n"
    #expect(described(try read(file, as: "a.vtt")) == ["1000-2000 |漢", "1000-2000 甲|字"])
  }

  @Test func csvFindsColumnsByName() throws {
    let rows = [
      #""",Text,from,TO,Speaker"#, #"x,"你好, ""世界""",0:00:01,00:00:02.5,甲"#, "x,第二,NA,,",
      "x,\"跨\n行\",1500,2500,乙", "",
    ]
    let text = rows.joined(separator: "\r\n")
    let transcript = try read(text, as: "a.csv")
    #expect(
      described(transcript) == [
        "1000-2500 甲|你好, \"世界\"", "?-? |第二", "1500-2500 乙|跨 行",
      ])
    #expect(try read("name,value\na,1\n", as: "a.csv") == nil)
  }

  /// Names of columns as other programs write them.
  @Test(arguments: [
    "Start Time,End Time,Text", "start_time,end_time,text", "Start (s),End (s),Transcript",
    "开始时间,结束时间,内容", "起始,结束,文本", "开始 时间,结束 时间,字幕", "Begin,End,Content",
  ])
  func csvFindsTimesByManyNames(header: String) throws {
    #expect(described(try read("\(header)\n0:01,0:02,你好\n", as: "a.csv")) == ["1000-2000 |你好"])
  }

  @Test func csvDamageCostsALineAtMost() throws {
    let text = "from,to,text\n0,900,a,b\n2,3\n4,950,\"open\n6,970,c\n"
    let transcript = try read(text, as: "a.csv")
    #expect(described(transcript) == ["0-900 |a,b", "4-950 |\"open", "6-970 |c"])
    #expect(transcript?.warnings.map(\.line) == [3, 4])
    #expect(transcript?.warnings.map(\.byteOffset) == [23, 33])
  }

  @Test func strayQuotesSwallowNoRows() throws {
    let rows = (0..<200).map { row in
      row == 3 ? "3,4,\"开头\n" : row == 150 ? "150,151,他说\"引号\"的\n" : "\(row),\(row + 1),行\n"
    }
    let transcript = try read("from,to,text\n" + rows.joined(), as: "a.csv")
    #expect(transcript?.cues.count == 200)
    #expect(transcript?.warnings.map(\.line) == [5])
    let many = "from,to,text\n" + String(repeating: "1,2,\"x\n", count: 20_000)
    #expect(try read(many, as: "a.csv")?.cues.count == 20_000)
  }

  @Test func integersBesideDecimalsHaveTheirUnit() throws {
    let transcript = try read("from,to,text\n0,2.5,a\n2.5,4,b\n", as: "a.csv")
    #expect(described(transcript) == ["0-2500 |a", "2500-4000 |b"])
  }

  @Test func entitiesAndBreaksAreNoWords() throws {
    let text = "1\n00:00:01,000 --> 00:00:02,000\n你好<br/>A &amp; B &#20013;&#x6587;&hellip;\n"
    #expect(described(try read(text, as: "a.srt")) == ["1000-2000 |你好 A & B 中文…"])
  }

  /// The whole text comes before the cues, and may be long.
  @Test func longJSONIsClaimed() throws {
    let text = String(repeating: "\\u4f60", count: 50_000)
    let json =
      "{\"text\": \"\(text)\", \"segments\": [{\"start\": 0, \"end\": 1, \"text\": \"好\"}]}"
    #expect(described(try read(json, as: "a.json")) == ["0-1000 |好"])
    #expect(try read("{\"segments\": 3}", as: "a.json") == nil)
  }

  @Test func badJSONValuesCostTheirCueOnly() throws {
    let json = """
      {"segments":[{"start":"0.5","end":1,"text":"一","speaker":1},null,{"start":1e400,"text":"二"},
      {"start":2}]}
      """
    let transcript = try read(json, as: "a.json")
    #expect(described(transcript) == ["500-1000 1|一", "?-? |二"])
    #expect(transcript?.warnings.map(\.code) == [.elementsWithoutText(count: 2, first: 2)])
  }

  @Test func decimalTimesAreDaysOnlyBelowOne() throws {
    let days = "from,to,text\n0.000011574074,0.5,a\n"
    #expect(described(try read(days, as: "a.csv")) == ["1000-43200000 |a"])
    let seconds = "start,end,text\n0.5,12.25,a\n"
    #expect(described(try read(seconds, as: "a.csv")) == ["500-12250 |a"])
  }

  @Test func whisperTSVHasNoQuoting() throws {
    let text = "start\tend\ttext\n0\t2480\t\"他说\n2480\t4000\t好\"\n"
    #expect(described(try read(text, as: "a.tsv")) == ["0-2480 |\"他说", "2480-4000 |好\""])
  }

  @Test func whisperJSONOfEveryFamily() throws {
    let openAI = """
      {"text":"全部","segments":[{"id":0,"start":0.0,"end":2.48,"text":" 你好","avg_logprob":NaN},
      {"start":2.5,"end":3,"text":"再见","speaker":"SPEAKER_01"}],"language":"zh"}
      """
    #expect(described(try read(openAI, as: "a.json")) == ["0-2480 |你好", "2500-3000 SPEAKER_01|再见"])
    let cpp = """
      {"result":{"language":"zh"},"transcription":[{"timestamps":{"from":"00:00:00,000"},
      "offsets":{"from":0,"to":1500},"text":"你好"}]}
      """
    #expect(described(try read(cpp, as: "a.json")) == ["0-1500 |你好"])
    #expect(try read("{\"name\":\"zimu\"}", as: "package.json") == nil)
    let error = #expect(throws: TranscriptError.self) {
      try read("{\"segments\":[{\"start\":0,", as: "a.json")
    }
    guard case .brokenJSON = error?.code else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// No bytes crash a reader, and cues stay inside the text and in shape.
  @Test(arguments: TranscriptFormat.all)
  func nothingCrashesOnAnyBytes(format: TranscriptFormat) throws {
    let seeds = [
      "1\n00:00:01,000 --> 00:00:02,000\n<i>a</i>\n\n",
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>x\n",
      "from,to,text\n0,1,\"a\"\"b\"\n2,3,\"c\n", "start\tend\ttext\n0\t1\ta\n",
      "{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"a\"}]}", "甲：你好\n乙：再见\n",
    ]
    var generator = SeededGenerator(seed: 6)
    for round in 0..<3_000 {
      var bytes = Array(seeds[round % seeds.count].utf8)
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        let noise = RandomText.bytes(length: 8, using: &generator)
        bytes.insert(contentsOf: noise, at: Int.random(in: 0...bytes.count, using: &generator))
        if bytes.count > 4 { bytes.remove(at: Int.random(in: 0..<bytes.count, using: &generator)) }
      }
      let transcript = try? Transcript.read(bytes, fileName: "a", format: format.name)
      for cue in transcript?.cues ?? [] {
        #expect(!cue.text.isEmpty && cue.text.upperBound <= transcript!.text.count)
        #expect(cue.end ?? .max >= cue.start ?? 0)
        #expect(cue.speaker ?? 0 <= transcript!.speakers.count)
      }
    }
  }

  /// The examples of the podcast namespace, as a person counts them in an editor.
  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func realPodcastFilesAreReadWhole() throws {
    let folder = TestData.evaluation! + "/subtitles/podcast-namespace"
    let webVTT = try read(TestData.bytes("\(folder)/example.vtt"), as: "example.vtt")
    #expect(webVTT?.cues.count == 7)
    #expect(webVTT?.speakers == ["Sarah", "Gillian"])
    #expect(described(webVTT).last?.hasPrefix("21450-25350 Gillian|careers podcast.") == true)
    let subRip = try read(TestData.bytes("\(folder)/example.srt"), as: "example.srt")
    #expect(subRip?.cues.count == 222)
    #expect(described(subRip).last == "752671-754769 |best thing to do is to batch your episodes.")
    #expect(webVTT?.warnings.isEmpty == true && subRip?.warnings.isEmpty == true)
  }

  /// A format that is forced and finds nothing is no empty episode.
  @Test(arguments: TranscriptFormat.all.map(\.name))
  func forcedFormatsFindSomething(name: String) throws {
    for text in ["", "\u{0}\u{1}", "{\"a\": 1}"] {
      do throws(TranscriptError) {
        let transcript = try Transcript.read(Array(text.utf8), fileName: "a.txt", format: name)
        #expect(!transcript.cues.isEmpty)
      } catch {
        #expect(error.isOtherContent)
      }
    }
    #expect(throws: TranscriptError(.empty)) {
      try Transcript.read(Array(" \n".utf8), fileName: "a.txt", format: "srt")
    }
  }

  /// noScribe writes the speaker into the text, too.
  @Test func speakersOfNoScribeStandTwice() throws {
    let vtt =
      "WEBVTT\n\n00:01.000 --> 00:03.000\n<v S00>S00: 你好\n\n00:04.000 --> 00:05.000\n<v S00>再见\n"
    #expect(described(try read(vtt, as: "a.vtt")) == ["1000-3000 S00|你好", "4000-5000 S00|再见"])
    let srt =
      "1\n0:01,000 --> 0:03,000\n[S00] S00: 你好\n\n2\n0:04,000 --> 0:05,000\n(speaker 1) 再见\n"
    #expect(
      described(try read(srt, as: "a.srt")) == ["1000-3000 S00|你好", "4000-5000 speaker 1|再见"])
    let marks = "1\n0:01,000 --> 0:03,000\n[音乐] 你好\n\n2\n0:04,000 --> 0:05,000\n[笑] 再见\n"
    #expect(try read(marks, as: "a.srt")?.speakers == [])
  }
}
