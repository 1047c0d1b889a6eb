import TestSupport
import Testing

@testable import Transcripts

/// Captions that write again what was said, and speech that says it again.
@Suite struct RepeatedCaptionTests {
  private struct Line {
    let start: Int
    let end: Int
    let words: [String]
    var text: String { words.joined() }
  }

  private static let words = [
    "我们", "今天", "聊", "数据", "人工", "智能", "模型", "训练", "芯片", "对", "对", "好", "open", "AI",
  ]

  /// Lines of a few words, of which some are said again at once.
  private static func lines(using generator: inout SeededGenerator) -> [Line] {
    var (lines, time) = ([Line](), Int.random(in: 0...5_000, using: &generator))
    for _ in 0..<Int.random(in: 1...30, using: &generator) {
      let isAgain = !lines.isEmpty && Int.random(in: 0..<5, using: &generator) == 0
      let fresh = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        words.randomElement(using: &generator)!
      }
      let end = time + Int.random(in: 300...4_000, using: &generator)
      lines.append(Line(start: time, end: end, words: isAgain ? lines.last!.words : fresh))
      time =
        end + (Bool.random(using: &generator) ? 0 : Int.random(in: 0...3_000, using: &generator))
    }
    return lines
  }

  private static func clock(_ time: Int, _ point: String) -> String {
    let parts = [time / 3_600_000, time / 60_000 % 60, time / 1_000 % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    return parts.joined(separator: ":") + point + String(String(1_000 + time % 1_000).dropFirst())
  }

  private static func times(_ start: Int, _ end: Int, _ point: String) -> String {
    "\(clock(start, point)) --> \(clock(end, point))\n"
  }

  /// The three phases: a line is spelled out below the one in front, is held for 10 ms, and is carried over.
  private static func rolling(_ lines: [Line], isVTT: Bool) -> String {
    let point = isVTT ? "." : ","
    var text = isVTT ? "WEBVTT\nKind: captions\n\n" : ""
    var (number, carried) = (1, " ")
    for line in lines {
      let step = (line.end - line.start) / line.words.count
      let spelled = line.words.enumerated().map { place, word in
        place == 0 || !isVTT
          ? word : "<\(clock(line.start + place * step, "."))><c>\(word)</c>"
      }.joined()
      for (start, end, shown) in [
        (line.start, line.end - 10, "\(carried)\n\(spelled)"),
        (line.end - 10, line.end, "\(line.text)\n "),
      ] {
        text += isVTT ? "" : "\(number)\n"
        text += times(start, end, point) + "\(shown)\n\n"
        number += 1
      }
      carried = line.text
    }
    return text
  }

  @Test(arguments: [true, false])
  func rollingCaptionsTellEachLineOnce(isVTT: Bool) throws {
    var generator = SeededGenerator(seed: 181)
    for round in 0..<200 {
      let lines = Self.lines(using: &generator)
      let file = Self.rolling(lines, isVTT: isVTT)
      let transcript = try #require(try read(Array(file.utf8), as: isVTT ? "a.vtt" : "a.srt"))
      #expect(transcript.cues.map(transcript.string) == lines.map(\.text), "round \(round)")
      #expect(transcript.cues.map { $0.start.map(Int.init) } == lines.map(\.start))
      #expect(transcript.mergedCues == lines.count)
    }
  }

  /// What is said again is no repeat of a caption, however its cues touch.
  @Test func speechThatRepeatsItselfStays() throws {
    var generator = SeededGenerator(seed: 182)
    for _ in 0..<300 {
      let lines = Self.lines(using: &generator)
      let file = lines.enumerated().map { number, line in
        "\(number + 1)\n" + Self.times(line.start, line.end, ",") + line.text + "\n\n"
      }.joined()
      let transcript = try #require(try read(Array(file.utf8), as: "a.srt"))
      #expect(transcript.cues.map(transcript.string) == lines.map(\.text))
      #expect(transcript.mergedCues == 0)
    }
  }

  @Test(arguments: [
    ["对", "对 对", "对 对 对"], ["谢谢大家", "谢谢大家", "谢谢大家", "谢谢大家"],
    ["一闪一闪\n亮晶晶", "一闪一闪\n亮晶晶", "满天都是\n小星星", "挂在天空", "一闪一闪\n亮晶晶"],
    ["你吃了吗", "你吃了吗", "吃了"], ["好\n好", "好\n好", "好\n好"],
  ])
  func refrainsStay(texts: [String]) throws {
    let file = texts.enumerated().map { number, text in
      "\(number + 1)\n" + Self.times(number * 1_000, number * 1_000 + 1_000, ",") + text + "\n\n"
    }.joined()
    let transcript = try #require(try read(Array(file.utf8), as: "a.srt"))
    #expect(
      transcript.cues.map(transcript.string) == texts.map { $0.replacing("\n", with: " ") })
  }

  /// Many equal lines in two cues take time in proportion, and NUL of JSON no line break's place.
  @Test func cuesOfManyLines() throws {
    let lines = String(repeating: "好\n", count: 50_000)
    let file =
      "1\n00:00:00,000 --> 00:00:01,000\n\(lines)\n2\n00:00:01,000 --> 00:00:02,000\n\(lines)对\n"
    #expect(try read(file, as: "a.srt")?.cues.count == 2)
    let json =
      #"[{"start":0,"end":1,"text":"a\u0000\n汉\u0000b\nc"},{"start":1,"end":2,"text":"好"}]"#
    let transcript = try Transcript.read(
      Array(json.utf8), fileName: "a.json", cleaning: CueCleaning(script: .han))
    #expect(transcript.cues.map(transcript.string) == ["汉\u{FFFD}b", "好"])
  }

  /// Recognisers that are stuck write the same words into cues of no length.
  @Test func shortLoopsAreNoHolds() throws {
    var file = ""
    for number in 0..<40 {
      let start = number * 2_000
      let isStuck = number % 10 > 5
      let text = isStuck ? "谢谢大家" : "我们聊第\(number)个数据"
      file += "\(number)\n" + Self.times(start, start + (isStuck ? 20 : 2_000), ",") + text + "\n\n"
    }
    let transcript = try #require(try read(Array(file.utf8), as: "a.srt"))
    #expect(transcript.cues.count == 40)
  }

  /// Three lines on the screen, as television writes them, without holds; the last line grows.
  @Test func windowsOfSeveralLines() throws {
    let lines = ["新闻联播", "今天的主要内容有", "各地积极复工", "复产", "下面请看详细报道", "谢谢收看"]
    var file = "WEBVTT\n\n"
    var time = 0
    for (number, line) in lines.enumerated() {
      let shown = lines[max(0, number - 2)..<number].map { $0 + "\n" }.joined()
      for length in [2, line.count] where length <= line.count {
        file += Self.times(time, time + 500, ".") + shown + String(line.prefix(length)) + "\n\n"
        time += 500
        if line.count == 2 { break }
      }
    }
    let transcript = try #require(try read(Array(file.utf8), as: "a.vtt"))
    #expect(transcript.cues.map(transcript.string) == lines)
    #expect(transcript.cues[1].start == 1_000 && transcript.cues[1].end == 2_000)
  }

  @Test(arguments: [
    ("u", "a.srt"), ("b", "a.vtt"), ("font color=\"#00ff00\"", "a.srt"), ("c.on", "a.vtt"),
  ])
  func highlightedWordsAreOneCue(tag: String, name: String) throws {
    var generator = SeededGenerator(seed: 183)
    for _ in 0..<100 {
      let lines = Self.lines(using: &generator)
      let isVTT = name == "a.vtt"
      var file = isVTT ? "WEBVTT\n\n" : ""
      var number = 1
      for line in lines {
        let step = (line.end - line.start) / line.words.count
        for place in line.words.indices {
          let start = line.start + place * step
          let end = place == line.words.count - 1 ? line.end : start + step
          // After every second word there is a pause, in which none is marked.
          let pause = place % 2 == 1 && place < line.words.count - 1 ? end - 20 : end
          let close = tag.prefix { $0.isLetter }
          let shown = line.words.enumerated().map {
            $0 == place ? "<\(tag)>\($1)</\(close)>" : $1
          }.joined()
          for (from, to, text) in [(start, pause, shown), (pause, end, line.text)] where from < to {
            file += (isVTT ? "" : "\(number)\n") + Self.times(from, to, isVTT ? "." : ",")
            file += text + "\n\n"
            number += 1
          }
        }
      }
      let transcript = try #require(try read(Array(file.utf8), as: name))
      #expect(transcript.cues.map(transcript.string) == lines.map(\.text))
      #expect(transcript.cues.map { $0.end.map(Int.init) } == lines.map(\.end))
      #expect(transcript.mergedCues == number - 1 - lines.count)
    }
  }

  @Test func highlightedWordsOfSubStationAlpha() throws {
    let file = """
      [Events]
      Format: Start, End, Text
      Dialogue: 0:00:00.00,0:00:00.50,{\\c&H00ff00&}我们{\\r}聊数据
      Dialogue: 0:00:00.50,0:00:01.00,我们{\\c&H00ff00&}聊{\\r}数据
      Dialogue: 0:00:01.00,0:00:02.00,我们聊{\\c&H00ff00&}数据{\\r}
      Dialogue: 0:00:02.00,0:00:03.00,{\\an8}好
      Dialogue: 0:00:03.00,0:00:04.00,{\\an8}好
      """
    let transcript = try #require(try read(Array(file.utf8), as: "a.ass"))
    #expect(described(transcript) == ["0-2000 |我们聊数据", "2000-3000 |好", "3000-4000 |好"])
  }

  @Test func repeatsAreKeptOnRequest() throws {
    let lines = [
      Line(start: 0, end: 2_000, words: ["我们", "聊"]), Line(start: 2_000, end: 3_000, words: ["好"]),
    ]
    let file = Array(Self.rolling(lines, isVTT: true).utf8)
    let kept = try Transcript.read(
      file, fileName: "a.vtt", cleaning: CueCleaning(keepsRepeats: true))
    #expect(kept.cues.map(kept.string) == ["我们聊", "我们聊", "我们聊 好", "好"])
    #expect(kept.mergedCues == 0)
  }

  /// Real speech, in which people say things twice.
  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func transcriptsLoseNothing() throws {
    for file in TestData.files(below: TestData.evaluation! + "/transcripts") {
      let bytes = try TestData.bytes(file)
      guard let read = try? Transcript.read(bytes, fileName: file) else { continue }
      let kept = try Transcript.read(
        bytes, fileName: file, cleaning: CueCleaning(keepsRepeats: true))
      #expect(read.mergedCues == 0, "\(file)")
      #expect(read.cues == kept.cues, "\(file)")
    }
  }
}

