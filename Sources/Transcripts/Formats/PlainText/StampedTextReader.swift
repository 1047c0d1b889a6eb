/// Plain text with the time before each line, or on a line of its own above it, as YouTube shows transcripts.
///
/// What stands between two times is a cue. Lines above the first time are cues without times.
struct StampedTextReader: TranscriptReader {
  let format = TranscriptFormat(
    "stamped", "plain text with a time before each line: [00:00:01] …, 0:01 …",
    extensions: ["txt"], keeps: [.starts, .speakers])

  /// Formats whose lines have times, too, and marks by which they are known.
  private static let stricter: [any TranscriptReader] = [
    WebVTTReader(), SubRipReader(), LRCReader(), WhisperTerminalReader(), MeetingReader(),
  ]

  /// Times come in most lines, in order, and begin near zero: not so in timetables, and in logs of chats.
  func claim(on file: SourceFile) -> FormatClaim {
    mayClaim(file) && !file.isCertain(to: Self.stricter) ? .certain : .none
  }

  private func mayClaim(_ file: SourceFile) -> Bool {
    guard !["md", "markdown", "csv", "tsv"].contains(file.fileExtension), file.root == nil else {
      return false
    }
    var lines = LineScanner(file.head)
    var (count, alone, lineCount, back): (Int, Int, Int, Int) = (0, 0, 0, 0)
    var last: ClockStamp?
    while let line = lines.next()?.trimmed {
      guard !line.isEmpty else { continue }
      lineCount += 1
      guard let stamp = Self.stamp(of: line) else { continue }
      if last == nil, stamp.start >= Self.latestStart(stamp) { return false }
      if let last, stamp.start < last.start { back += 1 }
      count += 1
      if stamp.next == line.endIndex { alone += 1 }
      last = stamp
    }
    let isMost = count * 2 >= lineCount || alone * 10 >= count * 9 && count * 4 >= lineCount
    return count >= 2 && isMost && back * 10 <= count && alone < lineCount
  }

  /// Five minutes after zero, an hour where hours are written.
  private static func latestStart(_ stamp: ClockStamp) -> Int {
    stamp.parts == 2 ? 300_000 : 3_600_000
  }

  /// The time at the start of a line, with white space or nothing behind it, unless it has a date.
  private static func stamp(of line: ArraySlice<UInt8>) -> ClockStamp? {
    guard let stamp = ClockStamp(line, at: line.startIndex), stamp.date == nil else { return nil }
    guard stamp.isBracketed || stamp.next == line.endIndex || isSeparator(line[stamp.next...])
    else {
      return nil
    }
    return stamp
  }

  private static let separators = [" ", "\t", "\u{3000}", "\u{A0}"].map { Array($0.utf8) }

  private static func isSeparator(_ rest: ArraySlice<UInt8>) -> Bool {
    markLength(rest) != nil || separators.contains { rest.starts(with: $0) }
  }

  /// The words after a stamp, less a colon, hyphen or bar that parts them from it.
  private static func words(
    after stamp: ClockStamp, in line: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    let rest = line[stamp.next...].trimmed
    return rest.dropFirst(markLength(rest) ?? 0)
  }

  /// How long the colon, hyphen or bar is that stands first; behind those of ASCII stands a space.
  private static func markLength(_ text: ArraySlice<UInt8>) -> Int? {
    switch text.first {
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "|"):
      text.dropFirst().first == 0x20 ? 2 : nil
    case 0xEF: text.leadingColon
    default: nil
    }
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    var turn = TurnCollector()
    var last: Int?
    while let line = lines.next()?.trimmed {
      if let stamp = Self.stamp(of: line), stamp.start >= (last ?? 0) - 60_000 {
        turn.begin(start: stamp.start, end: stamp.end, line: lines.line, &builder)
        turn.append(Self.words(after: stamp, in: line))
        last = max(last ?? 0, stamp.start)
      } else if last != nil {
        turn.append(line)
      } else {
        builder.append(line)
      }
    }
    turn.finish(&builder)
  }
}
