import Evaluation
import TestSupport
import Testing
import UserInput
import Zimu

@Suite struct GoldTextTests {
  private func sentences(_ text: String, file: String = "gold.txt") throws -> [[String]] {
    try GoldText(Array(text.utf8), file: file).sentences
  }

  /// A line of CoNLL-U with an id and a form.
  private func line(_ id: String, _ form: String) -> String {
    ([id, form] + Array(repeating: "_", count: 8)).joined(separator: "\t") + "\n"
  }

  private func expectError(
    _ fault: InputError.GoldTextFault, line: Int?, _ bytes: [UInt8], file: String = "gold.txt",
    location: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: InputError(.goldText(fault), file: file, line: line), sourceLocation: location)
    {
      try GoldText(bytes, file: file)
    }
  }

  @Test func plainTextHasASentenceALine() throws {
    let text = "\u{FEFF}我们 讨论\u{3000}𠮷野家\r\n\n \u{3000}\nAI  。 "
    #expect(try sentences(text) == [["我们", "讨论", "𠮷野家"], ["AI", "。"]])
    // A mark that combines with the space belongs to the next word.
    #expect(try sentences("a \u{301}b") == [["a", "\u{301}b"]])
    #expect(try sentences("1 # 2\n# 3") == [["1", "#", "2"], ["#", "3"]])
    #expect(try sentences("New\u{A0}York 好") == [["NewYork", "好"]])
    #expect(try GoldText(Array("a b\nc".utf8), file: "").wordCount == 3)
  }

  @Test func wordsOfCoNLLUAreLinesWithAnInteger() throws {
    let text =
      "\u{FEFF}# text = x\n" + line("1", "到") + line("2-3", "底下") + line("2", "底") + line("3", "下")
      + line("3.1", "空") + "# within\n" + line("4", "New York") + "\n\n" + line("1", "#")
    for text in [text, text.replacing("\n", with: "\r\n")] {
      #expect(try sentences(text) == [["到", "底", "下", "NewYork"], ["#"]])
    }
    #expect(try sentences(line("1", "\u{3000}") + line("2", "好")) == [["好"]])
  }

  @Test func errorsNameTheirLine() {
    expectError(.brokenUTF8, line: 2, Array("好\n".utf8) + [0xE5, 0xA5, 0x0A])
    expectError(.tab, line: 1, Array("好\tADJ\n".utf8))
    let good = line("1", "好")
    expectError(.columns(2), line: 3, Array(("# x\n" + good + "2\t人\n").utf8))
    expectError(.columns(1), line: 1, Array("好 人\n".utf8), file: "a.conllu")
    expectError(.emptyForm, line: 2, Array((good + line("2", "")).utf8))
    for id in ["x", "", "1-", "1-2-3", "１"] {
      expectError(.badID(id), line: 2, Array((good + line(id, "人")).utf8))
    }
  }

  @Test func textWithoutSentencesIsAnError() {
    expectError(.noSentence, line: nil, [])
    expectError(.noSentence, line: nil, Array(" \r\n\u{3000}\n".utf8))
    expectError(
      .noSentence, line: nil, Array(("# x\n\n" + line("1.1", "好")).utf8), file: "a.conllu")
  }

  /// Whatever the bytes, there are words without white space or an error that names the file.
  @Test func anyBytesGiveWordsOrAnError() throws {
    var generator = SeededGenerator(seed: 47)
    for round in 0..<2_000 {
      let bytes = RandomText.bytes(length: 60, using: &generator)
      do throws(InputError) {
        let gold = try GoldText(bytes, file: round.isMultiple(of: 4) ? "x.conllu" : "x")
        let words = gold.sentences.joined()
        #expect(gold.sentences.allSatisfy { !$0.isEmpty })
        #expect(words.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) })
      } catch {
        #expect(error.file?.hasPrefix("x") == true)
      }
    }
  }
}
