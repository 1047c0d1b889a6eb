import TestSupport
import Testing
import WordSegmentation

@Suite struct UserDictionaryTests {
  private typealias Entry = UserDictionary.Entry

  private func parse(
    _ text: String, file: String = "words.txt"
  ) throws(UserDictionaryError) -> UserDictionary {
    try UserDictionary.parse(Array(text.utf8), file: file)
  }

  /// `action term weight tag` of each entry; a term alone where there is no more.
  private func lines(_ entries: [Entry]) -> [String] {
    entries.map { entry in
      let weight = entry.weight.map { "\($0)" } ?? ""
      return ["\(entry.action)", entry.term, weight, entry.tag].joined(separator: "|")
    }
  }

  private func lines(_ text: String) throws -> [String] { try lines(parse(text).entries) }

  @Test func readsColumns() throws {
    #expect(
      try lines("软件\t5\tn\n云计算\t2.5\niPhone 15\t\t\n GPT \t 1e3 \t a b \n") == [
        "add|软件|5.0|n", "add|云计算|2.5|", "add|iPhone 15||", "add|GPT|1000.0|a b",
      ])
  }

  @Test func readsLinesOfJieba() throws {
    #expect(
      try lines("云计算 5\n李小福 2 nr\nA股 03 \n") == [
        "add|云计算|5.0|", "add|李小福|2.0|nr", "add|A股|3.0|",
      ])
  }

  @Test(arguments: [
    "Elon Musk", "云计算 5 N", "云计算 5 n n", "云计算  5", "云计算 5.0", "云计算 n", "iPhone 15 Pro",
    "云 计算 5", "云\u{3000}计算 5", "云计算 ５", "5", "云\u{A0}5 5", "a＃ b",
  ])
  func takesAnyOtherLineAsTheTerm(line: String) throws {
    #expect(try lines(line) == ["add|\(line)||"])
  }

  @Test func readsMarks() throws {
    #expect(
      try lines("-的话\n!C++\n- 的话 \n! GPT-4o\t7\n!AI 3 n\n") == [
        "remove|的话||", "force|C++||", "remove|的话||", "force|GPT-4o|7.0|", "force|AI|3.0|n",
      ])
    #expect(
      try lines("--x\n-!x\n!-x\n!!\n-#\n-\\-x") == [
        "remove|-x||", "remove|!x||", "force|-x||", "force|!||", "remove|#||", "remove|\\-x||",
      ])
  }

  @Test func readsBackslashes() throws {
    #expect(
      try lines("\\-x\n\\!x 5\n\\# x\n\\#\n\\x\n\\\n\\\\-x\n\\ -x") == [
        "add|-x||", "add|!x|5.0|", "add|# x||", "add|#||", "add|\\x||", "add|\\||",
        "add|\\\\-x||", "add|\\ -x||",
      ])
  }

  @Test func skipsCommentsAndBlankLines() throws {
    #expect(
      try lines("# a\tb\tc\td\n#\n  # b\n\n \u{3000}\n\t\t\n#tag\n##\n#\t5\n") == [
        "add|#tag||", "add|##||", "add|#|5.0|",
      ])
    #expect(try lines("") == [])
  }

  @Test func takesNoTextFromLineEndsAndByteOrderMarks() throws {
    #expect(
      try lines("\u{FEFF}-云计算\r\n\u{FEFF}# a\r\n软件 5 n\r\nGPT\t5\r\nAI\r") == [
        "remove|云计算||", "add|软件|5.0|n", "add|GPT|5.0|", "add|AI||",
      ])
  }

  @Test func countsLinesAndNamesFiles() throws {
    var dictionary = try parse("\n# a\n云\n", file: "a.txt")
    dictionary.append(try parse("计算", file: "b.txt"))
    #expect(dictionary.entries.map(\.file) == ["a.txt", "b.txt"])
    #expect(dictionary.entries.map(\.line) == [3, 1])
  }

  @Test func keysAreSearchForms() throws {
    let terms = "軟件\nＧＰＴ－4o\niPhone \u{3000} 15\u{A0}Pro\n\u{200B} Musk\nStraße\n"
    let keys = try parse(terms).entries.map { String(decoding: $0.key, as: UTF8.self) }
    #expect(keys == ["软件", "gpt-4o", "iphone 15 pro", "musk", "strasse"])
  }

  @Test func longestTermIsCountedInSearchForm() throws {
    let longest = String(repeating: "軟", count: UserDictionary.longestTerm)
    #expect(try parse(longest + "\u{FE0F}").entries.count == 1)
    #expect(throws: UserDictionaryError.self) { try parse(longest + "件") }
    // One ligature is two letters in search form.
    #expect(throws: UserDictionaryError.self) { try parse(String(longest.dropLast()) + "ﬁ") }
  }

  // MARK: Errors

  @Test(
    arguments: [
      ("a\tb\tc\td", .columns(limit: 3)),
      ("\t5", .emptyTerm),
      ("-", .emptyTerm),
      ("! \t5", .emptyTerm),
      ("\u{200B}\u{FE0F}", .emptyTerm),
      ("\u{200B} \u{200B}", .emptyTerm),
      (String(repeating: "a", count: 65), .longTerm(limit: 64)),
      ("a\rb", .control("\r")),
      ("a\0", .control("\0")),
      ("a\u{1F}b\t5", .control("\u{1F}")),
      ("a\u{85}b", .control("\u{85}")),
      ("a\u{2028}b", .control("\u{2028}")),
      ("a\t5\tn\u{2029}n", .control("\u{2029}")),
      ("-a\t5", .weightOfRemoval), ("-a 5", .weightOfRemoval),
    ] as [(String, UserDictionaryError.Code)])
  func namesWhatIsWrong(line: String, code: UserDictionaryError.Code) {
    let error = #expect(throws: UserDictionaryError.self) { try parse("云\n#\n\(line)\n计算\t-\n") }
    #expect(error == UserDictionaryError(code, file: "words.txt", line: 3))
  }

  @Test(arguments: [
    "0", "-1", "nan", "inf", "0x10", "1e999", "1e-999", "abc", "1 000", "1,5", "５", "e", ".",
  ])
  func refusesWeights(weight: String) {
    let error = #expect(throws: UserDictionaryError.self) { try parse("云\t\(weight)") }
    #expect(error?.code == .badWeight)
  }

  @Test func refusesTheWeightZeroOfJieba() {
    #expect(throws: UserDictionaryError.self) { try parse("云 0 n") }
  }

  @Test(arguments: [[0x61, 0xFF], [0x23, 0x20, 0xE4, 0xBA], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func refusesBrokenUTF8(line: [UInt8]) {
    let error = #expect(throws: UserDictionaryError.self) {
      try UserDictionary.parse(Array("云\r\n".utf8) + line + [0x0A, 0x61], file: "a/b.txt")
    }
    #expect(error == UserDictionaryError(.brokenUTF8, file: "a/b.txt", line: 2))
  }

  // MARK: Resolving

  @Test func theLastLineOfAKeyDecides() throws {
    var dictionary = try parse("軟件 5\n!软件\n软件\t7\tn\n云\n-云\n-计算\n计算\n!ai")
    #expect(
      lines(dictionary.resolved()) == ["force|ai||", "remove|云||", "add|计算||", "add|软件|7.0|n"])
    dictionary.append(try parse("-AI"))
    #expect(lines(dictionary.resolved()).first == "remove|AI||")
    #expect(dictionary.entries.count == 9)
  }

  @Test func fingerprintsAreOfWhatCuts() throws {
    #expect(UserDictionary().fingerprint == "cbf29ce484222325")
    let print = try parse("云\t5\tn\n-计算\n").fingerprint
    #expect(print.count == 16)
    #expect(try parse("# a\n-计算\n雲 5 v\n", file: "b").fingerprint == print)
    for other in ["云\t6\n-计算", "云\n-计算", "!云\t5\n-计算", "云\t5\n计算", "云\t5", "云\t5\n-计"] {
      #expect(try parse(other).fingerprint != print, "\(other)")
    }
  }

  @Test func fingerprintsStay() throws {
    #expect(try parse("云\t5\tn\n!计算\n-AI").fingerprint == "6428800ebd7abf3f")
  }

  // MARK: Writing

  @Test func writesTabsAndBackslashes() throws {
    let text = "\\-x 5\n\\# x\n#tag\n!-x y\n-的话\n云 3 n\niPhone 15\t\n\\x\t1e300\n"
    let written = try parse(text).serialized
    #expect(
      String(decoding: written, as: UTF8.self).split(separator: "\n") == [
        "\\# x\t", "\\#tag\t", "\\-x\t5", "!-x y\t", "\\x\t1e+300", "iPhone 15\t", "云\t3\tn",
        "-的话\t",
      ])
  }
}
