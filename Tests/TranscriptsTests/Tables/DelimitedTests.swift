import TestSupport
import Testing

@testable import Transcripts

/// Tables as spreadsheets and programs write them.
@Suite struct DelimitedTests {
  @Test(arguments: [UInt8(ascii: ","), 0x09, UInt8(ascii: ";")])
  func fieldsAreThoseOfThePlainTwin(delimiter: UInt8) {
    var generator = SeededGenerator(seed: 41)
    let pieces: [[UInt8]] = [
      [delimiter], [0x22], [0x22], [0x22, 0x22], [0x0A], [0x0D, 0x0A], [0x0D], [0x61],
      Array("数".utf8),
      [delimiter, 0x22], [0x22, delimiter],
    ]
    for round in 0..<6_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &generator)).flatMap { _ in
        pieces.randomElement(using: &generator)!
      }
      let isQuoted = !round.isMultiple(of: 4)
      var plain = PlainDelimitedScanner(bytes, delimiter: delimiter, isQuoted: isQuoted)
      var fast = DelimitedScanner(bytes, delimiter: delimiter, isQuoted: isQuoted)
      while let fields = plain.next() {
        let isThere = fast.next()
        #expect(isThere)
        #expect(fast.fields.map { Array(fast.content($0)) } == fields, "\(bytes)")
      }
      let isMore = fast.next()
      #expect(!isMore)
      #expect(fast.strayQuotes.map(\.position) == plain.strays)
    }
  }

  @Test func clocksWithoutAllocationsAreThoseOfTheOthers() {
    var generator = SeededGenerator(seed: 42)
    let pieces = ["0", "1", "59", "123", ":", ":", ".", ",", "-", " ", "00:00:01", "9999999999"]
    var found = 0
    for _ in 0..<40_000 {
      let text = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }.joined()
      let bytes = Array(text.utf8)[...]
      guard let time = TimeValue.plainClock(bytes) else { continue }
      found += 1
      #expect(TimeCode.clock(bytes) == time, "\(text)")
    }
    #expect(found > 1_000)
  }

  @Test func numbersWithoutStringsAreThoseOfStrings() {
    var generator = SeededGenerator(seed: 43)
    let pieces = Array("0123456789.".utf8)
    var plain = 0
    for _ in 0..<40_000 {
      var bytes = (0..<Int.random(in: 0...18, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }
      if Int.random(in: 0..<20, using: &generator) == 0 { bytes += Array("e-3".utf8) }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(bytes.withUnsafeBufferPointer(TimeCode.number) == Double(text), "\(text)")
      if bytes.withUnsafeBufferPointer(TimeCode.plainNumber) != nil { plain += 1 }
    }
    #expect(plain > 10_000)
  }

  @Test(arguments: [
    "开始时间;结束时间;说话人;内容\n0:01;0:02;甲;你好，世界\n", "Start|End|Speaker|Text\n0:01|0:02|甲|你好，世界\n",
    "Start Time\tEnd Time\tSpeaker\tTranscript\n00:00:01\t00:00:02\t甲\t你好，世界\n",
    "sep=;\r\nstart;end;speaker;text\r\n1000;2000;甲;\"你好，世界\"\r\n",
    "\"sep=|\"\nstart|end|speaker|text\n1000|2000|甲|你好，世界\n",
    "speaker,start_ms,duration_ms,content\n甲,1000,1000,你好，世界\n",
    "开始时间,时长,发言人,文本\n1.0,1.0,甲,你好，世界\n",
    "start_sec,end_sec,speaker,text\n1,2,甲,你好，世界\n",
    "In,Out,Speaker,Text\n00:00:01:00,00:00:02:00,甲,你好，世界\n",
    "时间段,说话人,内容\n00:00:01 - 00:00:02,甲,你好，世界\n", "Text,Start,End,Speaker\n\"你好，世界\",1s,2000ms,甲\n",
    "\n\nStart,End,Speaker,Text\n0:01,0:02,甲,你好，世界\n",
    "00:00:01,00:00:02,甲,你好，世界\n00:00:01,00:00:02,甲,你好，世界\n",
    "Number,Speaker,Start time in milliseconds,End time in milliseconds,Text\r\n1,甲,1000,2000,\"你好，世界\"\r\n",
    "起始时间(秒),终止时间（秒）,说话者,识别文本\n1,2,甲,你好，世界\n",
    "开始时间（毫秒）,结束时间（毫秒）,说话人,识别内容\n1000,2000,甲,你好，世界\n",
    "start;end;speaker;text\n1,0;2,0;甲;你好，世界\n2,5;3;乙;再见\n",
    "start,end,speaker,text\n1,2,甲,你好，世界\n3,9,乙,再见\n",
    "1,00:00:01,00:00:02,甲,你好，世界\n2,00:00:01,00:00:02,甲,你好，世界\n", "1000\t2000\t甲\t你好，世界\n",
  ])
  func tablesOfManyPrograms(text: String) throws {
    for name in ["a.csv", "a.tsv"] {
      #expect(described(try read(text, as: name)).first == "1000-2000 甲|你好，世界", "\(name)")
    }
  }

  @Test func contentTellsTablesWhateverTheirNames() throws {
    let tabs = "start\tend\ttext\n0\t2000\t你好\n"
    #expect(try read(tabs, as: "a.txt")?.format.name == "tsv")
    #expect(try read(tabs, as: "a.csv")?.format.name == "tsv")
    let commas = "start,end,text\n0,2000,你好\n"
    #expect(try read(commas, as: "a.txt")?.format.name == "csv")
    #expect(try read("Text, time, and place\nwere all lost\n", as: "a.txt")?.format.name == "text")
    #expect(try read("speaker,text\n甲,你好\n", as: "a.txt")?.format.name == "text")
    #expect(try read("一,二,三\n1,2,3\n", as: "a.csv") == nil)
    #expect(try read("你好，世界\n再见\n", as: "a.csv") == nil)
  }

  /// What Audacity exports has the name of a text.
  @Test func labelsOfAudacity() throws {
    let text = "1.000000\t3.500000\t你好\n4.000000\t5.000000\t再见\n"
    let transcript = try read(text, as: "a.txt")
    #expect(described(transcript) == ["1000-3500 |你好", "4000-5000 |再见"])
    #expect(try read("1.5\t价格\n2.5\t数量\n", as: "a.txt")?.format.name == "text")
  }

  @Test func timesThatCannotBeReadAreSaid() throws {
    let transcript = try read("time,text\n0:01,你好\n1分2秒,再见\n,好\n", as: "a.csv")
    #expect(described(transcript) == ["1000-? |你好", "?-? |再见", "?-? |好"])
    #expect(transcript?.warnings.map(\.code) == [.unreadableTimes])
    #expect(transcript?.warnings.map(\.line) == [3])
  }

  @Test func excelQuotesInTablesWithTabs() throws {
    let excel = "开始\t内容\r\n1000\t\"他说\"\"你好\"\", 好\"\r\n2000\t\"两\n行\"\r\n3000\t普通\r\n"
    let cues = ["1000-2000 |他说\"你好\", 好", "2000-3000 |两 行", "3000-? |普通"]
    #expect(described(try read(excel, as: "a.tsv")) == cues)
    let utf16 = excel.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(described(try read([0xFF, 0xFE] + utf16, as: "a.txt")) == cues)
    let all = "\"start\"\t\"text\"\n\"1000\"\t\"你好\"\n"
    #expect(described(try read(all, as: "a.tsv")) == ["1000-? |你好"])
    // Whisper quotes nothing.
    let whisper = "start\tend\ttext\n0\t4000\t聊\n6000\t9500\t\"数据\"是他说的\n12000\t13000\t\"模型\"\n"
    #expect(
      described(try read(whisper, as: "a.tsv")) == [
        "0-4000 |聊", "6000-9500 |\"数据\"是他说的", "12000-13000 |\"模型\"",
      ])
  }

  @Test func framesAreRoundedHalfUp() throws {
    let text = "Speaker Name,Start Time,End Time,Text\n甲,00:00:01:12,00:00:02:24,你好\n"
    #expect(described(try read(text, as: "a.csv")) == ["1480-2960 甲|你好"])
    let thirty = "in,out,text\n00:00:01;15,00:00:02;29,你好\n"
    #expect(described(try read(thirty, as: "a.csv")) == ["1500-2967 |你好"])
  }

  @Test func episodesAndOtherColumnsHaveNames() throws {
    let columns = Columns(
      header: ["id", "Video ID", "start", "text", "lang"].map { Array($0.utf8)[...] })
    #expect(columns?.episode == 1)
    #expect(columns?.names == ["id", "Video ID", "start", "text", "lang"])
    #expect(Columns(header: ["节目", "内容"].map { Array($0.utf8)[...] })?.episode == 0)
    #expect(Columns(header: ["start", "text"].map { Array($0.utf8)[...] })?.episode == nil)
  }

  @Test func mutatedTablesNeverCrash() throws {
    let seeds = [
      "sep=;\nstart;end;text\n1;2;\"a\"\"b\"\n", "start\ttext\n1\t\"a\tb\"\n2\t\"\"\"\n",
      "0:01,甲,你好\n0:02,乙,再见\n", "in,out,text\n00:00:01:12,1e3,x\n",
    ]
    var generator = SeededGenerator(seed: 43)
    let marks = Array("\"\t\n\r,;|:.-9e".utf8)
    for round in 0..<6_000 {
      var bytes = Array(seeds[round % seeds.count].utf8)
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          marks.randomElement(using: &generator)!
      }
      for name in ["a.csv", "a.tsv"] {
        let transcript = try? Transcript.read(bytes, fileName: name)
        for cue in transcript?.cues ?? [] {
          #expect(!cue.text.isEmpty && cue.text.upperBound <= transcript!.text.count)
          #expect(cue.end ?? .max >= cue.start ?? 0)
        }
      }
    }
  }

  @Test func hugeTablesTakeLinearTime() throws {
    let columns = (0..<200_000).map { "c\($0)" }.joined(separator: ",")
    let wide = "start,text,\(columns)\n1,a\(String(repeating: ",", count: 200_000))\n"
    #expect(try read(wide, as: "a.csv")?.cues.count == 1)
    let field = "start,text\n1,\"" + String(repeating: "数据\"\"\n,", count: 200_000) + "\"\n"
    #expect(try read(field, as: "a.csv")?.cues.count == 1)
    let tabs = "start\ttext\n1\t\"" + String(repeating: "数据\"\"\t", count: 100_000) + "\n"
    #expect(try read(tabs, as: "a.tsv")?.cues.count == 1)
  }
}
