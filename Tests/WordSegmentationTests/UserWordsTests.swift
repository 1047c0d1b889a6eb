import TestSupport
import Testing

@testable import WordSegmentation

@Suite struct UserWordsTests {
  private func segments(
    _ text: String, _ dictionary: String, _ form: Lexicon.Form = .original
  ) throws -> [String] {
    let user = try UserDictionary.parse(Array(dictionary.utf8), file: "words.txt")
    let segmenter = try WordSegmenter(UserWords(user, Lexicon.shared(form)))
    var tokens = TokenBuffer()
    let bytes = Array(text.utf8)
    try segmenter.segment(bytes.span, into: &tokens)
    #expect(
      tokens.tokens.first?.start ?? 0 == 0
        && tokens.tokens.dropLast().map(\.end) == tokens.tokens.dropFirst().map(\.start))
    return tokens.indices.map { index in
      let mark = tokens.kind(index) == .user ? "*" : ""
      return mark + String(decoding: bytes[tokens.range(index)], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("我们讨论人工智能", "人工智能", ["我们", "讨论", "*人工智能"]),
    ("人工智慧與人工智能", "人工智慧", ["*人工智慧", "與", "人工", "智能"]),
    // Any spelling with the same search form.
    ("這個軟件庫", "软件库", ["這個", "*軟件庫"]),
    ("用C++写GPT-4o", "C++\nGPT-4o", ["用", "*C++", "写", "*GPT-4o"]),
    ("ＧＰＴ－４ｏ", "GPT-4o", ["*ＧＰＴ－４ｏ"]),
    ("iPhone  15 Pro好", "iPhone 15 Pro", ["*iPhone  15 Pro", "好"]),
    ("OpenAI和AI", "AI", ["OpenAI", "和", "*AI"]),
    ("AIs AI2 AI", "AI", ["AIs", " ", "AI2", " ", "*AI"]),
    // Forced, then longest, then leftmost.
    ("ABC DEF GHI", "ABC DEF\nDEF GHI", ["*ABC DEF", " ", "GHI"]),
    ("ABC DEF GHI", "ABC DEF\n!DEF GHI", ["ABC", " ", "*DEF GHI"]),
    ("ABC DE FGHI", "ABC DE\nDE FGHI", ["ABC", " ", "*DE FGHI"]),
    ("北京大学生", "!北京大学", ["*北京大学", "生"]),
    ("北京大学生", "!大学生", ["北京", "*大学生"]),
    ("AI芯片", "AI芯片", ["*AI芯片"]),
    ("用软\u{200B}件", "软件", ["用", "*软\u{200B}件"]),
    ("漢字かなの", "漢字かな", ["*漢字かな", "の"]),
  ])
  func termsWin(text: String, dictionary: String, expected: [String]) throws {
    #expect(try segments(text, dictionary) == expected)
  }

  @Test func removedWordsAreNotFound() throws {
    #expect(try segments("我們認為", "") == ["我們", "認為"])
    #expect(try segments("我們", "-我们") == ["我", "們"])
    #expect(try segments("我们", "-我们", .search) == ["我", "们"])
    #expect(try segments("我们", "我们\n-我们", .search) == ["我", "们"])
    #expect(try segments("我们", "-我们\n我们", .search) == ["*我们"])
  }

  @Test func weightsCompete() throws {
    #expect(try segments("的人工", "的人\t1") == ["的", "人工"])
    #expect(try segments("的人工", "的人\t100000000") == ["*的人", "工"])
  }

  /// Without a term in the text, a user's dictionary changes nothing; with any, tokens cover all.
  @Test func randomTextsAreCovered() throws {
    var generator = SeededGenerator(seed: 31)
    let plain = try WordSegmenter(Lexicon.shared(.original))
    var (first, second) = (TokenBuffer(), TokenBuffer())
    for round in 0..<300 {
      let terms = (0..<4).map { _ in RandomText.string(length: 3, using: &generator) }
      let lines = terms.filter { !$0.contains { $0.isNewline || $0 == "\t" } }
      guard
        let user = try? UserDictionary.parse(Array(lines.joined(separator: "\n").utf8), file: "")
      else { continue }
      let segmenter = try WordSegmenter(UserWords(user, Lexicon.shared(.original)))
      var text = RandomText.bytes(length: 90, using: &generator)
      if round % 2 == 0 { text += Array(terms.joined(separator: "中A ").utf8) }
      try segmenter.segment(text.span, into: &first)
      try plain.segment(text.span, into: &second)
      var end: UInt32 = 0
      for index in first.indices {
        #expect(first[index].start == end && first[index].end > end)
        end = first[index].end
      }
      #expect(end == text.count)
      if !first.tokens.contains(where: { $0.kind == .user }) { #expect(first == second) }
    }
  }
}
