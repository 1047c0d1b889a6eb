import Testing
import Transcripts

/// What recognisers print.
@Suite struct TerminalTests {
  @Test(arguments: [
    "[00:01.000 --> 00:03.500]  一", "[00:00:01.000 --> 00:00:03.500]   一",
    "[1.00s -> 3.50s] 一", "Transcript: [1.0 --> 3.5] 一", "  [00:01.000 -->  00:03.500]一",
    "[00:00:01.000 --> 00:00:03.500]   一 [SPEAKER_TURN]",
  ])
  func timesAreInBrackets(line: String) throws {
    let transcript = try read("\(line)\n", as: "a.txt")
    #expect(transcript?.format.name == "terminal")
    #expect(described(transcript) == ["1000-3500 |一"])
  }

  @Test func logsAreNoCues() throws {
    let logs = (0..<30).map { "whisper_init_from_file: loading \($0)\n" }.joined()
    let text = logs + "\n[00:00:01.000 --> 00:00:02.000]   一\n\nwhisper_print_timings: x\n"
    let transcript = try read(text, as: "a.log.txt")
    #expect(described(transcript) == ["1000-2000 |一"])
    #expect(transcript?.warnings.map(\.code) == [.strayLines(count: 31)])
  }

  @Test func speakersStandBeforeTheText() throws {
    let text = """
      [00:01.000 --> 00:02.000]  (speaker 0) 一
      [00:02.000 --> 00:03.000]  (speaker ?) 二
      [00:03.000 --> 00:04.000]  [SPEAKER_01] 三
      """
    #expect(
      described(try read(text, as: "a.txt")) == [
        "1000-2000 speaker 0|一", "2000-3000 |二", "3000-4000 SPEAKER_01|三",
      ])
    let prefixes =
      "[00:01.000 --> 00:02.000] [SPEAKER_00]: 一\n[00:02.000 --> 00:03.000] [SPEAKER_01]: 二\n"
    #expect(
      described(try read(prefixes, as: "a.txt")) == [
        "1000-2000 SPEAKER_00|一", "2000-3000 SPEAKER_01|二",
      ])
  }

  @Test func manyOtherLinesMakeItText() throws {
    let line = "[00:01.000 --> 00:02.000] 一\n"
    #expect(try read("一\n二\n三\n四\n\(line)", as: "a.txt")?.format.name == "text")
    #expect(try read("\(line)一\n二\n", as: "a.txt")?.format.name != "terminal")
  }
}
