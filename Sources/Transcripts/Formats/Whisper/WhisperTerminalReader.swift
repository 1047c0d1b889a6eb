/// What whisper, whisper.cpp and scripts around faster-whisper and WhisperX print:
/// `[00:01.000 --> 00:03.000]  text`. The lines of their logs are no cues.
struct WhisperTerminalReader: TranscriptReader {
  let format = TranscriptFormat(
    "terminal", "terminal output of whisper and whisper.cpp", extensions: ["txt"],
    keeps: [.times, .speakers])

  private struct Line {
    let start: Int
    let end: Int
    var text: ArraySlice<UInt8>
    var speaker: String?
  }

  /// Beginnings of terminal output of whisper and whisper.cpp before the first cue.
  private static let logs = [
    "Detecting language", "Detected language", "whisper_init", "main: processing",
  ].map { Array($0.utf8) }

  /// A log is before the first line with two times, or most of the lines have them.
  func claim(on file: SourceFile) -> FormatClaim {
    var lines = LineScanner(file.head)
    var (before, others, matches, hasLog) = (0, 0, 0, false)
    while let bytes = lines.next() {
      let line = bytes.trimmed
      guard !line.isEmpty else { continue }
      if Self.line(line) != nil {
        matches += 1
      } else if matches == 0 {
        before += 1
        hasLog = hasLog || Self.logs.contains { line.starts(with: $0) }
      } else {
        others += 1
      }
    }
    let isMostly = matches > others && before <= matches + 2
    return matches > 0 && hasLog || isMostly ? .certain : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    while let bytes = lines.next() {
      let trimmed = bytes.trimmed
      guard !trimmed.isEmpty else { continue }
      builder.line = lines.line
      guard let line = Self.line(trimmed) else {
        builder.noteStrayLine()
        continue
      }
      if line.end < line.start {
        builder.warn(.cueEndsBeforeStart, line: lines.line, position: bytes.startIndex)
      }
      if line.text.isEmpty { builder.noteEmptyCue() }
      builder.append(line.text, start: line.start, end: line.end, speaker: line.speaker)
    }
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> Line? {
    var cursor = ByteCursor(bytes)
    _ = cursor.take("Transcript: ")
    guard cursor.take(UInt8(ascii: "[")), let start = time(&cursor) else { return nil }
    cursor.skipSpaces()
    guard cursor.take("-->") || cursor.take("->"), let end = time(&cursor) else { return nil }
    cursor.skipSpaces()
    guard cursor.take(UInt8(ascii: "]")) else { return nil }
    let text = cursor.rest.trimmed
    let turn = " [SPEAKER_TURN]"
    let isTurn = text.suffix(turn.utf8.count).elementsEqual(turn.utf8)
    var line = Line(
      start: start, end: end, text: isTurn ? text.dropLast(turn.utf8.count).trimmed : text)
    takeSpeaker(of: &line)
    return line
  }

  /// `00:01.000`, `00:00:01.000`, or seconds such as `1.00s`.
  private static func time(_ cursor: inout ByteCursor) -> Int? {
    cursor.skipSpaces()
    if let time = cursor.usualClock(point: UInt8(ascii: ".")) { return time }
    let start = cursor.position
    while let byte = cursor.byte, 0x30...0x3A ~= byte || byte == UInt8(ascii: ".") {
      _ = cursor.take(byte)
    }
    let digits = cursor.bytes[start..<cursor.position]
    if let time = TimeCode.clock(digits) { return time }
    _ = cursor.take(UInt8(ascii: "s"))
    return TimeCode.decimal(digits)
  }

  /// Takes `(speaker 0)`, as whisper.cpp prints it, or `[SPEAKER_00]` from the beginning of a text.
  private static func takeSpeaker(of line: inout Line) {
    let isRound = line.text.starts(with: "(speaker ".utf8)
    guard isRound || line.text.starts(with: "[SPEAKER_".utf8) else { return }
    let head = line.text.prefix(32)
    guard let close = head.offset(of: isRound ? UInt8(ascii: ")") : UInt8(ascii: "]")) else {
      return
    }
    let name = head[(head.startIndex + 1)..<close].string
    let rest = line.text[(close + 1)...]
    // With a colon it is a prefix as in other formats.
    guard rest.first != UInt8(ascii: ":") else { return }
    line.text = rest.trimmed
    line.speaker = name.hasSuffix("?") ? nil : name
  }
}
