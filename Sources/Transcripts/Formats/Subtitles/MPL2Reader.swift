/// MPL2: `[10][35]text`, in tenths of a second, with `|` for line breaks and `/` before a line in italics.
struct MPL2Reader: TranscriptReader {
  let format = TranscriptFormat("mpl2", "MPL2", extensions: ["mpl", "txt"], keeps: .times)

  /// Nine lines in ten begin with two numbers in brackets.
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
      cue.begin(start: line.start, end: line.end, line: lines.line, &builder)
      cue.append(lines: line.text, line: lines.line, &builder) { part in
        let part = part.trimmed
        return part.first == UInt8(ascii: "/") ? part.dropFirst() : part
      }
    }
    cue.finish(&builder)
  }

  private static func line(
    _ line: ArraySlice<UInt8>
  ) -> (start: Int, end: Int?, text: ArraySlice<UInt8>)? {
    var cursor = ByteCursor(line)
    cursor.skipSpaces()
    guard cursor.take(UInt8(ascii: "[")) else { return nil }
    let start = cursor.digits()
    guard 1...9 ~= start.count, cursor.take("][") else { return nil }
    let end = cursor.digits()
    guard end.count <= 9, cursor.take(UInt8(ascii: "]")) else { return nil }
    return (start.value * 100, end.count == 0 ? nil : end.value * 100, cursor.rest)
  }
}
