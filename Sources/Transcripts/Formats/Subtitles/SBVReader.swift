/// SBV, YouTube's subtitles, and SubViewer, which it comes from: `0:00:01.000,0:00:03.500` above the lines of
/// a cue.
struct SBVReader: TranscriptReader {
  let format = TranscriptFormat(
    "sbv", "YouTube's SBV, SubViewer", extensions: ["sbv"], keeps: .times)

  /// The first line that is no header of SubViewer has times.
  func claim(on file: SourceFile) -> FormatClaim {
    var lines = LineScanner(file.head)
    while let line = lines.next() {
      let line = line.trimmed
      guard let first = line.first, first != UInt8(ascii: "[") else { continue }
      return Self.times(line) == nil ? .none : .certain
    }
    return .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    var cue = SubtitleCue()
    while let line = lines.next() {
      if let times = Self.times(line) {
        cue.begin(start: times.start, end: times.end, line: lines.line, &builder)
      } else if cue.start != nil || line.trimmed.first != UInt8(ascii: "[") {
        append(line, line: lines.line, &cue, &builder)
      }
    }
    cue.finish(&builder)
  }

  /// Adds a line, in which SubViewer writes breaks as `[br]`.
  private func append(
    _ line: ArraySlice<UInt8>, line number: Int, _ cue: inout SubtitleCue,
    _ builder: inout TranscriptBuilder
  ) {
    var (start, rest) = (line.startIndex, line)
    while let bracket = rest.offset(of: UInt8(ascii: "[")) {
      rest = line[(bracket + 1)...]
      guard rest.prefix(3).string.lowercased() == "br]" else { continue }
      cue.append(line[start..<bracket], line: number, &builder)
      rest = rest.dropFirst(3)
      start = rest.startIndex
    }
    cue.append(line[start...], line: number, &builder)
  }

  /// Both times of a line, which have hours and a fraction.
  private static func times(_ line: ArraySlice<UInt8>) -> (start: Int, end: Int)? {
    guard let first = line.first, first <= 0x39 else { return nil }
    var cursor = ByteCursor(line)
    cursor.skipSpaces()
    guard let start = time(&cursor), cursor.take(UInt8(ascii: ",")) else { return nil }
    cursor.skipSpaces()
    guard let end = time(&cursor) else { return nil }
    cursor.skipSpaces()
    return cursor.isAtEnd ? (start, end) : nil
  }

  private static func time(_ cursor: inout ByteCursor) -> Int? {
    let start = cursor.position
    guard case 1...4 = cursor.digits().count, cursor.take(UInt8(ascii: ":")),
      case 1...2 = cursor.digits().count, cursor.take(UInt8(ascii: ":")),
      case 1...2 = cursor.digits().count, cursor.take(UInt8(ascii: ".")),
      case 1...3 = cursor.digits().count
    else { return nil }
    return TimeCode.clock(cursor.bytes[start..<cursor.position])
  }
}
