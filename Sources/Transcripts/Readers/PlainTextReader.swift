/// Plain text, a cue a line, without times.
struct PlainTextReader: TranscriptReader {
  /// Text holds no NUL and hardly any other controls.
  func claims(_ source: SourceText) -> Bool {
    let (controls, zeros) = source.bytes.withUnsafeBufferPointer { bytes in
      var (controls, zeros) = (0, 0)
      for byte in bytes {
        controls += byte < 0x20 && !(0x09...0x0D).contains(byte) ? 1 : 0
        zeros += byte == 0 ? 1 : 0
      }
      return (controls, zeros)
    }
    return zeros == 0 && controls * 100 <= source.bytes.count
  }

  func read(_ source: SourceText, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(source.bytes)
    while let line = lines.next() { builder.append(line) }
  }
}
