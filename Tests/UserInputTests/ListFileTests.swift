import Testing
import UserInput
import Zimu

@Suite struct ListFileTests {
  private static let gbk: [UInt8] = [0xCA, 0xFD, 0xBE, 0xDD]
  private static let big5: [UInt8] = [0xBC, 0xC6, 0xBE, 0xDA]

  private func text(_ file: [UInt8]) throws -> String {
    String(decoding: try ListFile.utf8(file, name: "list.txt"), as: UTF8.self)
  }

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
  }

  @Test func unicodeIsRead() throws {
    #expect(try text(Array("数据\n𠮷 AI".utf8)) == "数据\n𠮷 AI")
    #expect(try text(Array("\u{FEFF}数据".utf8)) == "数据")
    #expect(try text(utf16("数据\r\n𠮷", isBigEndian: false)) == "数据\r\n𠮷")
    #expect(try text(utf16("数据\r\n𠮷", isBigEndian: true)) == "数据\r\n𠮷")
    #expect(try text([]) == "" && text([0xFF, 0xFE]) == "")
  }

  private func error(_ file: [UInt8]) -> InputError? {
    #expect(throws: InputError.self) { try text(file) }
  }

  /// The line, and how the encodings of Chinese read it, so that a reader sees which one it is.
  @Test func otherEncodingsAreNamed() {
    let line = Array("AI\n".utf8)
    let gbk = error(line + Self.gbk)
    #expect(gbk?.file == "list.txt" && gbk?.line == 2)
    #expect(readings(gbk) == ["GB18030 数据", "Big5 杅擂"])
    #expect(error(line + line + Self.big5)?.line == 3)
    #expect(readings(error(Self.big5))?.contains("Big5 數據") == true)
    #expect(error([0x41, 0xFF]) == InputError(.notUTF8([]), file: "list.txt", line: 1))
    let unmarked = utf16("AI", isBigEndian: false).suffix(4).map(\.self)
    #expect(error(unmarked) == InputError(.binaryLine, file: "list.txt", line: 1))
    #expect(
      error([0xFF, 0xFE, 0x41, 0x00, 0x0A, 0x00, 0x00, 0xD8])
        == InputError(.broken(encoding: "UTF-16LE"), file: "list.txt", line: 2))
  }

  private func readings(_ error: InputError?) -> [String]? {
    guard case .notUTF8(let readings) = error?.code else { return nil }
    return readings.map { "\($0.encoding) \($0.text)" }
  }

  /// All readers of lists read them alike.
  @Test func listsAreReadInUnicode() throws {
    for isBigEndian in [false, true] {
      let file = utf16("数据|AI\n模型\n", isBigEndian: isBigEndian)
      #expect(
        try KeywordList(file: file, name: "t").keywords.map(\.spellings) == [["数据", "AI"], ["模型"]])
      let counts = utf16("數據,3\nAI,2\n", isBigEndian: isBigEndian)
      #expect(try WordCounts.counts(file: counts, name: "t") == ["数据": 3, "ai": 2])
      let stopList = try UserStopList(file: utf16("\n軟體\n", isBigEndian: isBigEndian), name: "t")
      #expect(stopList.entries.map(\.key) == ["软体"] && stopList.entries.map(\.line) == [2])
    }
    #expect(throws: ZimuError.self) { try KeywordList(file: Self.gbk, name: "t") }
    #expect(throws: ZimuError.self) { try UserStopList(file: Self.gbk, name: "t") }
    #expect(throws: ZimuError.self) {
      try WordCounts.counts(file: Self.gbk + [0x2C, 0x35], name: "t")
    }
  }

  @Test func termsHaveLabelsOrAreTheirs() throws {
    let file = "智能：人工智能 | AI\n科技:  电脑｜計算機\n川普 | 特朗普\n10:30\nC: drive\n：x\n"
    let list = try KeywordList(file: Array(file.utf8), name: "t")
    #expect(list.keywords.map(\.label) == ["智能", "科技", "川普", "10:30", "C", "：x"])
    #expect(
      list.keywords.map(\.spellings) == [
        ["人工智能", "AI"], ["电脑", "計算機"], ["川普", "特朗普"], ["10:30"], ["drive"], ["：x"],
      ])
    for (line, fault) in [
      ("a：", .noSpelling), ("|", .noSpelling), ("AI:人工智能 | AI", .noSpace),
    ] as [(String, InputError.KeywordFault)] {
      let error = #expect(throws: ZimuError.self) {
        try KeywordList(file: Array(("好\n" + line).utf8), name: "t")
      }
      #expect(error?.code == .invalidFile && error?.file == "t" && error?.line == 2)
      #expect(
        error?.cause as? InputError == InputError(.keyword(fault), file: "t", line: 2))
    }
  }

  @Test func entriesOfStopListsAreKeys() throws {
    let list = try UserStopList(
      file: Array("# 注释\nElon  Musk\n人工 智慧\n\nＷｉ-Fi\n".utf8), name: "t")
    #expect(list.entries.map(\.key) == ["elon musk", "人工智慧", "wi-fi"])
    #expect(list.entries.map(\.line) == [2, 3, 5])
    #expect(list.entries.map(\.text) == ["Elon  Musk", "人工 智慧", "Ｗｉ-Fi"])
  }
}
