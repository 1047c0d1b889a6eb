/// Plain text, a cue a line, without times.
struct PlainTextReader: TranscriptReader {
  let format = TranscriptFormat(
    "text", "plain text, one cue per line", extensions: ["txt", "text"])

  func claim(on file: SourceFile) -> FormatClaim {
    format.extensions.contains(file.fileExtension) && file.isText ? .possible : .none
  }

  /// How many bytes are controls other than white space, and how many of these are NUL.
  static func countControls(_ bytes: UnsafeRawBufferPointer) -> (controls: Int, zeros: Int) {
    var (controls, zeros, position) = (0, 0, 0)
    while position < bytes.count {
      let part = UnsafeRawBufferPointer(
        rebasing: bytes[position..<min(position + 256, bytes.count)])
      // Without a branch the processor looks at many bytes at a time, and mostly there are none.
      var controlBits: UInt8 = 0
      for byte in part { controlBits |= isControl(byte) ? 1 : 0 }
      if controlBits != 0 {
        controls += part.count(where: isControl)
        zeros += part.count { $0 == 0 }
      }
      position += part.count
    }
    return (controls, zeros)
  }

  @inline(__always)
  private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte &- 0x09 > 4 }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    while let line = lines.next() { builder.append(line) }
  }
}
