/// What the index knows of an episode besides its words.
public struct EpisodeRecord: Hashable, Sendable {
  /// Identity: the absolute path of the file, links resolved.
  public var path: String
  public var title: String
  public var show: String
  /// ISO, as precise as known: `2024-11-30`, `2024-11`, or empty.
  public var date: String
  /// The speakers' names; cues refer to them by index.
  public var speakers: [String]
  /// Size of the file in bytes, when it was read.
  public var fileSize: Int
  /// Modification time of the file in nanoseconds since 1970, when it was read.
  public var modified: Int
  /// XXH64 of the file's bytes.
  public var contentHash: UInt64
  /// The number of words, and the length of the word stream.
  public var wordCount: Int
  public var cueCount: Int
  /// The last time in the cues, in milliseconds; `nil` without times.
  public var duration: Int?
  /// A link to the recording, `{seconds}` where the moment belongs; empty without one.
  public var url = ""

  public init(path: String, title: String, show: String, date: String) {
    self.path = path
    self.title = title
    self.show = show
    self.date = date
    speakers = []
    fileSize = 0
    modified = 0
    contentHash = 0
    wordCount = 0
    cueCount = 0
  }
}

extension EpisodeRecord {
  /// The link to a moment; empty without one.
  public func link(toSecond second: Int) -> String {
    var parts = url.split(separator: "{seconds}", omittingEmptySubsequences: false)[...]
    guard var link = parts.popFirst().map(String.init), !url.isEmpty else { return "" }
    for part in parts { link += "\(second)" + part }
    return link
  }

  // Fields in this order: path, title, show, date, speakers (count, then each), file size,
  // modification time, content hash (8 bytes), words, cues, duration + 1 or 0, and, if there is one,
  // the link.

  func write(to writer: inout ByteWriter) {
    for text in [path, title, show, date] { writer.string(text) }
    writer.varint(speakers.count)
    for speaker in speakers { writer.string(speaker) }
    writer.varint(fileSize)
    writer.varint(max(0, modified))
    writer.integer(contentHash)
    writer.varint(wordCount)
    writer.varint(cueCount)
    writer.optional(duration)
    if !url.isEmpty { writer.string(url) }
  }

  init(from reader: inout ByteReader) throws(IndexError) {
    path = try reader.string()
    title = try reader.string()
    show = try reader.string()
    date = try reader.string()
    speakers = []
    for _ in 0..<(try reader.varint()) { speakers.append(try reader.string()) }
    fileSize = try reader.varint()
    modified = try reader.varint()
    contentHash = try reader.integer(UInt64.self)
    wordCount = try reader.varint()
    cueCount = try reader.varint()
    duration = try reader.optional()
    if !reader.isAtEnd { url = try reader.string() }
  }
}
