import Testing
import Transcripts

/// The small formats of subtitles.
@Suite struct SubtitleTests {
  private func expect(
    _ text: String, _ name: String, _ cues: [String], _ warnings: [TranscriptWarning.Code] = [],
    as file: String = "a.txt", _ location: SourceLocation = #_sourceLocation
  ) throws {
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let transcript = try read(text, as: file)
      #expect(transcript?.format.name == name, sourceLocation: location)
      #expect(described(transcript) == cues, sourceLocation: location)
      #expect(transcript?.warnings.map(\.code) == warnings, sourceLocation: location)
    }
  }

  @Test func sbv() throws {
    try expect(
      "0:00:00.599,0:00:04.160\n一\n二\n\n0:00:05.000,0:00:04.000\n\n0:00:06.0,1:00:07.000\n三\n\n四\n",
      "sbv",
      ["599-4160 |一 二", "6000-3607000 |三 四"], [.cueEndsBeforeStart, .emptyCues(count: 1)])
  }

  @Test func subViewerIsTheSame() throws {
    try expect(
      "[INFORMATION]\n[TITLE]节目\n[END INFORMATION]\n[SUBTITLE]\n[COLF]&HFFFFFF,[STYLE]no\n"
        + "00:00:01.00,00:00:02.50\n一[br]二[BR][音乐]\n", "sbv", ["1000-2500 |一 二 [音乐]"])
  }

  @Test func microDVD() throws {
    try expect(
      "{1}{1}23.976\n{24}{84}{Y:i}一|{c:$0000ff}{y:b}二\n{96}{}三 {x}\n{240}{239}四\n", "microdvd",
      ["1001-3504 |一 二", "4004-10010 |三 {x}", "10010-10010 |四"], [.cueEndsBeforeStart])
    // Half a millisecond is rounded up: frame 1 of 400 a second begins after 2.5 ms.
    try expect("{0}{0}400\n{1}{3}一\n", "microdvd", ["3-8 |一"])
    try expect("{1}{1}29,97 fps\n{30}{60}一\n", "microdvd", ["1001-2002 |一"])
    try expect("{DEFAULT}{C:$FF}\n{0}{0}25\n{25}{50}一\n续\n", "microdvd", ["1000-2000 |一 续"])
  }

  @Test func microDVDWithoutARate() throws {
    try expect("{25}{50}一\n", "microdvd", ["1000-2000 |一"], [.assumedFrameRate("25")])
    // A number that is said is no rate.
    try expect("{100}{150}24\n", "microdvd", ["4000-6000 |24"], [.assumedFrameRate("25")])
    try expect("{0}{25}24\n", "microdvd", ["0-1000 |24"], [.assumedFrameRate("25")])
  }

  @Test func mpl2() throws {
    try expect(
      "[10][35] 一|/二\n[40][]三/四\n[72][90]/<i>五</i>\n", "mpl2",
      ["1000-3500 |一 二", "4000-7200 |三/四", "7200-9000 |五"])
  }

  @Test func tmPlayer() throws {
    try expect(
      "00:00:01:<i>一</i>|二\n0:00:04=三\n00:00:06:\n100:00:07:四", "tmplayer",
      ["1000-4000 |一 二", "4000-6000 |三", "360007000-? |四"])
    try expect(
      "00:00:01,1=一\n00:00:01,2=二\n00:00:03,1=三\n00:00:03,2=\n00:00:05,1=\n", "tmplayer",
      ["1000-3000 |一 二", "3000-5000 |三"])
  }

  /// Lines that look like those of a format, in files that are of another.
  @Test(arguments: [
    "[12][34]\n说明\n第三行\n", "[1] 脚注\n[2] 脚注\n", "见 [12][34]\n", "00:00:01:一\n没有时间\n也没有\n",
    "[SPEAKER_00]: 你好\n[SPEAKER_01]: 好\n", "{一}{二}\n", "10:30:开会\n11:30:吃饭\n",
    "0:00:01.000\n一\n", "[ti:节目]\n没有时间\n", "[00:01.00]只有一行\n其他\n其他\n其他\n",
    "[00:00:01.000 --> 00:00:02.000]\n一\n二\n三\n",
  ])
  func proseIsNoSubtitle(text: String) throws {
    #expect(try read(text, as: "a.txt")?.format.name == "text")
  }
}
