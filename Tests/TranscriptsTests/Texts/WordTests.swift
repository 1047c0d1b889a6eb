import TestSupport
import Testing

@testable import Transcripts

/// Documents of word processors.
@Suite struct WordTests {
  private func docx(_ body: String, core: String = "", name: String = "word/document.xml")
    -> [UInt8]
  {
    let main =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>\(body)</w:body></w:document>"
    return StoredZip.archive([
      ("[Content_Types].xml", "<Types/>"), (name, main), ("docProps/core.xml", core),
    ])
  }

  private func paragraphs(_ lines: String...) -> String {
    lines.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
  }

  @Test func paragraphsAreLines() throws {
    let body =
      paragraphs("第一行", "A &amp; B")
      + "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>数</w:t></w:r><w:r><w:t xml:space=\"preserve\">据 </w:t><w:br/><w:t>中心</w:t><w:tab/><w:t>x</w:t></w:r></w:p>"
      + "<w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins><w:r><w:t>加上</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
      + "<w:p/><w:tbl><w:tr><w:tc>\(paragraphs("格一"))</w:tc><w:tc>\(paragraphs("格二"))</w:tc></w:tr></w:tbl>"
      + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>框</w:t></mc:Choice><mc:Fallback><w:t>框</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    let core =
      "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>例会</dc:title><dcterms:created xmlns:dcterms=\"t\">2024-11-30T07:00:00Z</dcterms:created></cp:coreProperties>"
    let transcript = try read(docx(body, core: core), as: "a.docx")
    #expect(
      described(transcript) == [
        "?-? |第一行", "?-? |A & B", "?-? |数据  中心 x", "?-? |加上", "?-? |格一", "?-? |格二", "?-? |框",
      ])
    #expect(transcript?.format.name == "docx")
    #expect(transcript?.metadata.title == "例会")
    #expect(transcript?.metadata.date == "2024-11-30")
    #expect(described(try read(docx(body, name: "word/document2.xml"), as: "a")).count == 7)
  }

  @Test func meetingsAndSpeakersAreFound() throws {
    let meeting =
      paragraphs("例会", "2024年11月30日 下午 3:00|12分钟")
      + "<w:p><w:r><w:t>张三   0:01</w:t><w:br/><w:t>你好</w:t><w:br/><w:t>数据</w:t></w:r></w:p>"
      + "<w:p><w:r><w:t>李四   0:07</w:t><w:br/><w:t>再见</w:t></w:r></w:p>"
    let core = "<c><title/><created>2025-01-02T00:00:00Z</created></c>"
    let transcript = try read(docx(meeting, core: core), as: "a.docx")
    #expect(described(transcript) == ["1000-7000 张三|你好 数据", "7000-? 李四|再见"])
    #expect(transcript?.metadata.title == "例会")
    #expect(transcript?.metadata.date == "2024-11-30")
    #expect(
      described(try read(docx(paragraphs("主席：你好", "委員：再见")), as: "a.docx")) == [
        "?-? 主席|你好", "?-? 委員|再见",
      ])
    let arrows = paragraphs("0:0:5.100 --&gt; 0:0:8.250", "你好", "0:0:9.0 --&gt; 0:0:10.0", "再见")
    #expect(described(try read(docx(arrows), as: "a.docx")) == ["5100-8250 |你好", "9000-10000 |再见"])
  }

  /// Teams wrote a paragraph of three lines a turn until 2022.
  @Test func timesOfTeamsStandAboveTheNames() throws {
    let body = ["0:0:1.0 --> 0:0:3.660|张三|你好", "0:0:4.0 --> 0:0:5.10|李四|再见"].map { lines in
      let runs = lines.split(separator: "|").map { "<w:t>\($0)</w:t>" }.joined(separator: "<w:br/>")
      return "<w:p><w:r>\(runs)</w:r></w:p>"
    }
    let transcript = try read(docx(body.joined()), as: "a.docx")
    #expect(described(transcript) == ["1000-3660 张三|你好", "4000-5100 李四|再见"])
  }

  @Test func tablesOfCuesAreRead() throws {
    let row = { (cells: [String]) in
      "<w:tr>" + cells.map { "<w:tc>\(self.paragraphs($0))</w:tc>" }.joined() + "</w:tr>"
    }
    let rows = [
      ["00:00:01", "甲", "\"你好\" 数据"], ["00:00:04", "乙", "再见，各位"], ["00:00:09", "甲", "好的"],
    ]
    let cues = ["1000-4000 甲|\"你好\" 数据", "4000-9000 乙|再见，各位", "9000-? 甲|好的"]
    let plain = "<w:tbl>" + rows.map(row).joined() + "</w:tbl>"
    #expect(described(try read(docx(plain), as: "a.docx")) == cues)
    let named = "<w:tbl>" + ([["时间", "发言人", "内容"]] + rows).map(row).joined() + "</w:tbl>"
    #expect(described(try read(docx(paragraphs("记录") + named), as: "a.docx")) == cues)
  }

  @Test func openDocumentsAreRead() throws {
    let content = """
      <office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>
      <text:tracked-changes><text:p>删</text:p></text:tracked-changes>
      <text:h>标题</text:h><text:p>数<text:span>据</text:span><text:s text:c="2"/>中心<text:note><text:p>注</text:p></text:note><text:line-break/>x</text:p>
      </office:text></office:body></office:document-content>
      """
    let meta =
      "<office:document-meta xmlns:office=\"o\" xmlns:meta=\"m\" xmlns:dc=\"d\"><dc:title>题</dc:title><meta:creation-date>2024-05-06T10:00:00</meta:creation-date></office:document-meta>"
    let bytes = StoredZip.archive([
      ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content),
      ("meta.xml", meta),
    ])
    let transcript = try read(bytes, as: "a.odt")
    #expect(described(transcript) == ["?-? |标题", "?-? |数据 中心 x"])
    #expect(transcript?.format.name == "odt")
    #expect(transcript?.metadata.title == "题")
    #expect(transcript?.metadata.date == "2024-05-06")
    let sheet = StoredZip.archive([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
    ])
    #expect(try read(sheet, as: "a.ods") == nil)
  }

  @Test func otherArchivesAreNoDocuments() throws {
    let zip = StoredZip.archive([("a.srt", "1\n00:00:01,000 --> 00:00:02,000\na\n")])
    #expect(try read(zip, as: "a.docx") == nil)
    #expect(try read(zip, as: "a.txt") == nil)
  }

  @Test func damagedDocumentsAreRefusedWithAReason() throws {
    let whole = docx(paragraphs("第一行", "第二行"))
    let place = try #require(whole.firstRange(of: Array("第二行".utf8))?.lowerBound)
    var broken = whole
    broken[place] ^= 1
    #expect {
      try read(broken, as: "a.docx")
    } throws: { error in
      guard case .archive(.damaged)? = (error as? TranscriptError)?.code else { return false }
      return true
    }
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      _ = try? Transcript.read(bytes, fileName: "a.docx")
    }
  }
}