/// Subtitles in two languages.
@Suite struct BilingualTests {
  private static let file = """
    1
    00:00:01,000 --> 00:00:03,000
    We talk about data today

    1
    00:00:01,000 --> 00:00:03,000
    我们今天聊 iPhone

    2
    00:00:03,000 --> 00:00:05,000
    Artificial intelligence
    人工智能模型
    and more
    还有 AI

    3
    00:00:05,000 --> 00:00:06,000
    Thank you

    """

  @Test func twinsAreOneCue() throws {
    #expect(
      described(try read(Self.file, as: "a.srt")) == [
        "1000-3000 |We talk about data today 我们今天聊 iPhone",
        "3000-5000 |Artificial intelligence 人工智能模型 and more 还有 AI", "5000-6000 |Thank you",
      ])
  }

  @Test func linesOfHanAlone() throws {
    let transcript = try Transcript.read(
      Array(Self.file.utf8), fileName: "a.srt", cleaning: CueCleaning(script: .han))
    #expect(
      described(transcript) == ["1000-3000 |我们今天聊 iPhone", "3000-5000 |人工智能模型 还有 AI"])
    #expect(transcript.linesLeftOut == 4)
  }

  /// One language stands behind the other.
  @Test func languagesInTwoBlocks() throws {
    let han = ["我们聊数据", "人工智能", "再见"]
    let latin = ["Let us talk", "Artificial intelligence", "Bye bye"]
    let srt = (han + latin).enumerated().map { number, text in
      "\(number + 1)\n00:00:0\(number % 3),000 --> 00:00:0\(number % 3),900\n\(text)\n\n"
    }.joined()
    let ass =
      "[Events]\nFormat: Start, End, Text\n"
      + (latin + han).enumerated().map { number, text in
        "Dialogue: 0:00:0\(number % 3).00,0:00:0\(number % 3).90,\(text)\n"
      }.joined()
    for (name, text) in [("a.srt", srt), ("a.ass", ass)] {
      let transcript = try Transcript.read(
        Array(text.utf8), fileName: name, cleaning: CueCleaning(script: .han))
      #expect(transcript.cues.map(transcript.string) == han, "\(name)")
      #expect(transcript.linesLeftOut == 3)
    }
  }

  @Test func othersOfOneTimeStayApart() throws {
    for second in ["我们再聊", "1 2 3", "…"] {
      let text =
        "1\n00:00:01,000 --> 00:00:03,000\n我们聊\n\n2\n00:00:01,000 --> 00:00:03,000\n\(second)\n"
      #expect(try read(text, as: "a.srt")?.cues.count == 2)
    }
  }

  /// In ASS a line is broken by `\\N`, in TTML and HTML by `<br/>`.
  @Test func linesOfOtherFormats() throws {
    let ass = """
      [Events]
      Format: Start, End, Text
      Dialogue: 0:00:01.00,0:00:02.00,我们聊\\NLet us talk
      """
    let ttml = """
      <tt xmlns="http://www.w3.org/ns/ttml"><body><div>
      <p begin="1s" end="2s">我们聊<br/>Let us talk</p></div></body></tt>
      """
    for (name, text) in [("a.ass", ass), ("a.ttml", ttml)] {
      let transcript = try Transcript.read(
        Array(text.utf8), fileName: name, cleaning: CueCleaning(script: .han))
      #expect(described(transcript) == ["1000-2000 |我们聊"], "\(name)")
    }
  }
}

