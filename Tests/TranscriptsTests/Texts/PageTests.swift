import TestSupport
import Testing

@testable import Transcripts

@Suite struct PageTests {
  @Test func blocksAreCues() throws {
    let text = """
      <!DOCTYPE html><html><head><title>节目 &amp;
      一</title><meta property="article:published_time" content="2024-11-30T08:00:00Z">
      <meta property="og:site_name" content="电台"><link rel="canonical" href="https://a.example/1"><style>p{}</style></head>
      <body><nav><a href="/">首页</a></nav><script>if (a<b) document.write("<p>x</p>")</script>
      <h1>标题</h1><p>第一<b>段</b>，
        换行 &nbsp;A &hellip;<p>第二段<br>同段<br><br>第三段
      <ul><li>项一<li>项二</ul><table><tr><td>格一</td><td>格二</td></tr></table>
      <ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</ruby>です<svg><title>图</title><text>图中</text></svg>
      <pre>一行
      二行</pre>尾</body></html>
      """
    let transcript = try read(text, as: "a.html")
    #expect(
      described(transcript).map { $0.dropFirst(5) } == [
        "标题", "第一段，换行 \u{A0}A …", "第二段 同段", "第三段", "项一", "项二", "格一", "格二", "漢字です", "一行", "二行", "尾",
      ])
    #expect(transcript?.metadata.title == "节目 & 一")
    #expect(transcript?.metadata.date == "2024-11-30")
    #expect(transcript?.metadata.show == "电台")
    #expect(transcript?.metadata.url == "https://a.example/1")
    #expect(transcript?.warnings == [])
    #expect(try read(text, as: "a.txt")?.format.name == "html")
  }

  @Test func podcastsNameSpeakersAndTimes() throws {
    let text = """
      <cite>主持人：</cite>
      <time>0:00</time>
      <p>大家好，参见<cite>红楼梦</cite>一书。</p>
      <p>还是我。</p>
      <cite>Alban:</cite>
      <time>1:02:03.5</time>
      <p>Hi there. At <time datetime="2024-11-30">noon</time>.</p>
      """
    let transcript = try read(text, as: "a.html")
    #expect(
      described(transcript) == [
        "0-? 主持人|大家好，参见红楼梦一书。", "?-? 主持人|还是我。", "3723500-? Alban|Hi there. At noon.",
      ])
    #expect(transcript?.metadata.date == "2024-11-30")
    // A part of a page is one only by its name.
    #expect(try read(text, as: "a.xml") == nil)
  }

  /// noScribe's pages.
  @Test func timesInTheTextAreThoseOfItsLines() throws {
    let turn = { (time: String, words: String) in
      "<p><a name=\"ts_1\"><span style=\"color: #78909C\">[\(time)]</span> \(words)</a></p>"
    }
    let text =
      "<html><body>\(turn("00:00:01", "S00: 你好"))\(turn("00:00:04", "S01: 再见"))</body></html>"
    #expect(
      described(try read(text, as: "a.html")) == ["1000-4000 S00|你好", "4000-? S01|再见"])
  }

  @Test func otherXMLIsRefused() throws {
    for text in [
      "<?xml version=\"1.0\"?><rss><item>字</item></rss>", "<svg><text>字</text></svg>",
      "<section xmlns='x'>字</section>",
    ] {
      let error = #expect(throws: TranscriptError.self) {
        try Transcript.read(Array(text.utf8), fileName: "a.xml")
      }
      guard case .otherMarkup = error?.code else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }
}

@Suite struct AkomaNtosoTests {
  @Test func speechesNarrativesAndHeadings() throws {
    let text = """
      <an:akomaNtoso xmlns:an="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><an:debate><an:meta>
      <an:identification><an:FRBRWork><an:FRBRdate date="2024-11-30" name="x"/></an:FRBRWork></an:identification>
      <an:references><an:TLCPerson eId="p1" href="/a" showAs="王 委員"/><an:TLCPerson id="p2" showAs="李"/></an:references>
      <an:proprietary>不是</an:proprietary></an:meta><an:debateBody><an:debateSection>
      <an:heading>2023-01-02 會議</an:heading><an:speech by="#p1"><an:from>主席</an:from><an:p>第一<an:i>段</an:i>，
        <an:a href="x">連結</an:a></an:p><an:p>第二段</an:p></an:speech><an:narrative>（<an:i>休息</an:i>）</an:narrative>
      <an:debateSection><an:heading>議題</an:heading><an:speech by="#p2"><an:p>好</an:p></an:speech><an:scene><an:p>鼓掌</an:p>
      </an:scene><an:speech><an:from>張委員：</an:from><an:p>問</an:p></an:speech><an:speech by="#p9"><an:p>答<an:br/>續</an:p>
      </an:speech></an:debateSection></an:debateSection></an:debateBody></an:debate></an:akomaNtoso>
      """
    let transcript = try read(text, as: "a.xml")
    #expect(
      described(transcript).map { $0.dropFirst(4) } == [
        "|2023-01-02 會議", "王 委員|第一段，連結", "王 委員|第二段", "|（休息）", "|議題", "李|好", "|鼓掌", "張委員|問", "p9|答",
        "p9|續",
      ])
    #expect(transcript?.metadata.title == "會議")
    #expect(transcript?.metadata.date == "2024-11-30")
  }

  /// All text of the real documents' bodies is read, by the person who says it: a plain scan finds the same.
  @Test(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
  func realDebatesAreReadWhole() throws {
    let folder = TestData.evaluation! + "/akoma-ntoso"
    var count = 0
    for path in TestData.files(below: folder) where path.hasSuffix(".xml") {
      let name = String(path.dropFirst(folder.count + 1))
      let text = String(decoding: try TestData.bytes(path), as: UTF8.self)
      let transcript = try #require(try read(text, as: name))
      let found = transcript.cues.map { cue in
        "\(cue.speaker.map { transcript.speakers[$0] } ?? "")|\(transcript.string(of: cue).filter { !$0.isWhitespace })"
      }
      #expect(found == Self.plainScan(text))
      #expect(transcript.warnings == [])
      #expect(
        name.replacing("-", with: "").contains(transcript.metadata.title.filter { $0 != " " }))
      #expect(name.hasPrefix(transcript.metadata.date) && !transcript.metadata.date.isEmpty)
      count += transcript.cues.count
    }
    #expect(count == 2_882)
  }

  /// The paragraphs and headings of a document, found without a parser of XML.
  private static func plainScan(_ text: String) -> [String] {
    var (speaker, cues): (String, [String]) = ("", [])
    for tag in text.split(separator: "<").dropFirst() {
      guard let close = tag.firstIndex(of: ">") else { continue }
      let name = tag[..<close]
      if name.hasPrefix("speech by=\"#") { speaker = String(name.dropFirst(12).dropLast()) }
      if name == "/speech" { speaker = "" }
      if name == "p" || name == "heading" { cues.append("\(speaker)|") }
      if name == "/debateBody" { break }
      if !cues.isEmpty {
        cues[cues.count - 1] += tag[tag.index(after: close)...].filter { !$0.isWhitespace }
      }
    }
    let entities = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
    ]
    return cues.map { cue in entities.reduce(cue) { $0.replacing($1.0, with: $1.1) } }
  }
}
