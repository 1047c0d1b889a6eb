import TestSupport
import Testing

@testable import Transcripts

/// The times of single words, where a format has them.
@Suite struct WordTimeTests {
  /// The cues of a file in the parts that have times of their own: `400 今天|900 聊`; without such times the text.
  private func words(_ file: String, as name: String, han: Bool = false) throws -> [String] {
    let cleaning = CueCleaning(script: han ? .han : .all)
    return timedWords(
      try Transcript.read(Array(file.utf8), fileName: name, cleaning: cleaning))
  }

  private func vtt(_ cues: (times: String, text: String)...) -> String {
    "WEBVTT\n\n" + cues.map { "\($0.times)\n\($0.text)\n\n" }.joined()
  }

  private static let first = "00:01.000 --> 00:03.000"

  @Test func stampsOfWebVTT() throws {
    let file = vtt(
      (Self.first, "我们<00:00:01.400><c>今天</c><00:01.900><c> 聊</c>"),
      ("00:03.000 --> 00:05.000", "<v 甲>好<00:03.500>的<v 乙> <00:04.000>对"),
      ("00:05.000 --> 00:06.000", "没有<c>时间</c>"),
      ("00:06.000 --> 00:08.000", "<00:06.500>\n第一行\n<00:07.000>第二 &amp; <00:07.500>行"))
    #expect(
      try words(file, as: "a.vtt") == [
        "1000 我们|1400 今天|1900 聊", "3000 好|3500 的", "4000 对", "没有时间",
        "6500 第一行|7000 第二 &|7500 行",
      ])
  }

  /// A word is said inside of its cue, and behind the word before it.
  @Test(arguments: [
    ("<00:00.500>早<00:01.500>好", "1000 早|1500 好"), ("一<00:02.000>二<00:01.500>三", "1000 一|2000 二三"),
    ("一<00:03.000>二<00:03.001>三", "1000 一|3000 二三"), ("一<00:02.000>", "一"),
    ("<00:01.000>一", "一"), ("一<00:02.000> <00:02.500>二", "1000 一|2500 二"),
    ("一<2>二<00:70.000>三", "一二三"), ("一<600:00:00.000>二", "一二"),
  ])
  func timesOutsideOfTheCueOrGoingBackAreLeftOut(text: String, expected: String) throws {
    #expect(try words(vtt((Self.first, text)), as: "a.vtt") == [expected])
  }

  @Test func offsetsOfYouTube() throws {
    let json = """
      {"wireMagic":"pb3","events":[
      {"tStartMs":0,"dDurationMs":4000,"segs":[{"utf8":"我们"},{"utf8":"今天","tOffsetMs":400},\
      {"utf8":" 聊","tOffsetMs":900}]},
      {"tStartMs":2000,"dDurationMs":10,"aAppend":1,"segs":[{"utf8":"\\n"}]},
      {"tStartMs":2010,"dDurationMs":4000,"segs":[{"utf8":"人工"},{"utf8":"智能","tOffsetMs":500}]},
      {"tStartMs":7000,"dDurationMs":1000,"segs":[{"utf8":"不"},{"utf8":"分"}]}]}
      """
    let spoken = ["0 我们|400 今天|900 聊", "2010 人工|2510 智能"]
    #expect(try words(json, as: "a.json3") == spoken + ["不分"])
    let xml = """
      <?xml version="1.0" encoding="utf-8" ?><timedtext format="3"><body>
      <w t="0" id="1" wp="1"/>
      <p t="0" d="2010" w="1"><s ac="0">我们</s><s t="400" ac="0">今天</s><s t="900" ac="0"> 聊</s></p>
      <p t="2000" d="10" w="1" a="1">
      </p>
      <p t="2010" d="4000" w="1"><s>人工</s><s t="500">智能</s></p></body></timedtext>
      """
    #expect(try words(xml, as: "a.srv3") == spoken)
  }

  /// A line that rolls up has the times at which it was said.
  @Test func rollingCaptions() throws {
    let file = vtt(
      ("00:00.000 --> 00:02.000", " \n我们<00:00.400><c>今天</c>"),
      ("00:02.000 --> 00:02.010", "我们今天\n "),
      ("00:02.010 --> 00:04.000", "我们今天\n人工<00:02.500><c>智能</c>"),
      ("00:04.000 --> 00:04.010", "人工智能\n "))
    #expect(try words(file, as: "a.vtt") == ["0 我们|400 今天", "2010 人工|2500 智能"])
    let growing = vtt(
      ("00:00.000 --> 00:01.000", "一<00:00.400>二"), ("00:01.000 --> 00:02.000", "一二 <00:01.300>三"),
      ("00:02.000 --> 00:03.000", "一二 三 <00:02.200>四"), ("00:03.000 --> 00:04.000", "一二 三 四 五"),
      ("00:05.000 --> 00:06.000", "六<00:05.100>七"))
    #expect(
      try words(growing, as: "a.vtt") == ["0 一|400 二|1300 三|2200 四 五", "5000 六|5100 七"])
  }

  @Test func highlightedWords() throws {
    let file = """
      1
      00:00:01,000 --> 00:00:01,500
      <u>我们</u>今天聊

      2
      00:00:01,500 --> 00:00:01,600
      我们今天聊

      3
      00:00:01,600 --> 00:00:02,000
      我们<u>今天</u>聊

      4
      00:00:02,000 --> 00:00:02,400
      我们今天<u>聊</u>

      5
      00:00:05,000 --> 00:00:06,000
      <u>好</u>的

      """
    #expect(try words(file, as: "a.srt") == ["1000 我们|1600 今天|2000 聊", "好的"])
  }

  @Test func karaoke() throws {
    let file = """
      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
      Dialogue: 0,0:00:01.00,0:00:04.00,Default,,0,0,0,,{\\k20}我{\\kf30}们 {\\ko10\\i1}今{\\K40}天
      Dialogue: 0,0:00:05.00,0:00:09.00,Default,,0,0,0,,{\\k50}{\\k50}一{\\k50\\p1}m 0 0{\\p0}{\\k50} \\N{\\k30}二
      Dialogue: 0,0:00:10.00,0:00:11.00,Default,,0,0,0,,{\\kt5\\an8}没{\\k999}有{\\k1}了
      """
    #expect(
      try words(file, as: "a.ass") == [
        "1000 我|1200 们|1500 今|1600 天", "5500 一|7000 二", "10000 没|10000 有了",
      ])
  }

  @Test func wordsOfLyrics() throws {
    let file = """
      [ti:歌]
      [offset:500]
      [00:01.50]<00:01.50>我们 <00:02.00>今天 <00:02.50>
      [00:05.00]人[00:05.50]工[00:06.00]
      [00:07.00][00:17.00]<00:07.20>又<00:07.70>来
      [00:09.00]完
      """
    #expect(
      try words(file, as: "a.lrc") == [
        "1000 我们|1500 今天", "4500 人|5000 工", "6700 又|7200 来", "完", "又来",
      ])
  }

  @Test func wordsOfRecognisers() throws {
    let lines = """
      ;; a comment
      a 1 0.50 0.20 我们
      a 1 0.70 0.30 今天
      a 1 1.00 0.10 <eps>
      a 1 1.20 0.30 AI
      a 1 3.00 0.30 好
      """
    #expect(try words(lines, as: "a.ctm") == ["500 我们|700 今天|1200 AI", "好"])
  }

  @Test(arguments: [
    // openai-whisper: words bring spaces and punctuation; WhisperX has words without times.
    (
      #"{"segments":[{"id":0,"start":1,"end":4,"text":" 我们 AI，好","words":[{"word":" 我们","start":1.1,"end":1.5},{"word":" AI，","start":1.5,"end":2},{"word":"好","start":3,"end":4}]},{"start":5,"end":6,"text":"一二","words":[{"word":"一"},{"word":"二","start":5.5,"end":6}]}]}"#,
      ["1100 我们|1500 AI，|3000 好", "5000 一|5500 二"]
    ),
    // OpenAI's words of all segments.
    (
      #"{"task":"transcribe","segments":[{"id":0,"start":0,"end":2,"text":"你好，OpenAI"},{"id":1,"start":2,"end":4,"text":"再 见"}],"words":[{"word":"你好","start":0,"end":0.4},{"word":"OpenAI","start":0.4,"end":1},{"word":"再","start":2.5,"end":3},{"word":"见","start":3,"end":3.5}]}"#,
      ["0 你好，|400 OpenAI", "2500 再|3000 见"]
    ),
    // Words that are not in the text have no place; what follows has.
    (
      #"{"segments":[{"start":1,"end":4,"text":"我们好","words":[{"word":"我们","start":1,"end":2},{"word":"那","start":2,"end":3},{"word":"好","start":3,"end":4}]}]}"#,
      ["1000 我们|3000 好"]
    ),
    // Speakers of words.
    (
      #"{"segments":[{"start":1,"end":5,"text":"你好吗 再见了","words":[{"word":"你好","start":1,"end":1.5,"speaker":"A"},{"word":"吗","start":1.5,"end":2},{"word":"再见","start":3,"end":4,"speaker":"B"},{"word":"了","start":4,"end":5}]}]}"#,
      ["1000 你好|1500 吗", "3000 再见|4000 了"]
    ),
    (
      #"{"text":"…","words":[{"word":"你好","start":0,"end":0.4},{"word":"OpenAI","start":0.4,"end":1},{"word":"五","start":4,"end":4.5}]}"#,
      ["0 你好|400 OpenAI", "五"]
    ),
    (
      #"[{"id":1,"seek":0,"start":1.0,"end":3.5,"text":" 早上好","words":[{"word":" 早上","start":1,"end":2},{"word":"好","start":2,"end":3.5}]}]"#,
      ["1000 早上|2000 好"]
    ),
    (
      #"[[1,0,0.0,2.48," 你好",[50364],-0.2,1.1,0.01,[[0.0,0.4,"你",0.9],[0.4,1,"好",0.9]]]]"#,
      ["0 你|400 好"]
    ),
    (
      #"{"transcription":[{"offsets":{"from":0,"to":1500},"text":" 你好","tokens":[{"text":"[_BEG_]","offsets":{"from":0,"to":0}},{"text":" 你","offsets":{"from":0,"to":500}},{"text":"好","offsets":{"from":500,"to":900}}]}]}"#,
      ["0 你|500 好"]
    ),
    (
      #"{"text":"…","chunks":[{"timestamp":[0.0,0.5],"text":" Hello"},{"timestamp":[0.5,1],"text":" world."},{"timestamp":[1,2],"text":" Yes"}]}"#,
      ["0 Hello|500 world.", "Yes"]
    ),
    (
      #"{"jobName":"x","results":{"items":[{"start_time":"0.04","end_time":"0.5","alternatives":[{"content":"Hello"}],"type":"pronunciation"},{"start_time":"0.5","end_time":"1.0","alternatives":[{"content":"world"}],"type":"pronunciation"},{"alternatives":[{"content":"."}],"type":"punctuation"}]}}"#,
      ["40 Hello|500 world."]
    ),
    (
      #"{"results":[{"alternatives":[{"transcript":"你好 world","words":[{"word":"你好","startTime":"1s","endTime":"1.5s"},{"word":"world","startTime":"1.5s","endTime":"2s"}]}]}]}"#,
      ["1000 你好|1500 world"]
    ),
    (
      #"{"results":{"channels":[{"alternatives":[{"transcript":"x","words":[{"word":"hi","punctuated_word":"Hi,","start":0.5,"end":0.9},{"word":"you","punctuated_word":"you.","start":1,"end":1.5}]}]}]}}"#,
      ["500 Hi,|1000 you."]
    ),
    (
      #"{"results":{"utterances":[{"transcript":"Hi, you.","start":0.5,"end":2,"speaker":0,"words":[{"word":"hi","punctuated_word":"Hi,","start":0.5,"end":0.9},{"word":"you","punctuated_word":"you.","start":1,"end":1.5}]}]}}"#,
      ["500 Hi,|1000 you."]
    ),
    (
      #"{"audio_duration":9,"utterances":[{"text":"你好 吗","start":100,"end":900,"speaker":"A","words":[{"text":"你好","start":100,"end":300},{"text":"吗","start":400,"end":600}]}]}"#,
      ["100 你好|400 吗"]
    ),
    (
      #"{"monologues":[{"speaker":0,"elements":[{"type":"text","value":"Hi","ts":0.5,"end_ts":0.8},{"type":"punct","value":", "},{"type":"text","value":"you","ts":1,"end_ts":1.2},{"type":"punct","value":"."}]}]}"#,
      ["500 Hi,|1000 you."]
    ),
    (
      #"{"results":[{"type":"word","start_time":0.1,"end_time":0.5,"alternatives":[{"content":"你好"}]},{"type":"punctuation","attaches_to":"previous","start_time":0.5,"end_time":0.5,"alternatives":[{"content":"，"}]},{"type":"word","start_time":0.6,"end_time":0.9,"alternatives":[{"content":"再见"}]}]}"#,
      ["100 你好，|600 再见"]
    ),
    (
      #"[{"key":"a","text":"你好，AI 再","timestamp":[[0,200],[200,400],[500,700],[700,900]]}]"#,
      ["0 你|200 好，|500 AI|700 再"]
    ),
    (
      #"{"Transcription":{"Paragraphs":[{"SpeakerId":"1","Words":[{"SentenceId":1,"Start":10,"End":200,"Text":"你好"},{"SentenceId":1,"Start":300,"End":400,"Text":"吗"}]}]}}"#,
      ["10 你好|300 吗"]
    ),
    (
      #"{"transcripts":[{"channel_id":0,"sentences":[{"begin_time":500,"end_time":2000,"text":"我们聊。","words":[{"begin_time":500,"end_time":700,"text":"我们","punctuation":""},{"begin_time":800,"end_time":900,"text":"聊","punctuation":"。"}]}]}]}"#,
      ["500 我们|800 聊。"]
    ),
    (
      #"{"result":{"utterances":[{"text":"我们，聊","start_time":0,"end_time":900,"words":[{"text":"我们","start_time":0,"end_time":300},{"text":"聊","start_time":400,"end_time":600}]}]}}"#,
      ["0 我们，|400 聊"]
    ),
  ])
  func wordsOfJSON(file: String, expected: [String]) throws {
    #expect(try words(file, as: "a.json") == expected)
  }

  /// NUL and line ends of two bytes have other lengths in the text.
  @Test func repairedTextMovesWords() throws {
    let json =
      #"{"segments":[{"start":0,"end":9,"text":"\n a\u0000b\r\nc\td","words":[{"word":"a\u0000b","start":1,"end":2},{"word":"c","start":3,"end":4},{"word":"d","start":5,"end":6}]}]}"#
    #expect(try words(json, as: "a.json") == ["1000 a\u{FFFD}b|3000 c|5000 d"])
  }

  @Test func spacesBetweenHanAreTakenOut() throws {
    let cues = (0..<6).map { number in
      (
        "00:0\(number).000 --> 00:0\(number + 1).000",
        "数 据 <00:0\(number).500>中 心 A <00:0\(number).700>I"
      )
    }
    let file = "WEBVTT\n\n" + cues.map { "\($0.0)\n\($0.1)\n\n" }.joined()
    #expect(try words(file, as: "a.vtt")[1] == "1000 数据|1500 中心 A|1700 I")
  }

  @Test func linesOfTwoLanguages() throws {
    let file = vtt(
      (Self.first, "我们<00:01.400>今天"), (Self.first, "we <00:01.500>today"),
      ("00:03.000 --> 00:04.000", "好<00:03.400>的"), ("00:03.000 --> 00:04.000", "all right"))
    #expect(
      try words(file, as: "a.vtt") == [
        "1000 我们|1400 今天|1000 we|1500 today", "3000 好|3400 的|3000 all right",
      ])
    let mixed = vtt((Self.first, "we\n我们<00:01.400>今天\ntoday\n<00:02.000>聊"))
    #expect(try words(mixed, as: "a.vtt", han: true) == ["1000 我们|1400 今天|2000 聊"])
  }

  @Test func speakersBeforeTheWords() throws {
    let file = vtt(
      (Self.first, "甲：我们<00:01.400>今天"), ("00:03.000 --> 00:04.000", "乙：<00:03.400>好<00:03.600>的"))
    #expect(try words(file, as: "a.vtt") == ["1000 我们|1400 今天", "3400 好|3600 的"])
  }

  @Test func manyStampsTakeLinearTime() throws {
    let stamps = String(repeating: "<00:01.000> ", count: 100_000)
    let file = vtt((Self.first, "一\(stamps)二"), ("00:03.000 --> 00:04.000", "三"))
    #expect(try words(file, as: "a.vtt") == ["1000 一|1000 二", "三"])
  }
}

/// The cues in the parts that have times of their own: `400 今天|900 聊`; without such times the text.
func timedWords(_ transcript: Transcript) -> [String] {
  transcript.cues.map { cue in
    let times = transcript.wordTimes.filter { cue.text.contains($0.offset) }
    guard let first = times.first else { return transcript.string(of: cue) }
    let ends = times.dropFirst().map(\.offset) + [cue.text.upperBound]
    let lead = first.offset > cue.text.lowerBound ? ["?"] : []
    let parts = zip(times, ends).map { time, end in
      "\(time.start) " + transcript.text[time.offset..<end].trimmed.string
    }
    return (lead + parts).joined(separator: "|")
  }
}
