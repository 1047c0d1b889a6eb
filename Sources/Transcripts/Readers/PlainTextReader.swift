/// Plain text, a cue a line, without times.
struct PlainTextReader: TranscriptReader {
  /// Text holds no NUL.
  func claims(_ source: SourceText) -> Bool {
    !source.bytes.contains(0)
  }

  func read(_ source: SourceText, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(source.bytes)
    while let line = lines.next() { builder.append(line) }
  }
}
