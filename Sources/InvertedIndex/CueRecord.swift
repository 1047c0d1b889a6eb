/// A cue in the index: its text, time, speaker and words.
public struct CueRecord: Hashable, Sendable {
  /// UTF-8 byte offsets into the episode's text.
  public var text: Range<Int>
  /// Milliseconds from the start of the recording, where known.
  public var start: Int?
  public var end: Int?
  /// Index into the episode's speakers, where known.
  public var speaker: Int?
  /// Positions of the cue's words in the episode's word stream.
  public var words: Range<Int>

  public init(text: Range<Int>, start: Int?, end: Int?, speaker: Int?, words: Range<Int>) {
    self.text = text
    self.start = start
    self.end = end
    self.speaker = speaker
    self.words = words
  }
}

extension CueRecord {
  // Fields in this order: text start, text length, start + 1 or 0, end + 1 or 0, speaker + 1 or 0,
  // number of words. The first word follows from the cues before.

  func write(to writer: inout ByteWriter) {
    writer.varint(text.lowerBound)
    writer.varint(text.count)
    writer.optional(start)
    writer.optional(end)
    writer.optional(speaker)
    writer.varint(words.count)
  }

  init(
    from reader: inout ByteReader, of episode: EpisodeRecord, textLength: Int, firstWord: Int
  ) throws(IndexError) {
    let textStart = try reader.varint(below: textLength + 1)
    text = textStart..<textStart + (try reader.varint(below: textLength - textStart + 1))
    start = try reader.optional()
    end = try reader.optional()
    speaker = try reader.optional()
    guard speaker ?? -1 < episode.speakers.count else { throw reader.corrupt("no such speaker") }
    let count = try reader.varint(below: episode.wordCount - firstWord + 1)
    words = firstWord..<firstWord + count
  }
}
