/// WebVTT (`.vtt`), by the parser of the W3C's specification, section 6.
struct WebVTTReader: TranscriptReader {
  let format = TranscriptFormat(
    "vtt", "WebVTT", extensions: ["vtt"], keeps: [.times, .speakers, .words])

  /// The signature decides: `WEBVTT`, and white space or nothing after it.
  func claim(on file: SourceFile) -> FormatClaim {
    let bytes = file.text.bytes
    guard bytes.starts(with: "WEBVTT".utf8) else { return .none }
    return bytes.count == 6 || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[6]) ? .certain : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var parser = Parser(file.text.bytes)
    parser.skipHeader()
    while parser.line != nil { parser.readBlock(&builder) }
  }

  /// Blocks are lines up to an empty one, or up to the times of the next cue.
  private struct Parser {
    private var lines: LineScanner
    private var text = WebVTTCueText()
    /// The line to be looked at next; `nil` at the end.
    private(set) var line: ArraySlice<UInt8>?

    init(_ bytes: [UInt8]) {
      lines = LineScanner(bytes)
      line = lines.next()
    }

    private mutating func advance() { line = lines.next() }

    /// Skips `WEBVTT …` and the lines that belong to it.
    mutating func skipHeader() {
      advance()
      skipBlock()
    }

    private mutating func skipBlock() {
      while let line, !line.isEmpty, !line.containsArrow() { advance() }
    }

    /// Reads a block, of which the first or second line has the times if it is a cue. Comments, style sheets
    /// and regions are those that have none.
    mutating func readBlock(_ builder: inout TranscriptBuilder) {
      guard let first = line else { return }
      if !first.isEmpty, !first.containsArrow() { advance() }
      if let line, line.containsArrow() {
        readCue(line, &builder)
      } else if line?.isEmpty ?? true {
        advance()
      } else {
        skipBlock()
      }
    }

    private mutating func readCue(_ timing: ArraySlice<UInt8>, _ builder: inout TranscriptBuilder) {
      builder.line = lines.line
      advance()
      guard let times = WebVTTTiming(timing) else {
        builder.warn(.cueWithoutTimes, line: builder.line, position: timing.startIndex)
        return skipBlock()
      }
      text.removeAll()
      while let line, !line.isEmpty, !line.containsArrow() {
        text.append(line)
        advance()
      }
      text.write(times.start, times.end, to: &builder)
    }
  }
}
