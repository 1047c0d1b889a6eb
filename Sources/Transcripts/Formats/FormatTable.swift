/// All readers. A new format is a file with its reader, and a line here.
///
/// The order is a rule: the first reader that is certain of a file's content has it; else the first for
/// which it is possible and whose extension the name has. Of siblings, files of one folder and stem, the one
/// whose extension comes first stands for the episode.
enum FormatTable {
  static let readers = JSONFormats.all + others

  private static let others: [any TranscriptReader] = [
    ElanReader(),
    TextGridReader(),
    ExmaraldaReader(),
    TranscriberReader(),
    ChatReader(),
    SegmentTimeMarkReader(),
    WordTimeMarkReader(),
    TreebankReader(),
    VerticalReader(),
    AkomaNtosoReader(),
    WebVTTReader(),
    TimedTextReader(),
    YouTubeTimedTextReader(),
    YouTubeTranscriptReader(),
    SubStationReader(),
    SubRipReader(),
    SBVReader(),
    SAMIReader(),
    MicroDVDReader(),
    LRCReader(),
    DelimitedReader.tabSeparated,
    DelimitedReader.commaSeparated,
    PageReader(),
    MarkdownReader(),
    WordReader(),
    OpenDocumentReader(),
    WhisperTerminalReader(),
    MPL2Reader(),
    TMPlayerReader(),
    MeetingReader(),
    StampedTextReader(),
    PlainTextReader(),
  ]

  /// The reader of a file.
  ///
  /// - Parameter name: the name of the format that is asked for; `nil` finds out.
  /// - Throws: `TranscriptError` where no reader has it, saying why.
  static func reader(
    for file: SourceFile, named name: String? = nil
  ) throws(TranscriptError) -> any TranscriptReader {
    if let name { return try reader(named: name) }
    var possible: (any TranscriptReader)?
    for reader in readers {
      switch reader.claim(on: file) {
      case .certain: return reader
      case .possible:
        guard possible == nil else { continue }
        if reader.format.extensions.contains(file.fileExtension) { possible = reader }
      case .none: continue
      }
    }
    guard let possible else { throw file.refusal }
    return possible
  }

  private static func reader(
    named name: String
  ) throws(TranscriptError) -> any TranscriptReader {
    guard let reader = readers.first(where: { $0.format.name == name }) else {
      throw TranscriptError(.unknownFormat(name))
    }
    return reader
  }

  /// Where an extension stands in the table, which is the order of preference; `nil` for those that no
  /// format has.
  static func rank(ofExtension name: String) -> Int? { ranks[name] }

  private static let ranks = Dictionary(
    readers.enumerated().flatMap { rank, reader in
      reader.format.extensions.map { ($0, rank) }
    }, uniquingKeysWith: min)
}
