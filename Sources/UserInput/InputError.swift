public import Transcripts
public import WordSegmentation

/// A request or a file of the user that cannot be carried out: a code, and what it is about.
///
/// Values, not sentences: whoever shows an error to people says what to do about it.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure, open to more.
  public enum Code: Hashable, Sendable {
    // Values of requests.
    /// The value of a property of a request is outside its range.
    case outOfRange(name: String, value: Int, range: ClosedRange<Int>)
    /// A number of rows, hits or cues is below 0.
    case negative(name: String, value: Int)
    /// The value of a property is no finite number.
    case notFinite(name: String, value: Double)
    /// The value of a property is not one that the request takes.
    case unsuitable(name: String, value: String, expected: String)
    /// The reference count of a word is outside its range.
    case countOutOfRange(word: String, count: Int, range: ClosedRange<Int>)
    /// Fillers have no tfidf.
    case fillersWithoutTFIDF
    /// tf-idf has no negative keywords.
    case negativeTFIDF
    /// A keyword without a letter, digit or character of a word.
    case noWord(keyword: String)
    /// There are too many periods to compare.
    case tooManyPeriods(count: Int)
    /// No episode has the name.
    case noEpisode(name: String)
    /// Several episodes have the name; their paths.
    case ambiguousEpisode(name: String, paths: [String])
    /// Several episodes have the name in theirs, or belong to the file that it names; their names.
    case severalEpisodes(name: String, names: [String])
    /// A moment of an episode was asked for, whose cues have no times.
    case noTimes(episode: String)
    /// A file that an export would write exists, and so do some more.
    case outputExists(path: String, more: Int)

    /// A table of metadata, or a feed, cannot be read.
    case metadata(TranscriptError)

    // Segmentation.
    /// The ICU engine takes no user dictionary.
    case dictionaryWithICU
    /// A user dictionary was given, and the compiled lexicon, which alone takes one, is not to be had.
    case noLexicon(LexiconError)
    /// There is no text to measure speed with.
    case noText

    // Lists and gold texts; file and line say where.
    /// A line is no text, or the file is UTF-16 without a byte order mark.
    case binaryLine
    /// A line of a list is not UTF-8; how other encodings would read it.
    case notUTF8([Reading])
    /// A line is broken in the encoding that the byte order mark names.
    case broken(encoding: String)
    /// A line of a list of keywords.
    case keyword(KeywordFault)
    /// A line is not a word and its count.
    case badCount
    /// A table of counts has no column for the word, or none for the count.
    case noColumns
    /// A line of a gold text, or the file.
    case goldText(GoldTextFault)
  }

  /// A line of a list as another encoding reads it.
  public struct Reading: Hashable, Sendable {
    public let encoding: String
    public let text: String

    public init(encoding: String, text: String) {
      (self.encoding, self.text) = (encoding, text)
    }
  }

  /// What can be wrong with a line of a list.
  public enum KeywordFault: Error, Hashable, Sendable {
    /// A label without spellings behind it.
    case noSpelling
    /// No space stands behind the colon of a label.
    case noSpace
  }

  /// What can be wrong with a line of a gold text, or with the file.
  public enum GoldTextFault: Error, Hashable, Sendable {
    case brokenUTF8
    /// A word of CoNLL-U has another number of columns than ten.
    case columns(Int)
    /// The first column is no id of CoNLL-U.
    case badID(String)
    /// The second column, the word, is empty.
    case emptyForm
    /// Plain text has a tab.
    case tab
    /// The file has no sentence.
    case noSentence
  }

  public let code: Code
  /// The name of the file, as it was given, where one is to blame.
  public let file: String?
  /// The number of the line, from 1, where one is to blame.
  public let line: Int?

  public init(_ code: Code, file: String? = nil, line: Int? = nil) {
    (self.code, self.file, self.line) = (code, file, line)
  }

  public var description: String {
    [file, line.map { "\($0)" }, "\(code)"].compactMap(\.self).joined(separator: ":")
  }
}
