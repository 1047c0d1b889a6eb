import FilePaths
import Testing

@testable import Transcripts

/// Tables and feeds that tell of episodes.
@Suite struct MetadataTests {
  private func table(_ text: String) throws -> MetadataTable {
    try MetadataTable(Array(text.utf8), fileName: "metadata.csv")
  }

  @Test func rowsTellOfFiles() throws {
    let table = try table(
      """
      Path,Title,show,date,Number,URL,speaker,Party,党 籍
      a.srt,"甲, 一",夜航,2024/3/5,EP12,https://e.org/1,主席,DPP,绿
      b\\c.srt,,,20241130,,,,,
      """)
    #expect(table.warnings.isEmpty)
    #expect(table.rows.map(\.path.description) == ["a.srt", "b/c.srt"])
    let first = table.rows[0].metadata
    #expect(first.title == "甲, 一" && first.show == "夜航" && first.date == "2024-03-05")
    #expect(first.number == 12 && first.url == "https://e.org/1" && first.speaker == "主席")
    #expect(first.tags.map(\.name) == ["party", "党_籍"] && first.tags.map(\.value) == ["DPP", "绿"])
    let second = table.rows[1].metadata
    #expect(second.date == "2024-11-30" && second.title.isEmpty && second.tags.isEmpty)
  }

