/// Reads one format of transcript.
protocol TranscriptReader: Sendable {
  /// Whether the content is what the file's name announces.
  ///
  /// A file that is not claimed is no episode; one that is claimed must be read or rejected.
  func claims(_ source: SourceText) -> Bool

  /// Why the content is not claimed.
  func refusal(of source: SourceText) -> TranscriptError.Code

  /// Reads the cues, adding a warning for each damaged place that is passed over.
  ///
  /// - Throws: `TranscriptError` when nothing can be made of the file.
  func read(_ source: SourceText, into builder: inout TranscriptBuilder) throws(TranscriptError)
}

extension TranscriptReader {
  func refusal(of source: SourceText) -> TranscriptError.Code { .otherContent }
}

extension Transcript {
  /// Why `read` makes nothing of a file.
  public static func refusal(
    of bytes: [UInt8], fileName: String, encoding: String?
  ) -> TranscriptError {
    guard let format = TranscriptFormat(fileName: fileName) else {
      return TranscriptError(.unknownName(fileName))
    }
    guard let source = try? SourceText(decoding: bytes, encoding: encoding) else {
      return TranscriptError(.noText)
    }
    return TranscriptError(format.reader.refusal(of: source))
  }

  /// Whether transcripts can be read in a charset of that name, as ICU knows them.
  public static func knowsEncoding(_ name: String) -> Bool {
    Charset.isKnown(name)
  }

  /// Reads a transcript from the bytes of a file.
  ///
  /// - Parameters:
  ///   - fileName: the name of the file, which announces the format.
  ///   - encoding: the charset to read it as; `nil` finds out.
  /// - Returns: `nil` when no reader claims the file by name and content.
  /// - Throws: `TranscriptError` when a reader claims it and cannot read it.
  /// - Complexity: O(n).
  public static func read(
    _ bytes: [UInt8], fileName: String, encoding: String? = nil
  ) throws(TranscriptError) -> Transcript? {
    guard let format = TranscriptFormat(fileName: fileName) else { return nil }
    let source: SourceText
    do throws(TranscriptError) {
      source = try SourceText(decoding: bytes, encoding: encoding)
    } catch {
      // What is no text in any charset is no transcript; a charset that was asked for is.
      if encoding == nil { return nil }
      throw error
    }
    let reader = format.reader
    guard reader.claims(source) else { return nil }
    var builder = TranscriptBuilder(source: source)
    try reader.read(source, into: &builder)
    return builder.finish(format: format)
  }
}
