import Testing

@testable import Transcripts

private func ttml(_ body: String, root: String = "", head: String = "") -> String {
  """
  <?xml version="1.0"?>
  <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
    xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:tts="http://www.w3.org/ns/ttml#styling" \(root)>
    <head>\(head)</head>\(body)
  </tt>
  """
}

private func cues(_ body: String, root: String = "", head: String = "") throws -> [String] {
  described(try read(ttml(body, root: root, head: head), as: "a.ttml"))
}

@Suite struct TimedTextTests {
  /// By hand from the grammar and appendix I of TTML 2.
  @Test(arguments: [
    ("", "01:02:03", 3_723_000.0), ("", "00:00:01.25", 1_250), ("", "00:01,5", 1_500),
    ("", "1.5h", 5_400_000), ("", "2m", 120_000), ("", "0.0005s", 0.5), ("", "1500ms", 1500),
    ("", "3", 3000),
    ("", "15f", 500), ("", "00:00:01:15", 1500), ("", "2t", 2000),
    ("", "10000000t", 10_000_000_000),
    ("ttp:frameRate='25'", "00:00:01:12", 1480), ("ttp:frameRate='25'", "50t", 2000),
    ("ttp:frameRate='25' ttp:subFrameRate='2'", "00:00:01:12.1", 1500),
    ("ttp:frameRate='25' ttp:subFrameRate='2'", "50t", 1000),
    ("ttp:tickRate='10000000'", "15000000t", 1500),
    ("ttp:frameRate='30' ttp:frameRateMultiplier='1000 1001'", "75f", 2502.5),
    ("ttp:frameRate='30' ttp:frameRateMultiplier='1000:1001'", "00:00:02:15", 2500.5),
    (
      "ttp:frameRate='30' ttp:frameRateMultiplier='1000 1001' ttp:timeBase='smpte'", "00:00:30:00",
      30_030
    ),
    (
      "ttp:frameRate='30' ttp:frameRateMultiplier='1000 1001' ttp:timeBase='smpte' ttp:dropMode='dropNTSC'",
      "00:01:00;02", 60_060
    ),
    (
      "ttp:frameRate='30' ttp:frameRateMultiplier='1000 1001' ttp:timeBase='smpte' ttp:dropMode='dropNTSC'",
      "00:10:00:00", 599_999.4
    ),
    ("ttp:frameRate='0'", "15f", 500),
  ])
  func timeExpressions(_ root: String, _ expression: String, milliseconds: Double) throws {
    let start = Int((milliseconds + 0.5).rounded(.down))
    let known = start < Int(Int32.max) ? "\(start)" : "?"
    #expect(
      try cues("<body><p begin='\(expression)'>字</p></body>", root: root) == ["\(known)-? |字"])
  }

  @Test(arguments: [
    "", "x", "1x", "-1s", "1:2:3:4:5", "00:00:01:", "::", "1.2.3s", "00:00:01:1:2", "1e3s", "f",
  ])
  func whatIsNoTimeIsUnknown(_ expression: String) throws {
    #expect(try cues("<body><p begin='\(expression)'>字</p></body>") == ["?-? |字"])
  }

  /// An hour of time code of 29.97 frames that drops numbers is an hour and 3.6 ms.
  @Test func droppedFramesKeepUpWithTheClock() throws {
    let root =
      "ttp:frameRate='30' ttp:frameRateMultiplier='1000 1001' ttp:timeBase='smpte' ttp:dropMode='dropNTSC'"
    #expect(try cues("<body><p begin='01:00:00:00'>字</p></body>", root: root) == ["3599996-? |字"])
  }

  @Test func timesCountFromTheParent() throws {
    let body = """
      <body begin="10s" end="60s"><div begin="5s"><p begin="1s" end="2s">一</p><p dur="3s">二</p>
      <p begin="1s" dur="5s" end="3s">三</p><p>四</p><p begin="40s" end="50s">五</p><p begin="70s" dur="1s">六</p>
      </div></body>
      """
    #expect(
      try cues(body) == [
        "15000-18000 |二", "15000-60000 |四", "16000-17000 |一", "16000-18000 |三", "55000-60000 |五",
        "85000-86000 |六",
      ])
  }

  /// Apple's do not.
  @Test func timesOfSongsAndPodcastsCountFromZero() throws {
    let body = """
      <body dur="3:10.0"><div begin="1.0" end="5.0"><p begin="1.000" end="3.0"><span begin="1.0" end="2.0">你</span><span \
      begin="2.0" end="3.0">好</span></p><p begin="4.0" end="5.0">再见</p></div></body>
      """
    let root = "xmlns:itunes='http://music.apple.com/lyric-ttml-internal' itunes:timing='Word'"
    #expect(try cues(body, root: root) == ["1000-3000 |你好", "4000-5000 |再见"])
  }

  @Test func sequencesCountFromTheChildBefore() throws {
    let body = """
      <body timeContainer="seq"><div><p begin="1s" end="3s">一</p><p begin="2s" dur="2s">二</p></div>
      <div timeContainer="seq"><p dur="1s">三</p><p begin="1s" dur="1s">四</p></div></body>
      """
    #expect(
      try cues(body) == ["1000-3000 |一", "2000-4000 |二", "4000-5000 |三", "6000-7000 |四"])
  }

  @Test func spansAreCuesWhereTheParagraphHasNoTimes() throws {
    let body = """
      <body><div><p begin="1s" end="4s"><span begin="0s" end="1s">我们</span> <span begin="1s">今天</span></p>
      <p><span begin="5s" end="6s">大家</span><span begin="6s" end="7s">好<span>啊</span></span> 完</p>
      <p><span>没有</span><span>时间</span></p></div></body>
      """
    #expect(
      try cues(body) == [
        "1000-4000 |我们 今天", "5000-6000 |大家", "6000-7000 |好啊", "?-? |完", "?-? |没有时间",
      ])
  }

  @Test func whiteSpaceIsThatOfTheReader() throws {
    let body = """
      <body><div><p begin="1s">
         第一行，
         第二行 <br/> 第三行
      </p><p begin="2s" xml:space="preserve">a  b<br/>c</p><p begin="3s">one
        two</p></div></body>
      """
    #expect(try cues(body) == ["1000-2000 |第一行，第二行 第三行", "2000-3000 |a  b c", "3000-? |one two"])
  }

  @Test func agentsAndTitle() throws {
    let head = """
      <metadata><ttm:title> 节目
        一 </ttm:title><ttm:agent xml:id="a" type="person"><ttm:name type="full">主持人</ttm:name>
      <ttm:name type="alias">甲</ttm:name></ttm:agent><ttm:agent type="other" xml:id="b"/></metadata>
      """
    let body = """
      <body ttm:agent="b"><metadata><ttm:title>不是</ttm:title></metadata><div><p ttm:agent="a x" begin="1s">一</p>
      <p begin="2s"><metadata><ttm:desc>说明</ttm:desc></metadata>二</p></div></body>
      """
    let transcript = try #require(try read(ttml(body, head: head), as: "a.xml"))
    #expect(described(transcript) == ["1000-2000 主持人|一", "2000-? b|二"])
    #expect(transcript.metadata.title == "节目一")
    #expect(transcript.format.name == "ttml")
  }

  @Test func readingsOfRubyAreHidden() throws {
    let body = """
      <body><p begin="1s">x<span tts:ruby="container"><span tts:ruby="base">漢</span><span tts:ruby="delimiter">(</span><span
      tts:ruby="text">かん</span></span>字</p></body>
      """
    #expect(try cues(body) == ["1000-? |x漢字"])
  }

  @Test func prefixesAndDamageDoNotMatter() throws {
    let text =
      "<tt:tt xmlns:tt='x'><tt:body><tt:p begin='1s'>一</tt:p><tt:p begin=2s>二</tt:p><tt:p begin='3s'>三 & 四"
    let transcript = try #require(try read(text, as: "a.dfxp"))
    #expect(described(transcript) == ["1000-3000 |一", "3000-? |三 四"])
    #expect(transcript.warnings.contains { $0.line == 1 })
  }
}

