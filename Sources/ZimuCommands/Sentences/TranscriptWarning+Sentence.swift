import Reporting
import Zimu

extension TranscriptWarning {
  /// Where the damage is, and what.
  var sentence: String {
    let byte = byteOffset.map { "byte \(FixedDecimal.grouped($0))" }
    let line = line.map { "line \(FixedDecimal.grouped($0))" }
    let place = [byte, line].compactMap(\.self).joined(separator: ", ")
    return place.isEmpty ? code.sentence : "\(place): \(code.sentence)"
  }
}

extension TranscriptWarning.Code {
  fileprivate var sentence: String {
    switch self {
    case .rowWithoutPath: "a row has no path and is left out"
    case .repeatedPath(let path): "a second row for \(path) is left out"
    case .longTags(let column, let count, let limit):
      "the column \(column) has \(count) \(count == 1 ? "value" : "values") longer than \(limit) bytes; "
        + "only shorter ones are tags"
    case .unreadableDate(let date): "“\(date)” is no date and is left out; write it as 2024-11-30"
    case .unreadableNumber(let number): "“\(number)” is no episode number and is left out"
    case .noFile(let name): "no file for “\(name)”"
    case .severalFiles(let name, let count):
      "“\(name)” goes for \(count) files; write more of the path"
    case .guessedCharset(let name): "read as \(name), a guess; --encoding forces another"
    case .guessedMetadataCharset(let name):
      "read as \(name), a guess; save it as UTF-8 if that is wrong"
    case .brokenUTF8(let bytes):
      "broken UTF-8 (\(bytes.map(\.hexadecimal).joined(separator: " "))), kept as U+FFFD"
    case .moreBrokenUTF8(let count): "\(count) more places with broken UTF-8"
    case .terminalEscapes(let count):
      "\(count) terminal \(count == 1 ? "escape is" : "escapes are") taken out of the text"
    case .zeros(let count):
      "\(count) NUL \(count == 1 ? "byte is" : "bytes are") taken out of the text"
    case .otherCueLists(let names):
      "one list of cues was read; \(names.count == 1 ? "another one is" : "others are") left out: "
        + names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
        + " (write one file for each)"
    case .elementsWithoutText(1, let first): "element \(first) has no text and is left out"
    case .elementsWithoutText(let count, let first):
      "\(count) elements have no text and are left out, the first one being element \(first)"
    case .brokenEscapes(let count):
      "\(count == 1 ? "an escape is" : "\(count) escapes are") half of a character, kept as U+FFFD"
    case .brokenJSONLines(let count):
      "\(count == 1 ? "a line is" : "\(count) lines are") no JSON and left out"
    case .cueWithoutTimes: "a cue without readable times is left out"
    case .cueEndsBeforeStart: "a cue ends before it starts"
    case .rowWithoutText(let fields): "a row with \(fields) fields has no text and is left out"
    case .strayQuote: "a quotation mark is not closed where a field ends and is taken as text"
    case .lateTimes(let count):
      "\(count) \(count == 1 ? "time is" : "times are") later than 596:31:23, "
        + "the latest that can be stored, and left out"
    case .negativeTimes(let count):
      "\(count) \(count == 1 ? "time is" : "times are") below zero, and taken as zero"
    case .disorderedCues(let count):
      "\(count) \(count == 1 ? "cue begins" : "cues begin") before the one in front"
    case .emptyCues(let count):
      "\(count) \(count == 1 ? "cue has" : "cues have") no text and \(count == 1 ? "is" : "are") left out"
    case .unclosedTags(let count):
      count == 1
        ? "a tag is not closed in its cue, which takes the rest of the cue's text"
        : "\(count) tags are not closed in their cues, which takes the rest of these cues' text"
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
    case .brokenMarkup(let message): "damaged XML (\(message)); reading went on after it"
    case .moreBrokenMarkup(let count): "\(count) more places with damaged XML"
    case .deepMarkup(let limit):
      "more than \(limit) elements are nested here; the file was read up to this place"
    case .brokenGrid:
      "the TextGrid is damaged; what follows is left out (open it in Praat and save it again)"
    case .severalRecordings(let count):
      "holds \(count) recordings, which are read as one episode; split the file to keep them apart"
    case .noText: "holds no text"
    case .noHan: "no line has a Han character, which --script han asks for"
    case .more(1, let code): "one more place like these: \(code.sentence)"
    case .more(let count, let code):
      "\(FixedDecimal.grouped(count)) more places like these, from here on: \(code.sentence)"
    }
  }
}

extension UInt8 {
  fileprivate var hexadecimal: String { "0x" + String(self, radix: 16, uppercase: true) }
}

extension ReadFolders.Doubt {
  /// Why episodes stay in the index whose files are not there.
  var sentence: String {
    switch self {
    case .notRead: "it was not read"
    case .system(let errno): ErrorSentence.of(errno: errno)
    case .noTranscript: "no transcript was found in it; is a disk not mounted?"
    case .emptyFolder: "the folder is empty; is a disk not mounted?"
    }
  }
}
