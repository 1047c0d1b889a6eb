/// Plain text, a cue a line, without times.
struct PlainTextReader: TranscriptReader {
  /// Text holds no NUL and hardly any other controls.
  func claims(_ source: SourceText) -> Bool {
    let controls = source.bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
    return !source.bytes.contains(0) && controls * 100 <= source.bytes.count
  }

  func read(_ source: SourceText, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(source.bytes)
    while let line = lines.next() { builder.append(line) }
  }
}
