import Reporting
import Transcripts

extension TranscriptWarning {
  /// Where the damage is, and what.
  package var sentence: String {
    let byte = byteOffset.map { "byte \(FixedDecimal.grouped($0))" }
    let line = line.map { "line \(FixedDecimal.grouped($0))" }
    let place = line.map { line in line + (byte.map { " (\($0))" } ?? "") } ?? byte
    return place.map { "\($0): \(code.sentence)" } ?? code.sentence
  }
}

extension TranscriptWarning.Code {
  fileprivate var sentence: String {
    switch self {
    case .rowWithoutPath: "a row has no path and is left out"
    case .repeatedPath(let path): "a second row for \(path) is left out"
    case .longTags(let column, let count, let limit):
      "the column \(column) has \(count) \(count == 1 ? "value" : "values") longer than \(limit) bytes; "
        + "these are left out"
    case .unreadableDate(let date):
      "“\(date)” is not a date and is left out; write it as 2024-11-30"
    case .unreadableNumber(let number): "“\(number)” is not an episode number and is left out"
    case .noFile(let name): "no file matches “\(name)”"
    case .severalFiles(let name, let count):
      "“\(name)” matches \(count) files; write more of the path"
    case .guessedCharset(let name): "the encoding is guessed to be \(name); --encoding sets another"
    case .guessedMetadataCharset(let name):
      "the encoding is guessed to be \(name); if that is wrong, save the file as UTF-8"
    case .brokenUTF8(let bytes):
      "invalid UTF-8 (\(bytes.map(\.hexadecimal).joined(separator: " "))), replaced by U+FFFD"
    case .moreBrokenUTF8(let count): "\(count) more places with invalid UTF-8"
    case .terminalEscapes(let count):
      "\(count) terminal \(count == 1 ? "escape is" : "escapes are") removed from the text"
    case .zeros(let count):
      "\(count) NUL \(count == 1 ? "byte is" : "bytes are") removed from the text"
    case .otherCueLists(let names):
      "one list of cues was read; \(names.count == 1 ? "another one is" : "others are") left out: "
        + names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
        + " (save each list in a file of its own)"
    case .elementsWithoutText(1, let first): "element \(first) has no text and is left out"
    case .elementsWithoutText(let count, let first):
      "\(count) elements have no text and are left out; the first is element \(first)"
    case .brokenEscapes(let count):
      "\(count == 1 ? "an escape is" : "\(count) escapes are") half of a character, replaced by U+FFFD"
    case .brokenJSONLines(let count):
      "\(count == 1 ? "a line is" : "\(count) lines are") not JSON and left out"
    case .cueWithoutTimes: "a cue without readable times is left out"
    case .cueEndsBeforeStart: "a cue ends before it starts"
    case .rowWithoutText(let fields): "a row with \(fields) fields has no text and is left out"
    case .strayQuote: "a quotation mark is not closed at the end of its field and is read as text"
    case .lateTimes(let count):
      "\(count) \(count == 1 ? "time is" : "times are") later than 596:31:23, "
        + "the latest that can be stored; left out"
    case .negativeTimes(let count):
      "\(count) \(count == 1 ? "time is" : "times are") below zero and read as zero"
    case .disorderedCues(let count):
      "\(count) \(count == 1 ? "cue begins" : "cues begin") earlier than the previous cue"
    case .emptyCues(let count):
      "\(count) \(count == 1 ? "cue has" : "cues have") no text and \(count == 1 ? "is" : "are") left out"
    case .unclosedTags(let count):
      count == 1
        ? "a tag is not closed in its cue, so the rest of the cue's text is left out"
        : "\(count) tags are not closed in their cues, so the rest of these cues' text is left out"
    case .strayLines(let count):
      count == 1
        ? "a line that belongs to no cue is left out"
        : "\(count) lines that belong to no cue are left out"
    case .unreadableTimes: "the times of a cue cannot be read; its text is kept without times"
    case .manyTimes(let limit):
      "a line has more than \(limit) timestamps; the others are left out"
    case .assumedFrameRate(let rate):
      "the file does not give its frame rate; \(rate) frames per second are assumed "
        + "(a first line {1}{1}\(rate) sets the rate)"
    case .brokenMarkup(let message): "damaged XML (\(message)); reading continued after it"
    case .moreBrokenMarkup(let count): "\(count) more places with damaged XML"
    case .deepMarkup(let limit):
      "more than \(limit) elements are nested here; the rest of the file was not read"
    case .brokenGrid:
      "the TextGrid is damaged; the rest is left out (open it in Praat and save it again)"
    case .severalRecordings(let count):
      "the file holds \(count) recordings, which are read as one episode; split the file to keep them apart"
    case .noText: "the file has no text"
    case .noHan: "no line has a Han character, and --script han takes no others"
    case .more(1, let code): "one more place like this: \(code.sentence)"
    case .more(let count, let code):
      "\(FixedDecimal.grouped(count)) more places like this, the first one here: \(code.sentence)"
    }
  }
}

extension UInt8 {
  fileprivate var hexadecimal: String { "0x" + String(self, radix: 16, uppercase: true) }
}

extension ReadFolders.Doubt {
  /// Why episodes stay in the index whose files are not there.
  package var sentence: String {
    switch self {
    case .notRead: "this run did not read it"
    case .system(let errno): ErrorSentence.of(errno: errno)
    case .noTranscript: "no transcript was found in it; is a disk not mounted?"
    case .emptyFolder: "the folder is empty; is a disk not mounted?"
    }
  }
}
