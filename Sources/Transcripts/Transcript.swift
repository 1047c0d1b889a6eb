/// What a reader makes of one file: cues in order, with times and speakers where there are any.
public struct Transcript: Hashable, Sendable {
  /// Well-formed UTF-8 that the cues point into. Bytes outside all cues carry no text.
  public var text: [UInt8]
  public var cues: [Cue]
  /// When words begin, in order of their offsets, of the cues whose words have times of their own.
  ///
  /// Such a cue has one at its first byte. All lie between the cue's start and end, and those of a line ascend.
  public var wordTimes: [WordTime]
  /// The speakers' names, each once, in order of appearance.
  public var speakers: [String]
  /// The charset that the file was read as.
  public var encoding: String
  public var format: TranscriptFormat
  /// Damage that was repaired or passed over, in file order.
  public var warnings: [TranscriptWarning]
  public var metadata: TranscriptMetadata
  /// How many cues are gone because captions wrote them again.
  public var mergedCues: Int
  /// How many lines are left out because of their script.
  public var linesLeftOut: Int

  public init(
    text: [UInt8], cues: [Cue], speakers: [String], encoding: String, format: TranscriptFormat,
    warnings: [TranscriptWarning], metadata: TranscriptMetadata = TranscriptMetadata(),
    wordTimes: [WordTime] = [], mergedCues: Int = 0, linesLeftOut: Int = 0
  ) {
    (self.text, self.cues, self.speakers) = (text, cues, speakers)
    (self.encoding, self.format, self.warnings) = (encoding, format, warnings)
    (self.metadata, self.wordTimes) = (metadata, wordTimes)
    (self.mergedCues, self.linesLeftOut) = (mergedCues, linesLeftOut)
  }

  /// The words of a cue in the original spelling.
  public func string(of cue: Cue) -> String {
    String(decoding: text[cue.text], as: UTF8.self)
  }
}

extension Transcript {
  /// Whether transcripts can be read in a charset of that name, as ICU knows them.
  public static func knowsEncoding(_ name: String) -> Bool {
    Charset.isKnown(name)
  }

  /// Why a file that begins with some bytes is no transcript, whatever follows; `nil` where it may be one.
  ///
  /// For files whose names tell nothing, which may be films.
  public static func refusal(
    ofHead head: [UInt8], fileName: String, encoding: String?, format: String?
  ) -> TranscriptError? {
    do throws(TranscriptError) {
      let file = try SourceFile(head, fileName: fileName, encoding: encoding)
      guard file.isText else {
        return UnreadKind.refusal(of: head) ?? TranscriptError(.noText)
      }
      if case .broken = file.json { return nil }
      _ = try FormatTable.reader(for: file, named: format)
      return nil
    } catch {
      return error.isOtherContent ? error : UnreadKind.refusal(of: head) ?? TranscriptError(.noText)
    }
  }

  /// Reads a transcript from the bytes of a file.
  ///
  /// - Parameters:
  ///   - fileName: the name of the file, which decides where the content does not.
  ///   - encoding: the charset to read it as; `nil` finds out.
  ///   - format: the name of the format to read it as; `nil` finds out.
  ///   - cleaning: what is done to cues that are not what was said.
  /// - Throws: `TranscriptError` when no reader can read it, saying why.
  /// - Complexity: O(n).
  public static func read(
    _ bytes: [UInt8], fileName: String, encoding: String? = nil, format: String? = nil,
    cleaning: CueCleaning = CueCleaning()
  ) throws(TranscriptError) -> Transcript {
    let file: SourceFile
    do throws(TranscriptError) {
      file = try SourceFile(bytes, fileName: fileName, encoding: encoding)
    } catch {
      // What is no text in any charset is no transcript; a charset that was asked for is.
      throw encoding == nil ? UnreadKind.refusal(of: bytes) ?? TranscriptError(.noText) : error
    }
    let reader = try FormatTable.reader(for: file, named: format)
    var builder = TranscriptBuilder(source: file.text)
    try reader.read(file, into: &builder)
    let transcript = builder.finish(format: reader.format, cleaning: cleaning)
    if let format, transcript.cues.isEmpty, transcript.linesLeftOut == 0 {
      throw TranscriptError(file.isEmpty ? .empty : .otherFormat(format))
    }
    return transcript
  }
}
