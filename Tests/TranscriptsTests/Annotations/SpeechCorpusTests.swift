import TestSupport
import Testing

@testable import Transcripts

@Suite struct TimeMarkTests {
  @Test func segments() throws {
    let text = """
      ;; CATEGORY "0" "" ""
      S1 1 001-M 2.50 4.00 <o,f0,male> 我 们 聊 AI and ML
      S1 1 002-F 0.5 2.50 <NA> 你 好 <unk> <b> { 吗 / 嘛 } ，
      S1 1 excluded 4.0 5.0 ignore_time_segment_in_scoring
      S1 1 001-M 5 6 it 's 3 < 4
      not a segment
      S1 1 001-M 6 7 <o>
      """
    let transcript = try read(text, as: "a.stm")
    #expect(
      described(transcript) == [
        "500-2500 002-F|你好吗，", "2500-4000 001-M|我们聊AI and ML", "5000-6000 001-M|it's 3 < 4",
      ])
    #expect(transcript?.warnings.map(\.code) == [.emptyCues(count: 1), .strayLines(count: 1)])
    #expect(transcript?.format.name == "stm")
    #expect(try read("just some words here and there\n", as: "a.stm") == nil)
    #expect(try read(text, as: "a.txt")?.format.name != "stm")
  }

  @Test func recordingsStayInOrder() throws {
    let text = "b 1 x 5 6 一\na 1 y 2 3 二\nb 1 x 1 2 三\na 1 y 0 1 四\n"
    let transcript = try read(text, as: "a.stm")
    #expect(
      described(transcript) == ["1000-2000 x|三", "5000-6000 x|一", "0-1000 y|四", "2000-3000 y|二"])
    #expect(transcript?.warnings.first?.code == .severalRecordings(count: 2))
  }

  @Test func words() throws {
    let text = """
      ;; from a recogniser
      rec 1 0.10 0.20 你好 0.98
      rec 1 0.35 0.25 AI 0.9 lex S1
      rec 1 0.60 0.1 <eps> 1.0
      rec 1 0.70 0.1 咳 1.0 noise S1
      rec 1 2.50 0.5 world 0.9 lex S2
      rec 2 2.60 0.5 再见
      other 1 0 1 新
      broken
      """
    let transcript = try read(text, as: "a.ctm")
    #expect(
      described(transcript) == [
        "100-300 |你好", "350-600 S1|AI", "2500-3000 S2|world", "2600-3100 |再见", "0-1000 |新",
      ])
    #expect(transcript?.warnings.contains { $0.code == .strayLines(count: 1) } == true)
  }

  /// All of AISHELL-4's meetings: what stands in the lines, less the spaces.
  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func realSegmentsAreReadWhole() throws {
    let folder = TestData.evaluation! + "/transcripts/aishell4"
    var (lines, cues) = (0, 0)
    for path in TestData.files(below: folder) where path.hasSuffix(".stm") {
      let bytes = try TestData.bytes(path)
      let transcript = try #require(try read(bytes, as: path))
      let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
        $0.split(separator: " ")
      }
      lines += rows.count
      cues += transcript.cues.count
      let plain = rows.filter { $0.count > 5 }.map { row in
        "\(Int((Double(row[3])! * 1000).rounded())) \(row[2])|\(row[5...].joined())"
      }
      let found = transcript.cues.map { cue in
        "\(cue.start!) \(transcript.speakers[cue.speaker!])|\(transcript.string(of: cue))"
      }
      #expect(plain.sorted() == found.sorted())
    }
    #expect(lines == 10_498)
    #expect(cues == 10_496)
  }
}

@Suite struct ChatTests {
  private func utterance(_ text: String) -> String {
    String(decoding: ChatUtterance(Array(text.utf8)[...]).text, as: UTF8.self)
  }

  /// By hand from the manual.
  @Test(arguments: [
    ("我 要 饼干 .", "我 要 饼干"), ("真 的 吗 ?", "真 的 吗?"), ("好 , 走 !", "好, 走!"),
    ("<I want> [/] I want cookie .", "I want I want cookie"),
    ("goed [: went] [*] home .", "goed home"),
    ("&-um well &+fr &~gaga &=laughs yes &*MOT:hm .", "well yes"), ("xxx dog yyy . www .", "dog"),
    ("(.) so (..) then (1.5) (...) go (2.) .", "so then go"),
    ("I saw (be)cause (a)bout it .", "I saw because about it"),
    ("I just want +...", "I just want"), ("+\" hello +\"/.", "hello"),
    ("++ yes +/. no +//? +<", "yes no"),
    ("0is he 0 here 0", "he here"), ("wow@i 好@s:zho a@l b@u .", "wow 好 a b"),
    ("no::: ba:nana .", "no banana"),
    ("New_York is nice .", "New York is nice"), ("a ⌈b⌉ ↑c „ d ‡ e .", "a b c d e"),
    ("say [=! laughs loudly]", "say"),
    ("[- eng] hello", "hello"), ("what [unclosed", "what [unclosed"), ("a & b", "a & b"),
    ("3.5 和 100 .", "3.5 和 100"),
    ("() x", "x"),
    ("x y w 呀", "x y w 呀"), ("", ""), (" . ", ""), ("“好” 。", "“好” 。"),
  ])
  func codesAreTakenOut(_ line: String, expected: String) {
    #expect(utterance(line) == expected)
  }

