import Testing
import Transcripts

@Suite struct LyricsTests {
  private func cues(_ text: String, as name: String = "a.lrc") throws -> [String] {
    described(try read(text, as: name))
  }

  @Test func linesAreInTheOrderOfTheirTimes() throws {
    let text = """
      [ti: 节目 ]
      [ar:歌手]
      [00:01.00][00:21.5]副歌
      [00:05.50]<00:05.50>人工<00:06.00>智能[00:07.00]吗
      [00:08.123]
      [00:21.50]Chorus
      [01:02:03.25]尾声
      """
    let transcript = try read(text, as: "a.txt")
    #expect(transcript?.format.name == "lrc")
    #expect(transcript?.metadata.title == "节目")
    #expect(
      described(transcript) == [
        "1000-5500 |副歌", "5500-8123 |人工智能吗", "21500-3723250 |副歌 Chorus",
        "3723250-? |尾声",
      ])
    #expect(transcript?.warnings == [])
  }

  @Test(arguments: [
    ("500", "500-1500"), ("+500", "500-1500"), ("-500", "1500-2500"), ("5000", "0-0"),
    ("x", "1000-2000"),
    (" 250 ", "750-1750"),
  ])
  func positiveOffsetsMakeLinesComeSooner(offset: String, times: String) throws {
    #expect(try cues("[00:01.00]一\n[00:02]\n[offset:\(offset)]\n") == ["\(times) |一"])
  }

  /// In files of lyrics the third number is hundredths of a second, elsewhere seconds.
  @Test func threeNumbersAreAmbiguous() throws {
    #expect(try cues("[00:01:50]一\n[00:02:00]二\n") == ["1500-2000 |一", "2000-? |二"])
    let tagged = "[ti:a]\n[00:01:50]一\n"
    #expect(try cues(tagged, as: "a.txt") == ["110000-? |一"])
  }

  @Test func linesWithoutTimesAreKept() throws {
    let transcript = try read("前言\n[00:01.00]一\n续\n[00:02.00]二\n[合唱]\n", as: "a.lrc")
    #expect(
      described(transcript) == [
        "1000-2000 |一", "1000-2000 |续", "2000-? |二", "2000-? |[合唱]",
      ])
    #expect(transcript?.warnings == [TranscriptWarning(.strayLines(count: 1), line: 1)])
  }

  @Test func repeatsOfLongLinesAreBounded() throws {
    let stamps = String(repeating: "[00:01.00]", count: 50_000)
    let transcript = try read("\(stamps)\(String(repeating: "字", count: 1_000))\n", as: "a.lrc")
    #expect(transcript?.cues.count == 2)
    #expect(transcript?.warnings.map(\.code) == [.manyTimes(limit: 2)])
    #expect(try read("\(stamps)字\n", as: "a.lrc")?.cues.count == 32)
  }
}
