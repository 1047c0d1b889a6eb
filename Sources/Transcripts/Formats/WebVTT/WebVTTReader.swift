/// WebVTT (`.vtt`), after the parser of the W3C's specification, section 6.1.
struct WebVTTReader: TranscriptReader {
  let format = TranscriptFormat(
    "vtt", "WebVTT", extensions: ["vtt"], keeps: [.times, .speakers])

  func claim(on file: SourceFile) -> FormatClaim {
    let bytes = file.text.bytes
    guard bytes.starts(with: "WEBVTT".utf8) else { return .none }
    return bytes.count == 6 || bytes[6] <= 0x20 ? .certain : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    var line = skipHeader(&lines)
    while let current = line {
      if current.containsArrow() {
        line = readCue(current, &lines, &builder)
      } else if Self.opensOtherBlock(current) {
        line = skipBlock(&lines)
      } else {
        // Blank lines and identifiers; what is neither gives no cue.
        line = lines.next()
      }
    }
  }

  /// Skips `WEBVTT …` and the lines that belong to it.
  private func skipHeader(_ lines: inout LineScanner) -> ArraySlice<UInt8>? {
    var line = lines.next()
    repeat { line = lines.next() } while line.map { !$0.isEmpty && !$0.containsArrow() } ?? false
    return line
  }

  private static func opensOtherBlock(_ line: ArraySlice<UInt8>) -> Bool {
    ["NOTE", "STYLE", "REGION"].contains { name in
      line.starts(with: name.utf8) && line.dropFirst(name.utf8.count).first ?? 0x20 <= 0x20
    }
  }

  private func skipBlock(_ lines: inout LineScanner) -> ArraySlice<UInt8>? {
    var line = lines.next()
    while let current = line, !current.isEmpty, !current.containsArrow() { line = lines.next() }
    return line
  }

  /// Reads the cue whose times stand in `timing`.
  ///
  /// - Returns: the first line after the cue.
  private func readCue(
    _ timing: ArraySlice<UInt8>, _ lines: inout LineScanner, _ builder: inout TranscriptBuilder
  ) -> ArraySlice<UInt8>? {
    let times = TimeCode.arrow(timing)
    builder.line = lines.line
    if times == nil {
      builder.warn(.cueWithoutTimes, line: lines.line, position: timing.startIndex)
    }
    var text: [ArraySlice<UInt8>] = []
    var line = lines.next()
    while let current = line, !current.isEmpty, !current.containsArrow() {
      text.append(current)
      line = lines.next()
    }
    guard let times else { return line }
    if text.isEmpty { builder.noteEmptyCue() }
    for voice in CueMarkup(.webVTT).voices(in: Array(text.joined(separator: [0x20]))) {
      builder.append(voice.text[...], start: times.start, end: times.end, speaker: voice.speaker)
    }
    return line
  }
}