  @Test func timesAndNames() throws {
    let text = """
      @UTF8
      @Begin
      @Languages:\tzho, eng
      @Participants:\tCHI Ming_Ming Target_Child, MOT Mother ,
      \tINV 王 Investigator
      @Date:\t15-MAR-2006
      @Title:\t早餐
      *CHI:\t妈妈 抱抱 . \u{15}1000_3500\u{15}
      %mor:\tn|妈妈 v|抱抱 .
      \t还是
      *MOT:\t好 \u{15}%snd:"a_b"_4000_5000\u{15}
      \t来 吧 . \u{15}5000_6500\u{15}
      *INV:\txxx .
      *XXX:\t没有 时间 .
      @G:\t故事
      @End
      """
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let transcript = try read(text, as: "a.cha")
      #expect(
        described(transcript) == [
          "1000-3500 Ming Ming|妈妈 抱抱", "4000-6500 MOT|好 来 吧", "?-? XXX|没有 时间",
        ])
      #expect(transcript?.metadata.title == "早餐")
      #expect(transcript?.metadata.date == "2006-03-15")
      #expect(transcript?.format.name == "chat")
    }
  }

  @Test(arguments: ["[", "\u{15}", "<", "(", "&", "@", "[x", "\u{15}1_"])
  func longLinesTakeLinearTime(_ noise: String) {
    #expect(utterance(String(repeating: noise, count: 300_000)).utf8.count < 1_000_000)
  }
}

@Suite struct TokenTests {
  @Test func treebanks() throws {
    let rows = { (words: [(String, String, String)]) in
      words.map { "\($0.0)\t\($0.1)\t_\tX\t_\t_\t0\troot\t_\t\($0.2)" }.joined(separator: "\n")
    }
    let text = """
      # newdoc id = a
      # meta::title = 对话
      # meta::date = 2024-11-30
      # sent_id = 1
      # speaker = 甲
      # text = 原文 是 这样。
      \(rows([("1", "原文", "_"), ("2", "是", "_")]))

      # sent_id = 2
      \(rows([("1-2", "don't", "SpaceAfter=No"), ("1", "do", "_"), ("2", "n't", "_"), ("3", "!", "_"),
        ("4", "看", "_"), ("4.1", "x", "_"), ("5", "AI", "_"), ("6", "now", "SpaceAfter=No|x=y"), ("7", ".", "_")]))

      # text = 只有文字
      """
    let transcript = try read(text, as: "a.conllu")
    #expect(described(transcript) == ["?-? 甲|原文 是 这样。", "?-? |don't!看AI now.", "?-? |只有文字"])
    #expect(transcript?.metadata.title == "对话")
    #expect(transcript?.metadata.date == "2024-11-30")
    #expect(try read(text, as: "a.txt")?.format.name == "conllu")
    #expect(try read("1\t一\n", as: "a.conllu") == nil)
  }

  /// A treebank reads as its sentences are written.
  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func wordsOfATreebankMakeItsText() throws {
    let folder = TestData.evaluation! + "/segmentation/UD_Chinese-GSDSimp"
    let name = try #require(
      TestData.files(below: folder).first { $0.hasSuffix(".conllu") })
    let text = String(decoding: try TestData.bytes(name), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let comments = lines.filter { $0.hasPrefix("# text = ") }
    let sentences: [String] = comments.map { String($0.dropFirst(9)) }
    let whole = try #require(try read(text, as: name))
    #expect(whole.cues.map(whole.string) == sentences)
    let bare = lines.filter { !$0.hasPrefix("# text") }.joined(separator: "\n")
    let joined = try #require(try read(bare, as: name))
    let differing = zip(joined.cues.map(joined.string), sentences).filter { $0.0 != $0.1 }
    #expect(joined.cues.count == sentences.count)
    #expect(differing.count * 10 <= sentences.count)
    for (found, written) in differing {
      #expect(found.filter { $0 != " " } == written.filter { $0 != " " })
    }
  }

  @Test func verticalText() throws {
    let text = """
      <doc id="1" title="对话 &amp; 更多" date='2024-11-30'>
      <u who="甲" start="1.5" end="3">
      我们\tPN\t我们
      聊\tVV
      AI\tNN
      now\tRB
      <g/>
      !\tPU
      </u>
      <u who="乙">
      <name type="x">
      A&lt;B
      </name>
      </u>
      </doc>
      <s>
      没有
      说话人
      </s>
      外面
      。
      还
      """
    let transcript = try read(text, as: "a.vert")
    #expect(
      described(transcript) == [
        "1500-3000 甲|我们聊AI now!", "?-? 乙|A<B", "?-? |没有说话人", "?-? |外面。", "?-? |还",
      ])
    #expect(transcript?.metadata.title == "对话 & 更多")
    #expect(transcript?.metadata.date == "2024-11-30")
  }
}
