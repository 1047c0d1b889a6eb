/// Records of meetings as text: a line with speaker and time above the words of each turn, or before them.
///
/// A turn is a cue: its lines are joined by spaces, and it ends where the next one begins. What stands above the
/// first turn (heading, key words, summaries, chapters) is no text; title and date are taken from it. Times are
/// offsets, but where the format has the clock on the wall – beside dates, and after `[Name]`, as Zoom saves
/// captions: these count from the first turn.
struct MeetingReader: TranscriptReader {
  let format = TranscriptFormat(
    "meeting",
    "meeting transcripts with the speaker and time of each turn: 飞书妙记, 通义听悟, 腾讯会议, 讯飞听见, Zoom, Teams, Otter",
    extensions: ["txt"], keeps: [.starts, .speakers, .metadata])

  func claim(on file: SourceFile) -> FormatClaim {
    // What has marks of its own is read by readers that know them.
    guard !["md", "markdown", "csv", "tsv"].contains(file.fileExtension), file.root == nil else {
      return .none
    }
    guard TurnSurvey(file).shape != nil || TurnBlocks(file.head[...]) != nil else { return .none }
    return file.isCertain(to: [LRCReader()]) ? .none : .certain
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    let shape = TurnSurvey(file).shape
    if shape == nil, let blocks = TurnBlocks(file.head[...]) {
      var reader = TurnBlockReader(blocks.shape)
      return reader.read(file.text.bytes, into: &builder)
    }
    Self.read(file.text.bytes, shape: shape ?? .nameThenTime, into: &builder)
  }

  /// Reads a text whose headers have a shape.
  static func read(
    _ bytes: [UInt8], shape: TurnHeader.Shape, into builder: inout TranscriptBuilder
  ) {
    var lines = LineScanner(bytes)
    var preamble = MeetingPreamble()
    var turn = TurnCollector()
    var clock = TurnClock(shape)
    while let line = lines.next() {
      if let header = TurnHeader(line), header.shape == shape, let start = clock.start(of: header) {
        turn.begin(
          start: start, end: header.stamp.end.map { start + $0 - header.stamp.start },
          speaker: header.name.string, line: lines.line, &builder)
        turn.append(header.words)
      } else if clock.hasBegun {
        turn.append(line)
      } else {
        preamble.read(line, &builder.metadata)
      }
    }
    turn.finish(&builder)
    if let date = clock.date { builder.metadata.date = date }
  }
}

/// Tells the offsets of turns, and headers from lines that only look like some.
private struct TurnClock {
  private let countsFromFirst: Bool
  private var first: (time: Int, date: String?)?
  private var last = 0
  /// The days that were passed at midnight.
  private var days = 0

  init(_ shape: TurnHeader.Shape) { countsFromFirst = shape == .bracketedNameThenTime }

  var hasBegun: Bool { first != nil }
  var date: String? { first?.date }

  private static let day = 86_400_000

  /// The offset of a turn; `nil` where the time goes back so far that the line must be one of words.
  mutating func start(of header: TurnHeader) -> Int? {
    let stamp = header.stamp
    guard let first else {
      self.first = (stamp.start, stamp.date)
      last = isOnTheWall(stamp.date) ? 0 : stamp.start
      return last
    }
    var start = stamp.start
    if let from = first.date, let date = stamp.date {
      start += DateText.days(from: from, to: date) * Self.day - first.time
    } else if countsFromFirst {
      start += days * Self.day - first.time
      if start < last - Self.day / 2 { (start, days) = (start + Self.day, days + 1) }
    }
    // Speakers overlap by some seconds; a sentence with a time in it goes anywhere.
    guard start >= last - 60_000 else { return nil }
    last = max(last, start)
    return max(start, 0)
  }

  private func isOnTheWall(_ date: String?) -> Bool { countsFromFirst || date != nil }
}
