import FilePaths
import ICUSupport
import InvertedIndex
import TestSupport
import Testing
import Transcripts
import UserInput
import WordSegmentation
import Zimu

@testable import ZimuCommands

/// The sentences that users read of errors, which are values in the engine.
@Suite struct SentenceTests {
  @Test(
    arguments: [
      (
        ICUError(.status(4), "ucnv_open(no-such-charset)"),
        "ICU: ucnv_open(no-such-charset) failed with U_FILE_ACCESS_ERROR"
      ),
      (
        ICUError(.unknownFormat, "cjdict: unit 7"),
        "ICU: cjdict: unit 7 failed with U_INVALID_FORMAT_ERROR"
      ),
      (
        ICUError(.inputTooLong(length: 9, limit: 8), "text in UTF-8"),
        "ICU: text in UTF-8 failed with U_INPUT_TOO_LONG_ERROR: the length is 9, the limit 8"
      ),
      (
        LexiconError(.differs(text: "好")),
        "Zimu cannot compile ICU's dictionary, so it segments with ICU itself, which is slower: “好” is not "
          + "segmented as ICU segments it"
      ),
      (
        UserDictionaryError(.control("\r"), file: "words.txt", line: 3),
        "words.txt:3: the line has a control character, U+000D"
      ),
      (
        UserDictionaryError(.longTerm(limit: 64), file: "words.txt", line: 3),
        "words.txt:3: the search form of the term has more than 64 code points"
      ),
      (
        TranscriptError(.longLine(length: 27_000_000, limit: 1 << 28), line: 2),
        "line 2: a line has 27000000 bytes, and its search form may have at most 256 MiB; split the line"
      ),
      (TranscriptError(.inaccessible(errno: 2)), "there is no such file or folder"),
      (TranscriptError(.unreadable(errno: 13)), "the file cannot be read: Permission denied"),
      (
        TranscriptError(.tooLarge(limit: 1 << 30)),
        "the file is larger than 1 GiB; split it into episodes"
      ),
      (
        InputError(.outOfRange(name: "width", value: 0, range: 1...9)),
        "width is 0; it must be from 1 to 9"
      ),
      (
        InputError(.severalEpisodes(name: "a", names: (1...12).map { "a\($0)" })),
        "“a” matches 12 episodes; name one of them: a1, a2, a3, a4, a5, a6, a7, a8, a9, a10 and 2 more"
      ),
      (InputError(.noTimes(episode: "a.txt")), "the cues of a.txt have no times; leave out --at"),
      (
        InputError(
          .notUTF8([
            .init(encoding: "GB18030", text: "数据"), .init(encoding: "Big5", text: "杅擂"),
          ]), file: "list.txt", line: 2),
        "list.txt:2: the line is not UTF-8 (it is “数据” in GB18030 or “杅擂” in Big5); save the file as UTF-8"
      ),
      (
        InputError(.notUTF8([]), file: "list.txt", line: 1),
        "list.txt:1: the line is not UTF-8; save the file as UTF-8"
      ),
      (
        InputError(.goldText(.columns(2)), file: "gold.txt", line: 3),
        "gold.txt:3: a word of CoNLL-U has ten columns; this line has 2"
      ),
      (
        InputError(.goldText(.columns(1)), file: "gold.txt", line: 3),
        "gold.txt:3: a word of CoNLL-U has ten columns; this line has 1"
      ),
      (InputError(.goldText(.noSentence), file: "gold.txt"), "gold.txt: the file has no sentence"),
      (
        InputError(.keyword(.noSpace), file: "t", line: 2),
        "t:2: a space is missing after the colon of the label, as in label: a | b"
      ),
      (
        IndexError(.corrupt, "wrong checksum", file: "segment-1", byteOffset: 24),
        "segment-1 is damaged: wrong checksum (byte 24); remove the index and index the transcripts "
          + "again"
      ),
    ] as [(any Error, String)])
  func sentencesNamePlaceAndRemedy(error: any Error, sentence: String) {
    #expect(ErrorSentence.of(error) == sentence)
    #expect("\(error)" != sentence)
  }

  @Test(arguments: [
    (
      TranscriptWarning(.brokenUTF8([0xE9, 0xF]), byteOffset: 1_234, line: 5_678),
      "line 5,678 (byte 1,234): invalid UTF-8 (0xE9 0xF), replaced by U+FFFD"
    ),
    (TranscriptWarning(.cueEndsBeforeStart, line: 3), "line 3: a cue ends before it starts"),
    (
      TranscriptWarning(.lateTimes(count: 1)),
      "1 time is later than 596:31:23, the latest that can be stored; left out"
    ),
    (
      TranscriptWarning(.guessedCharset("Big5")),
      "the encoding is guessed to be Big5; --encoding sets another"
    ),
    (
      TranscriptWarning(.more(count: 1, like: .cueEndsBeforeStart), line: 82),
      "line 82: one more place like this: a cue ends before it starts"
    ),
    (
      TranscriptWarning(.more(count: 4_980, like: .rowWithoutText(fields: 2)), line: 82),
      "line 82: 4,980 more places like this, the first one here: "
        + "a row with 2 fields has no text and is left out"
    ),
  ])
  func warningsNameTheirPlace(warning: TranscriptWarning, sentence: String) {
    #expect(warning.sentence == sentence)
  }

  /// A query, the place of its error and what is said of it, at the command line.
  @Test(arguments: [
    ("a AND", 5, "the query ends where text is expected"),
    ("a word:", 2, "word: needs a word"), ("a exact:", 2, "exact: needs a text"),
    ("a show:", 2, "show: needs a value"),
    ("NEAR/5(a)", 0, "NEAR takes two to 16 different texts"),
    ("\"a", 0, "this quotation mark is never closed"),
    ("show:x", 0, "the query has no text to look for; add a text that must occur"),
    ("a id:x", 5, "an id has sixteen hexadecimal digits; “zimu episodes” shows the ids"),
  ])
  func queriesAreShownWithTheirFault(query: String, position: Int, sentence: String) async throws {
    let index = try await Self.index.value
    let run = await CommandRun.zimu("search", "--index", index.path + "/index", query)
    #expect(run.status == 64)
    let caret = String(repeating: " ", count: position + 2) + "^"
    #expect(run.diagnostics == "Error: \(sentence)\n  \(query)\n\(caret)\n")
  }

  private static let index = Task {
    let folder = try TemporaryFolder()
    try folder.write("我们讨论数据\n", to: "talks/一.txt")
    let run = await CommandRun.zimu(
      "index", folder.path + "/talks", "--index", folder.path + "/index")
    try #require(run.status == 0)
    return folder
  }
}
