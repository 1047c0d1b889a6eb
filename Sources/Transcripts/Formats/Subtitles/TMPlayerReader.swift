/// TMPlayer: `00:00:01:text` in whole seconds, with `|` for line breaks.
///
/// Its variants have `=` before the text, or a line for each line of a cue: `00:00:01,1=text`. A cue ends
/// where the next one begins, which may have no text.
struct TMPlayerReader: TranscriptReader {
  let format = TranscriptFormat(
    "tmplayer", "TMPlayer", extensions: ["txt"], keeps: .starts)

  private struct Line {
    let start: Int
    /// Which line of its cue it is.
    let number: Int
    let text: ArraySlice<UInt8>
  }

  /// Nine lines in ten begin with a time.
  func claim(on file: SourceFile) -> FormatClaim {
    LineSurvey(file) { Self.line($0) != nil }.isMostly ? .certain : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    var cue = SubtitleCue()
    while let bytes = lines.next() {
      guard let line = Self.line(bytes) else {
        cue.append(bytes, line: lines.line, &builder)
        continue
      }
      if line.number <= 1 || line.start != cue.start {
        cue.begin(start: line.start, end: nil, line: lines.line, &builder)
      }
      cue.append(lines: line.text, line: lines.line, &builder)
    }
    cue.finish(&builder)
  }

  private static func line(_ line: ArraySlice<UInt8>) -> Line? {
    var cursor = ByteCursor(line)
    cursor.skipSpaces()
    let hours = cursor.digits()
    guard 1...3 ~= hours.count, let minutes = pair(&cursor), let seconds = pair(&cursor) else {
      return nil
    }
    var number = 0
    if cursor.take(UInt8(ascii: ",")) {
      let digits = cursor.digits()
      guard digits.count == 1 else { return nil }
      number = digits.value
    }
    guard cursor.take(UInt8(ascii: ":")) || cursor.take(UInt8(ascii: "=")) else { return nil }
    let start = ((hours.value * 60 + minutes) * 60 + seconds) * 1000
    return Line(start: start, number: number, text: cursor.rest)
  }

  /// `:05`
  private static func pair(_ cursor: inout ByteCursor) -> Int? {
    guard cursor.take(UInt8(ascii: ":")) else { return nil }
    let digits = cursor.digits()
    return digits.count == 2 && digits.value < 60 ? digits.value : nil
  }
}
