/// Why a text is not read as JSON, and where.
enum JSONFault: Error, Hashable {
  /// The text has so many bytes that its tree would need too much memory.
  case tooLarge(limit: Int)
  /// The text ends inside of something: it was cut off.
  case cutOff(inside: String, position: Int)
  /// A byte that JSON does not allow at that place.
  case unexpected(String, position: Int)
  /// The parser's message, where nothing more is known.
  case other(String)

  /// The error of a file whose text that is.
  ///
  /// - Complexity: O(position), to count lines.
  func error(in text: SourceText) -> TranscriptError {
    switch self {
    case .tooLarge(let limit): TranscriptError(.largeJSON(limit: limit))
    case .cutOff(let inside, let position):
      Self.error("the text ends inside \(inside)", position, text)
    case .unexpected(let what, let position): Self.error("unexpected \(what)", position, text)
    case .other(let message): TranscriptError(.brokenJSON(message, byteOffset: nil))
    }
  }

  private static func error(
    _ message: String, _ position: Int, _ text: SourceText
  ) -> TranscriptError {
    var line = 1
    for byte in text.bytes[..<position] where byte == 0x0A { line += 1 }
    return TranscriptError(
      .brokenJSON(message, byteOffset: text.fileOffset(of: position)), line: line)
  }
}
