/// Plain text, a cue a line, without times.
struct PlainTextReader: TranscriptReader {
  let format = TranscriptFormat("text", "plain text, a cue a line", extensions: ["txt", "text"])

  func claim(on file: SourceFile) -> FormatClaim { file.isText ? .possible : .none }

  /// How many bytes are controls other than white space, and how many of these are NUL.
  static func countControls(_ bytes: UnsafeRawBufferPointer) -> (controls: Int, zeros: Int) {
    var (controls, zeros, position) = (0, 0, 0)
    while position < bytes.count {
      // Of eight bytes at a time mostly none is below U+0020.
      if position + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        if !word.hasControl {
          position += 8
          continue
        }
      }
      for byte in bytes[position..<min(position + 8, bytes.count)] where byte < 0x20 {
        controls += (0x09...0x0D).contains(byte) ? 0 : 1
        zeros += byte == 0 ? 1 : 0
      }
      position += 8
    }
    return (controls, zeros)
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    while let line = lines.next() { builder.append(line) }
  }
}
