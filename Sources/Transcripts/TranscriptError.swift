public import ICUSupport

/// Why a file is not read, and where: a code, and what it is about.
///
/// Values, not sentences: whoever shows an error to people says what to do about it.
public struct TranscriptError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure, open to more.
  public enum Code: Hashable, Sendable {
    // The system.
    /// The system says nothing but the number of an error about the path.
    case inaccessible(errno: Int32)
    /// The names in the folder cannot be read.
    case unreadableFolder(errno: Int32)
    /// The file cannot be read.
    case unreadable(errno: Int32)
    /// A path that is neither a file nor a folder.
    case special
    /// A link that leads to nothing.
    case danglingLink
    /// The file is gone since it was found.
    case gone
    /// No indexed episode lies at or below a path.
    case noEpisode

    // Its name.
    /// No format has such names.
    case unknownName(String)
    /// Files of that name are never transcripts.
    case reservedName
    /// The file belongs to an index.
    case indexFile
    /// The patterns of the search leave the name out.
    case unwantedName

    // Its content.
    /// The content is not what the name announces.
    case otherContent
    /// A format was forced, by this name, and nothing in the file is of it.
    case otherFormat(String)
    /// The file is no text in any charset that is known.
    case noText
    /// The file holds nothing but white space.
    case empty
    /// A document of a kind that is not read, such as a spreadsheet or a PDF.
    case otherDocument
    /// An archive of a kind that is not read, such as 7z.
    case otherArchive
    /// A file of the same name in another format was taken before this one was reached.
    case siblingTaken
    /// The file has no text, and another format of the episode may have some.
    case noCues
    /// No column of a table's header is one of text; the names of its first columns.
    case noTextColumn([String])
    /// No column of a table of metadata has the paths of files.
    case noPathColumn
    /// The file is no RSS feed.
    case noFeed
    /// What is wrong, in the parser's words, and at which byte of the file where that is known.
    case brokenJSON(String, byteOffset: Int?)
    /// A JSON document has more than `limit` bytes, and would take too much memory.
    case largeJSON(limit: Int)
    /// JSON of no known form; the first keys that it has.
    case otherJSON([String])
    /// XML of no known form; the local name of its first element.
    case otherMarkup(root: String)
    /// No format has that name.
    case unknownFormat(String)
    /// The file is an archive, or lies in one, that is not read.
    case archive(ArchiveError)
    /// The file has more bytes than `limit`.
    case tooLarge(limit: Int)
    /// A line has so many bytes that its search form is longer than `limit`.
    case longLine(length: Int, limit: Int)

    // Its charset.
    /// ICU knows no charset of that name.
    case unknownCharset(String)
    /// No charset was named and none is likely.
    case noCharset
    /// ICU cannot convert the file.
    case conversion(ICUError)
  }

  public let code: Code
  /// The line, from 1, where one is to blame.
  public let line: Int?
  /// Whether the file is text with Han characters in its beginning, as far as it was looked at.
  public internal(set) var holdsHan: Bool

  public init(_ code: Code, line: Int? = nil, holdsHan: Bool = false) {
    (self.code, self.line, self.holdsHan) = (code, line, holdsHan)
  }

  /// Whether the file is something else than a transcript of a known format, rather than a damaged one.
  public var isOtherContent: Bool {
    switch code {
    case .unknownName, .otherContent, .otherFormat, .noText, .empty, .otherDocument, .otherArchive,
      .noTextColumn,
      .otherJSON,
      .otherMarkup:
      true
    default: false
    }
  }

  public var description: String { line.map { "line \($0): \(code)" } ?? "\(code)" }
}