  /// What is wrong is left out, the rest of its row is not.
  @Test func badRowsAreNamedByTheirLines() throws {
    let table = try table(
      "file;date;number\n\na.srt;gestern;12\nb.srt;2024-13;zwölf\n;2024-01;1\na.srt;;\nc.srt;2021;\nd.srt;2021年;\n"
    )
    #expect(
      table.warnings == [
        TranscriptWarning(.unreadableDate("gestern"), line: 3),
        TranscriptWarning(.unreadableDate("2024-13"), line: 4),
        TranscriptWarning(.unreadableNumber("zwölf"), line: 4),
        TranscriptWarning(.rowWithoutPath, line: 5),
        TranscriptWarning(.repeatedPath("a.srt"), line: 6),
      ])
    #expect(table.rows.map(\.line) == [3, 4, 7, 8] && table.rows[0].metadata.number == 12)
    #expect(table.rows.map(\.metadata.date) == ["", "", "2021", "2021"])
  }

  /// What is too long for a tag is said once a column.
  @Test func longValuesAreNoTags() throws {
    let long = String(repeating: "长", count: 200)
    let table = try table("path,party,notes\na.srt,DPP,\(long)\nb.srt,KMT,短\nc.srt,,\(long)\n")
    #expect(table.rows.map { $0.metadata.tags.map(\.value) } == [["DPP"], ["KMT", "短"], []])
    #expect(
      table.warnings == [
        TranscriptWarning(.longTags(column: "notes", count: 2, limit: 500), line: 2)
      ])
  }

  /// No option names the charset of a table.
  @Test func aGuessedCharsetIsSaid() throws {
    // 我们今天讨论数据
    let title: [UInt8] = [
      0xCE, 0xD2, 0xC3, 0xC7, 0xBD, 0xF1, 0xCC, 0xEC, 0xCC, 0xD6, 0xC2, 0xDB, 0xCA, 0xFD, 0xBE,
      0xDD,
    ]
    let table = try MetadataTable(Array("path,title\na.srt,".utf8) + title, fileName: "t.csv")
    #expect(table.rows[0].metadata.title == "我们今天讨论数据")
    #expect(table.warnings == [TranscriptWarning(.guessedMetadataCharset("GB18030"))])
  }

  @Test func aTableNeedsPaths() {
    #expect(throws: TranscriptError(.noPathColumn)) { try table("title,date\nx,2024\n") }
    #expect(throws: TranscriptError(.noPathColumn)) { try table("") }
  }

  @Test func feedsTellOfItems() throws {
    let feed = try Feed(
      Array(
        """
        <?xml version="1.0"?>
        <rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"
          xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
        <channel><image><title>图</title></image><title>夜航 &amp; 科技</title><link>https://e.org</link>
        <item><title>第一期</title><itunes:title>一</itunes:title><pubDate>Sat, 30 Nov 2024 08:00:00 +0800</pubDate>
          <link>https://e.org/1</link><guid>g-1</guid><itunes:episode>1</itunes:episode>
          <enclosure url="https://e.org/audio/ep%201.mp3?x=/2.mp3" type="audio/mpeg"/>
          <podcast:transcript url="https://e.org/t/1.html" type="text/html"/>
          <podcast:transcript url="https://e.org/t/1.srt" type="application/x-subrip"/>
          <podcast:person>甲</podcast:person><podcast:person role="Guest">乙</podcast:person>
          <podcast:person role="guest">丙</podcast:person></item>
        <item><title>二</title><pubDate>bald</pubDate></item>
        </channel></rss>
        """.utf8), fileName: "feed.xml")
    #expect(feed.items.count == 2)
    let item = feed.items[0]
    #expect(item.metadata.title == "第一期" && item.metadata.show == "夜航 & 科技")
    #expect(item.metadata.date == "2024-11-30" && item.metadata.number == 1)
    #expect(item.metadata.url == "https://e.org/1" && item.guid == "g-1" && item.line == 5)
    #expect(item.transcripts == ["https://e.org/t/1.html", "https://e.org/t/1.srt"])
    #expect(
      item.metadata.tags.map { "\($0.name)=\($0.value)" } == ["host=甲", "guest=乙", "guest=丙"])
    #expect(feed.warnings == [TranscriptWarning(.unreadableDate("bald"), line: 12)])
  }

  /// Persons of the channel are those of all items that name none.
  @Test func itemsReplaceThePersonsOfTheChannel() throws {
    let feed = try Feed(
      Array(
        """
        <rss><channel><title>夜航</title><podcast:person>甲</podcast:person>
        <item><title>一</title></item>
        <item><title>二</title><podcast:person role="guest">乙</podcast:person></item>
        <podcast:person role="editor">丙</podcast:person></channel></rss>
        """.utf8), fileName: "feed.xml")
    let tags = feed.items.map { $0.metadata.tags.map { "\($0.name)=\($0.value)" } }
    #expect(tags == [["host=甲", "editor=丙"], ["guest=乙"]])
  }

  @Test func valuesAreOnOneLine() throws {
    let table = try table("path,title,speaker\na.srt,\"题\n目\",\"李\r\n\t四\"\n")
    #expect(table.rows[0].metadata.title == "题 目" && table.rows[0].metadata.speaker == "李 四")
  }

  @Test func otherDocumentsAreNoFeeds() {
    for text in ["", "数据\n", "<html><body>x</body></html>"] {
      #expect(throws: (any Error).self) { try Feed(Array(text.utf8), fileName: "feed.xml") }
    }
  }

  @Test func infoFilesTellOfRecordings() throws {
    let metadata = try InfoFile.metadata(
      of: Array(
        #"{"title": "直播", "channel": "夜航", "uploader": "x", "upload_date": "20241130", "webpage_url": "https://e.org/w", "episode_number": 7}"#
          .utf8))
    #expect(metadata.title == "直播" && metadata.show == "夜航" && metadata.date == "2024-11-30")
    #expect(metadata.url == "https://e.org/w" && metadata.number == 7)
    #expect(InfoFile.name(for: "a.b [x].zh-Hans.vtt") == "a.b [x].info.json")
    #expect(throws: TranscriptError.self) { try InfoFile.metadata(of: Array("{".utf8)) }
    // What is wrong is found in the text, which need not be as long as the bytes.
    let damaged: [[UInt8]] = [
      Array("\"\u{1}<rss>".utf8) + [0xAA, 0xE7, 0xAF] + Array("ss".utf8) + [0, 0, 0],
      [0xEF, 0xBB, 0xBF] + Array("{\"a\": ".utf8), [0xEF, 0xBB, 0xBF, 0x7B, 0xFF, 0x00],
    ]
    for bytes in damaged {
      #expect(throws: TranscriptError.self) { try InfoFile.metadata(of: bytes) }
    }
  }
}
