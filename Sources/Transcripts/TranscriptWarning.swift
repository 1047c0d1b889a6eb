public import FilePaths

/// Damage inside a readable file: what it is and where.
public struct TranscriptWarning: Hashable, Sendable {
  /// The kinds of damage, open to more.
  public enum Code: Hashable, Sendable {
    /// The charset is a guess.
    case guessedCharset(String)
    /// The charset of a table of metadata, or a feed, is a guess.
    case guessedMetadataCharset(String)
    /// Broken bytes of UTF-8, which became U+FFFD.
    case brokenUTF8([UInt8])
    /// Places with broken UTF-8 beyond those that have warnings of their own.
    case moreBrokenUTF8(count: Int)
    /// Escapes that colour a terminal, which are taken out.
    case terminalEscapes(count: Int)
    /// NUL bytes, which are taken out.
    case zeros(count: Int)
    /// Lists of cues in a JSON document beside the one that was read, by their names.
    case otherCueLists([String])
    /// Elements of a JSON list without text, which are left out; the number of the first one, from 1.
    case elementsWithoutText(count: Int, first: Int)
    /// Escapes in JSON that are half of a character, which became U+FFFD.
    case brokenEscapes(count: Int)
    /// Lines that are no JSON, which are left out.
    case brokenJSONLines(count: Int)
    /// A cue without readable times is left out.
    case cueWithoutTimes
    case cueEndsBeforeStart
    /// A row with so many fields has no text and is left out.
    case rowWithoutText(fields: Int)
    /// A quotation mark is not closed where a field ends and is taken as text.
    case strayQuote
    /// Times later than can be stored, which are left out.
    case lateTimes(count: Int)
    /// Times below zero, which are taken as zero.
    case negativeTimes(count: Int)
    /// Cues that begin before the one in front of them.
    case disorderedCues(count: Int)
    /// Cues with times and without text, which are left out.
    case emptyCues(count: Int)
    /// Tags that are not closed where their cue ends, so that what follows them is not text.
    case unclosedTags(count: Int)
    /// Lines that belong to no cue, as before the first one, and are left out.
    case strayLines(count: Int)
    /// The times of a cue cannot be read; its text is kept.
    case unreadableTimes
    /// More times than this stand before a line; the further ones are left out.
    case manyTimes(limit: Int)
    /// The file does not tell its frame rate, which is taken to be so many frames a second.
    case assumedFrameRate(String)
    /// Damage of XML or HTML, in the parser's words; what follows is read.
    case brokenMarkup(String)
    /// Places with damaged XML beyond those that have warnings of their own.
    case moreBrokenMarkup(count: Int)
    /// XML or HTML with more elements in one another; it was read up to there.
    case deepMarkup(limit: Int)
    /// A TextGrid is not as Praat writes it from here on, which is left out.
    case brokenGrid
    /// The file holds the transcripts of so many recordings, which are read as one episode.
    case severalRecordings(count: Int)
    /// There is no text in the file.
    case noText
    /// No line has a Han character, and only such lines are wanted.
    case noHan
    /// A row of a table of metadata names no file and is left out.
    case rowWithoutPath
    /// A row of a table of metadata names the file of a row before it and is left out.
    case repeatedPath(FilePath)
    /// Values of a column that are too long for tags, and are left out.
    case longTags(column: String, count: Int, limit: Int)
    /// The date of a row, or item, that is left out.
    case unreadableDate(String)
    /// The number of a row, or item, that is left out.
    case unreadableNumber(String)
    /// What is said of an episode for which there is no file: the name of the episode.
    case noFile(String)
    /// What is said of one episode goes for so many files.
    case severalFiles(String, count: Int)
    /// As many more places with damage of a kind, beyond those that have warnings of their own.
    indirect case more(count: Int, like: Code)
  }

  public let code: Code
  /// Offset in bytes of the file, from 0, where it is known.
  public let byteOffset: Int?
  /// Line of the file, from 1, where there is one to name.
  public let line: Int?

  public init(_ code: Code, byteOffset: Int? = nil, line: Int? = nil) {
    (self.code, self.byteOffset, self.line) = (code, byteOffset, line)
  }
}
