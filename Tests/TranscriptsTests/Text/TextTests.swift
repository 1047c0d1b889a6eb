import TestSupport
import Testing
import Transcripts

@Suite struct TextTests {
  @Test func brokenUTF8IsAWarningAtItsByte() throws {
    var bytes = Array("第一行\n第二行 鯨".utf8)
    let offset = bytes.count
    bytes += [0xE9] + Array("OOO\n第三行\n".utf8)
    let transcript = try #require(try read(bytes, as: "a.txt"))
    #expect(
      transcript.warnings == [TranscriptWarning(.brokenUTF8([0xE9]), byteOffset: offset, line: 2)])
    #expect(described(transcript) == ["?-? |第一行", "?-? |第二行 鯨\u{FFFD}OOO", "?-? |第三行"])
    #expect(transcript.encoding == "UTF-8")
  }

  private func utf16(_ text: String) -> [UInt16] { Array(text.utf16) }

  @Test func oneBrokenByteIsNoOtherCharset() throws {
    let bytes = Array("Hello english line 数据\nAnother caf".utf8) + [0xE9] + Array(" line\n".utf8)
    let transcript = try read(bytes, as: "a.txt")
    #expect(transcript?.encoding == "UTF-8")
    #expect(transcript?.warnings.map(\.byteOffset) == [37])
  }

  @Test func bytesThatAreNoTextAreNotClaimed() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<20 {
      let bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(try read(bytes, as: "a.txt") == nil)
    }
  }

  /// Damage after repaired bytes is placed in the file, not in the repaired text.
  @Test func offsetsCountTheFilesOwnBytes() throws {
    let head = Array("from,to,text\n0,1,我们讨论数据\n2,3,我们讨论模型".utf8)
    let bytes = head + [0xE9, 0x61, 0xFF] + Array("\n4,5\n".utf8)
    let transcript = try read(bytes, as: "a.csv")
    #expect(
      transcript?.warnings.map(\.byteOffset) == [head.count, head.count + 2, head.count + 4])
  }

  @Test func utf16IsReadWithAMark() throws {
    let little = utf16("\u{FEFF}你好\nAI").flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(described(try read(little, as: "a.txt")) == ["?-? |你好", "?-? |AI"])
    let big = utf16("\u{FEFF}你好").flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(described(try read(big, as: "a.txt")) == ["?-? |你好"])
  }

  /// 我们今天讨论数据 in GB18030 and 我們今天討論數據 in Big5, many times.
  @Test func oldCharsetsAreGuessedAndSaid() throws {
    let gb: [UInt8] = [
      0xCE, 0xD2, 0xC3, 0xC7, 0xBD, 0xF1, 0xCC, 0xEC, 0xCC, 0xD6, 0xC2, 0xDB, 0xCA, 0xFD, 0xBE,
      0xDD,
      0x0A,
    ]
    let transcript = try #require(
      try read(Array([[UInt8]](repeating: gb, count: 30).joined()), as: "a.txt"))
    #expect(described(transcript).first == "?-? |我们今天讨论数据")
    #expect(transcript.encoding == "GB18030")
    #expect(transcript.warnings == [TranscriptWarning(.guessedCharset("GB18030"))])
    let big5: [UInt8] = [0xA7, 0xDA, 0xAD, 0xCC]
    let forced = try read(big5, as: "a.txt", encoding: "Big5")
    #expect(described(forced) == ["?-? |我們"])
    #expect(throws: TranscriptError(.unknownCharset("klingon"))) {
      try read(big5, as: "a.txt", encoding: "klingon")
    }
  }

  @Test func speakersComeFromPrefixes() throws {
    let text = "主席：大家好\n请坐\n委員甲： 謝謝主席\nA: 好\nB: 行\nC: 是\nD: 对\nE: 嗯\nF: 哦\nG: 啊\nH: 呀\n"
    let transcript = try read(text, as: "a.txt")
    #expect(
      described(transcript).prefix(3) == [
        "?-? 主席|大家好", "?-? 主席|请坐", "?-? 委員甲|謝謝主席",
      ])
    let labels = try read("[SPEAKER_00]: 你好\n[SPEAKER_01]: 你好\n", as: "a.txt")
    #expect(labels?.speakers == ["SPEAKER_00", "SPEAKER_01"])
  }

  @Test func fewPrefixesAreText() throws {
    let transcript = try read("例如：数据\n第二行\n第三行\n", as: "a.txt")
    #expect(transcript?.speakers.isEmpty == true)
    #expect(described(transcript).first == "?-? |例如：数据")
    let links = try read("http://example.org\nhttps://example.org\n", as: "a.txt")
    #expect(links?.speakers.isEmpty == true)
    let long = String(repeating: "很", count: 21) + "：话\n"
    #expect(try read(long, as: "a.txt")?.speakers.isEmpty == true)
  }

  @Test(arguments: [
    ("[音乐]大家好", ["[音乐]"]), ("谢谢(笑)再见", ["(笑)"]),
    ("(applause) ok [ music ]", ["(applause)", "[ music ]"]),
    ("(柯文哲)参选", []), ("(笑容)很好", []), ("[音乐渐弱]好", ["[音乐渐弱]"]), ("(音乐会)在周末", []),
    ("(笑", []), ("♪音乐♪你好", ["♪音乐♪"]), ("", []),
  ])
  func soundMarksAreFound(form: String, marks: [String]) {
    let bytes = Array(form.utf8)
    let found = SoundMarks.ranges(in: bytes[...]).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(found == marks)
  }
}
