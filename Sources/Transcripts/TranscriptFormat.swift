/// A file format of transcripts.
///
/// The order of cases is the order of preference where one episode lies there in several formats.
public enum TranscriptFormat: String, CaseIterable, Sendable {
  case whisperJSON = "json"
  case webVTT = "vtt"
  case subRip = "srt"
  case tabSeparated = "tsv"
  case commaSeparated = "csv"
  case plainText = "txt"

  /// The format that a file name announces, by its extension, case aside.
  public init?(fileName: String) {
    guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
  }

  /// Where the format stands in the order of preference.
  var preference: Int { Self.allCases.firstIndex(of: self)! }

  /// The reader of this format. A new format is a new case and a new reader.
  var reader: any TranscriptReader {
    switch self {
    case .whisperJSON: WhisperJSONReader()
    case .webVTT: WebVTTReader()
    case .subRip: SubRipReader()
    case .tabSeparated: DelimitedReader.tabSeparated
    case .commaSeparated: DelimitedReader.commaSeparated
    case .plainText: PlainTextReader()
    }
  }
}
