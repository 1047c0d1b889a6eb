import Testing

@testable import Transcripts

/// Warnings of files that are damaged everywhere.
@Suite struct WarningTests {
  @Test func furtherPlacesAreCounted() throws {
    let cues = (0..<5_000).map { "\($0)\n00:00:02,000 --> 00:00:01,000\n词\($0)\n\n" }.joined()
    let transcript = try #require(try read(cues, as: "a.srt"))
    #expect(transcript.cues.count == 5_000)
    #expect(transcript.warnings.count == 21)
    #expect(transcript.warnings[..<20].allSatisfy { $0.code == .cueEndsBeforeStart })
    #expect(transcript.warnings[..<20].map(\.line) == (0..<20).map { 4 * $0 + 2 })
    let more = try #require(transcript.warnings.last)
    #expect(more.code == .more(count: 4_980, like: .cueEndsBeforeStart))
    #expect(more.line == 82)
    #expect(more.byteOffset == offset(ofLine: 82, in: cues))
  }

  private func offset(ofLine line: Int, in text: String) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).prefix(line - 1)
      .reduce(0) { $0 + $1.utf8.count + 1 }
  }

  /// Rows are of one kind, however many fields they have; what fits is not counted.
  @Test func eachKindIsCountedForItself() throws {
    let rows = (0..<30).map { $0.isMultiple(of: 2) ? "1" : "1,2" } + ["1,2,三"]
    let table = "start,end,text\n" + rows.map { $0 + "\n" }.joined()
    let transcript = try #require(try read(table, as: "a.csv"))
    #expect(transcript.warnings.count == 21)
    #expect(transcript.warnings[0].code == .rowWithoutText(fields: 1))
    #expect(transcript.warnings[19].code == .rowWithoutText(fields: 2))
    #expect(transcript.warnings[20].code == .more(count: 10, like: .rowWithoutText(fields: 1)))
    #expect(transcript.warnings[20].line == 22)
  }

  /// The first place without a warning of its own is the twenty-first.
  @Test(arguments: [19, 20, 21, 22])
  func twentyHaveTheirPlaces(count: Int) {
    var list = WarningList([TranscriptWarning(.guessedCharset("Big5"))])
    for line in 1...count {
      list.append(TranscriptWarning(.strayQuote, line: line))
      list.append(TranscriptWarning(.unreadableTimes, line: line))
    }
    let more = list.warnings.dropFirst(1 + 2 * min(count, 20))
    #expect(
      Array(more)
        == (count > 20
          ? [
            TranscriptWarning(.more(count: count - 20, like: .strayQuote), line: 21),
            TranscriptWarning(.more(count: count - 20, like: .unreadableTimes), line: 21),
          ] : []))
  }
}
