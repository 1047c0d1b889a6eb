/// A file format of transcripts: what it is called, and what it keeps of a recording.
public struct TranscriptFormat: Hashable, Sendable {
  /// What a format keeps besides the text.
  public struct Content: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// When cues begin.
    public static let starts = Content(rawValue: 1)
    /// When cues end.
    public static let ends = Content(rawValue: 2)
    public static let speakers = Content(rawValue: 4)
    /// Title, date or show.
    public static let metadata = Content(rawValue: 8)
    /// When single words begin.
    public static let words = Content(rawValue: 16)

    public static let times: Content = [.starts, .ends]
  }

  /// How it is named on the command line: `srt`, `whisper`, `feishu`.
  public let name: String
  /// What people call it, and which programs write it.
  public let title: String
  /// Extensions of file names that announce it, in lower case, the usual one first.
  public let extensions: [String]
  public let keeps: Content

  init(_ name: String, _ title: String, extensions: [String], keeps: Content = []) {
    (self.name, self.title, self.extensions, self.keeps) = (name, title, extensions, keeps)
  }

  public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// All formats, in the order in which one is preferred where an episode lies there in several.
  public static let all = FormatTable.readers.map(\.format)

  /// What an index holds, whatever the format that it was read from.
  public static let stored = TranscriptFormat(
    "index", "the text that an index holds", extensions: [])

  /// Where a file stands in the order of preference by its name's extension; `nil` where no format has it.
  public static func rank(ofFileName name: String) -> Int? {
    FormatTable.rank(ofExtension: SourceFile.fileExtension(of: name))
  }

  /// The format of that name, case aside.
  public init?(named name: String) {
    guard let format = Self.all.first(where: { $0.name == name.lowercased() }) else { return nil }
    self = format
  }
}