@Suite struct YouTubeMarkupTests {
  @Test func thirdForm() throws {
    let text = """
      <?xml version="1.0" encoding="utf-8" ?><timedtext format="3">
      <head><ws id="0"/><wp id="0" ap="6"/></head><body>
      <w t="0" id="1" wp="1" ws="1"/>
      <p t="80" d="4520" w="1"><s ac="0">大家</s><s t="400" ac="0">好</s></p>
      <p t="2230" d="2370" w="1" a="1">
      </p>
      <p t="2240" d="4880">第二<br/>行 &amp; &quot;引号&quot;</p><p t="9000">没有长度</p>
      </body></timedtext>
      """
    let transcript = try read(text, as: "a.srv3")
    #expect(described(transcript) == ["80-4600 |大家好", "2240-7120 |第二 行 & \"引号\"", "9000-? |没有长度"])
    #expect(transcript?.format.name == "srv3")
    #expect(transcript?.warnings == [])
    let second = "<timedtext><text t=\"500\" d=\"1000\">字</text></timedtext>"
    #expect(described(try read(second, as: "a.xml")) == ["500-1500 |字"])
  }

  @Test func firstForm() throws {
    let text = """
      <?xml version="1.0" encoding="utf-8" ?><transcript><text start="0.08" dur="4.52">他说&amp;quot;好&amp;quot;
      &amp;amp; it&amp;#39;s</text><text start="4.6">&lt;font color=&quot;#fff&quot;&gt;白&lt;/font&gt;</text></transcript>
      """
    let transcript = try read(text, as: "a.xml")
    #expect(described(transcript) == ["80-4600 |他说\"好\" & it's", "4600-? |白"])
    #expect(transcript?.format.name == "srv1")
    #expect(try read("<transcript><turn>字</turn></transcript>", as: "a.xml") == nil)
  }
}
