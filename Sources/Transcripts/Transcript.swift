/// What a reader makes of one file: cues in order, with times and speakers where there are any.
public struct Transcript: Hashable, Sendable {
  /// Well-formed UTF-8 that the cues point into. Bytes outside all cues carry no text.
  public var text: [UInt8]
  public var cues: [Cue]
  /// The speakers' names, each once, in order of appearance.
  public var speakers: [String]
  /// The charset that the file was read as.
  public var encoding: String
  public var format: TranscriptFormat
  /// Damage that was repaired or passed over, in file order.
  public var warnings: [TranscriptWarning]

  public init(
    text: [UInt8], cues: [Cue], speakers: [String], encoding: String, format: TranscriptFormat,
    warnings: [TranscriptWarning]
  ) {
    (self.text, self.cues, self.speakers) = (text, cues, speakers)
    (self.encoding, self.format, self.warnings) = (encoding, format, warnings)
  }

  /// The words of a cue in the original spelling.
  public func string(of cue: Cue) -> String {
    String(decoding: text[cue.text], as: UTF8.self)
  }
}
