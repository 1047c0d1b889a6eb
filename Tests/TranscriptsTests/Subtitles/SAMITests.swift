import Testing
import Transcripts

@Suite struct SAMITests {
  private func cues(_ body: String) throws -> [String] {
    let transcript = try read("<SAMI><HEAD><TITLE>x</TITLE></HEAD><BODY>\(body)", as: "a.smi")
    #expect(transcript?.format.name == "sami")
    return described(transcript)
  }

  @Test func paragraphsEndWhereTheNextOfTheirClassBegins() throws {
    let body = """
      <SYNC Start=1000><P Class=ZHCC>一<P Class=ENCC>one
      <sync start="2000"><p class='ENCC'>two
      <SYNC Start=3000 ><P Class=zhcc>&nbsp;
      <Sync Start = 4000><P Class=ZHCC>二</P></SYNC><SYNC Start=5000>
      </BODY></SAMI>
      """
    #expect(
      try cues(body) == ["1000-3000 |一", "1000-2000 |one", "2000-5000 |two", "4000-5000 |二"])
  }

  @Test(arguments: [
    ("一<br>二<BR/>三", "一 二 三"), ("\n  一 \t二\n<br/>\n 三 ", "一 二 三"),
    ("1 < 2 & 3 &lt;b&gt;", "1 < 2 & 3 <b>"),
    ("<font color=\"red\">红</font><i>斜", "红斜"), ("<!-- 注释 -->文", "文"), ("<!-- 文", "<!-- 文"),
    ("&nbsp文&copy", "文©"), ("<ruby>漢<rt>かん</rt></ruby>字", "漢字"), ("文<3", "文<3"), ("a<b", "a<b"),
  ])
  func textIsReadAsInHTML(source: String, text: String) throws {
    #expect(try cues("<SYNC Start=1000><P Class=ZHCC>\(source)").first == "1000-? |\(text)")
  }

  @Test func speakersAreSources() throws {
    let body = """
      <SYNC Start=0><P Class=ZH ID=Source>主持人<P Class=ZH>一
      <SYNC Start=1000><P Class=ZH>二<SYNC Start=2000><P Class=ZH ID=Source>嘉宾<P Class=ZH>三
      <SYNC Start=3000><P ID=Source Class=ZH>&nbsp;<P Class=ZH>四
      """
    #expect(
      try cues(body) == [
        "0-1000 主持人|一", "1000-2000 主持人|二", "2000-3000 嘉宾|三", "3000-? |四",
      ])
  }

  @Test func damageCostsNoText() throws {
    #expect(
      try cues(
        "<SYNC Start=x><P Class=ZH>一<SYNC Start=-5 End=900>二<SYNC Start=1000><P>三<P>四<SYNC Start=2000>"
      ) == [
        "?-? |一", "0-900 |二", "1000-2000 |三", "1000-2000 |四",
      ])
  }
}
