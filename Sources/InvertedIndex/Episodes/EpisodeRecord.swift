public import FilePaths

/// What the index knows of an episode besides its words.
public struct EpisodeRecord: Hashable, Sendable {
  /// How the cues of a file were taken, where not all of what it shows was.
  public struct Reading: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Captions that write again what was said stay as they are written.
    public static let keptRepeats = Reading(rawValue: 1)
    /// Lines without Han are left out.
    public static let hanLines = Reading(rawValue: 2)
  }

  /// Identity: the absolute path of the file, links resolved.
  public var path: FilePath
  public var title: String
  public var show: String
  /// ISO, as precise as known: `2024-11-30`, `2024-11`, `2024`, or empty.
  public var date: String
  /// The speakers' names; cues refer to them by index.
  public var speakers: [String]
  /// Size of the file in bytes, when it was read.
  public var fileSize: Int
  /// Modification time of the file in nanoseconds since 1970, when it was read.
  public var modified: Int
  /// XXH64 of the file's bytes.
  public var contentHash: UInt64
  /// A hash of the texts and times of the cues: equal in episodes whose cues are equal, whatever their files.
  public internal(set) var cueHash: UInt64 = 0
  /// The number of words, and the length of the word stream.
  public var wordCount: Int
  public var cueCount: Int
  /// The last time in the cues, in milliseconds; `nil` without times.
  public var duration: Int?
  /// A link to the recording, `{seconds}` where the moment belongs; empty without one.
  public var url = ""
  /// The cues that a speech recogniser's loops repeat, in order, apart from each other.
  public var loops: [Range<Int>] = []
  /// The cues that a speech recogniser made up where nothing was said, in order, apart from each other.
  public var stock: [Range<Int>] = []
  public var reading: Reading = []
  /// How many cues of the file are gone because captions wrote them again.
  public var mergedCues = 0
  /// How many words have Han, and how many have other letters alone.
  public var hanWords = 0
  public var otherWords = 0
  /// The number of the episode in its show.
  public var number: Int?
  /// Whether no cue names a speaker, and `speakers` has the one whom a source names for all.
  public internal(set) var hasGivenSpeaker = false
  /// Size in bytes and modification time in nanoseconds of what a downloader wrote beside the file, when it was read.
  public var infoFile: FileVersion?
  /// What sources say of the episode, the most explicit one first.
  public internal(set) var statements: [EpisodeStatement] = []

  /// What tells whether a file changed.
  public struct FileVersion: Hashable, Sendable {
    public let size: Int
    public let modified: Int

    public init(size: Int, modified: Int) { (self.size, self.modified) = (size, modified) }
  }

  public init(path: FilePath, title: String, show: String, date: String) {
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
  /// Han's share of the words, numbers aside, from 0 to 1; `nil` where there are none.
  public var hanShare: Double? {
    let words = hanWords + otherWords
    return words == 0 ? nil : Double(hanWords) / Double(words)
  }

  /// How many cues are repeated by loops.
  public var loopCueCount: Int { loops.reduce(0) { $0 + $1.count } }

  /// How many cues a speech recogniser made up.
  public var stockCueCount: Int { stock.reduce(0) { $0 + $1.count } }

  /// The link to a moment; empty without one.
  public func link(toSecond second: Int) -> String {
    var parts = url.split(separator: "{seconds}", omittingEmptySubsequences: false)[...]
    guard var link = parts.popFirst().map(String.init), !url.isEmpty else { return "" }
    for part in parts { link += "\(second)" + part }
    return link
  }

  // Fields in this order: path (bytes as the system has them), title, show, date, speakers (count, then each), file size,
  // modification time, content hash (8 bytes), hash of the cues (8 bytes), words, cues, duration + 1 or 0, link, loops (count, then
  // of each how far it begins after the end of the one before, and how many cues it has), how cues were taken,
  // cues that are gone, words with Han, words of other letters, cues that were made up (like loops), number + 1 or 0,
  // whether the speaker is given (0 or 1), size of the info file + 1 or 0, its modification time or 0, statements (count,
  // then each, see `ByteWriter.statements`).

  func write(to writer: inout ByteWriter) {
    writer.path(path)
    for text in [title, show, date] { writer.string(text) }
    writer.varint(speakers.count)
    for speaker in speakers { writer.string(speaker) }
    writer.varint(fileSize)
    writer.varint(max(0, modified))
    writer.integer(contentHash)
    writer.integer(cueHash)
    writer.varint(wordCount)
    writer.varint(cueCount)
    writer.optional(duration)
    writer.string(url)
    writer.cues(loops)
    for count in [reading.rawValue, mergedCues, hanWords, otherWords] { writer.varint(count) }
    writer.cues(stock)
    writer.optional(number)
    writer.varint(hasGivenSpeaker ? 1 : 0)
    writer.optional(infoFile?.size)
    writer.varint(max(0, infoFile?.modified ?? 0))
    writer.statements(of: self)
  }

  init(from reader: inout ByteReader) throws(IndexError) {
    path = try reader.path()
    title = try reader.string()
    show = try reader.string()
    date = try reader.string()
    speakers = []
    for _ in 0..<(try reader.varint()) { speakers.append(try reader.string()) }
    // Sums of all of these must not overflow.
    fileSize = try reader.varint(below: 1 << 48)
    modified = try reader.varint()
    contentHash = try reader.integer(UInt64.self)
    cueHash = try reader.integer(UInt64.self)
    wordCount = try reader.varint(below: 1 << 32)
    cueCount = try reader.varint(below: 1 << 32)
    duration = try reader.optional()
    guard (0...Int(Int32.max)).contains(duration ?? 0) else {
      throw reader.corrupt("a duration that no cue can have")
    }
    url = try reader.string()
    loops = try reader.cues(of: cueCount)
    reading = Reading(rawValue: try reader.varint(below: 4))
    mergedCues = try reader.varint(below: 1 << 32)
    hanWords = try reader.varint(below: wordCount + 1)
    otherWords = try reader.varint(below: wordCount + 1)
    stock = try reader.cues(of: cueCount)
    number = try reader.optional()
    hasGivenSpeaker = try reader.varint(below: 2) == 1
    guard !hasGivenSpeaker || speakers.count == 1 else {
      throw reader.corrupt("more speakers than the record gives")
    }
    let (infoSize, infoTime) = (try reader.optional(), try reader.varint())
    infoFile = infoSize.map { FileVersion(size: $0, modified: infoTime) }
    statements = try reader.statements(of: self)
  }
}

extension ByteWriter {
  /// Writes ranges of cues, in order and apart from each other.
  fileprivate mutating func cues(_ ranges: [Range<Int>]) {
    varint(ranges.count)
    var end = 0
    for range in ranges {
      varint(range.lowerBound - end)
      varint(range.count)
      end = range.upperBound
    }
  }
}

extension ByteReader {
  fileprivate mutating func cues(of count: Int) throws(IndexError) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var end = 0
    for _ in 0..<(try varint(below: count + 1)) {
      let start = end + (try varint(below: count + 1))
      end = start + (try varint(below: count + 1))
      guard end <= count else { throw corrupt("more cues than there are") }
      ranges.append(start..<end)
    }
    return ranges
  }
}