/// Texts with a space after each Han character.
@Suite struct SpacedHanTests {
  private func texts(_ file: String) throws -> [String] {
    let transcript = try #require(try read(file, as: "a.txt"))
    return transcript.cues.map(transcript.string)
  }

  @Test func spacesBetweenHanAreNone() throws {
    let file = "我 们 今 天 聊 数 据 中 心\n这 个 A I 模 型 用 open source 的 G P T 4 ， 很 好\n"
    #expect(try texts(file) == ["我们今天聊数据中心", "这个 AI 模型用 open source 的 GPT4 ，很好"])
  }

  /// Recognisers write spaces for pauses; the file decides, not the line.
  @Test func spacesForPausesStay() throws {
    let file = "好 的 对 的 是 的 好 的 对 的\n我们今天聊一下数据中心 然后再说模型\n"
    #expect(try texts(file) == file.split(separator: "\n").map(String.init))
    #expect(try texts("好 对 是 的") == ["好 对 是 的"])
  }

  @Test func joiningTwiceIsJoiningOnce() {
    var generator = SeededGenerator(seed: 186)
    let pieces = ["数", "据", " ", "A", "ai", "，", "7", "𠮷"]
    for _ in 0..<2_000 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &generator)! }.joined()
      let once = SpacedHan.joined(Array(text.utf8)[...])
      #expect(once.filter { $0 != 0x20 } == Array(text.utf8).filter { $0 != 0x20 })
      #expect(String(validating: once, as: UTF8.self) != nil)
    }
  }
}
