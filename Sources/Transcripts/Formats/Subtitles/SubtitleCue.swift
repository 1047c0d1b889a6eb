/// The cue that is being read of a format whose cues begin with times, and go on until the next ones.
struct SubtitleCue {
  private var times: (start: Int, end: Int?)?
  private var line = 0
  private var text = InformalMarkup()

  /// When the cue begins, in milliseconds; `nil` before the first one.
  var start: Int? { times?.start }

  /// Adds the cue so far to the transcript and begins the next one.
  mutating func begin(
    start: Int, end: Int?, line: Int, _ builder: inout TranscriptBuilder
  ) {
    finish(nextStart: start, &builder)
    if let end, end < start { builder.warn(.cueEndsBeforeStart, line: line) }
    (times, self.line) = ((start, end), line)
  }

  /// Adds words to the cue, set off by a space; a line before the first cue belongs to none.
  mutating func append(_ words: ArraySlice<UInt8>, line: Int, _ builder: inout TranscriptBuilder) {
    let words = words.trimmed
    guard !words.isEmpty else { return }
    guard times != nil else {
      builder.line = line
      return builder.noteStrayLine()
    }
    text.append(words)
  }

  /// Adds the lines of a text that parts them by `|`.
  ///
  /// - Parameter plain: takes the marks of the format from a line.
  mutating func append(
    lines text: ArraySlice<UInt8>, line: Int, _ builder: inout TranscriptBuilder,
    plain: (ArraySlice<UInt8>) -> ArraySlice<UInt8> = { $0 }
  ) {
    var rest = text
    while let bar = rest.offset(of: UInt8(ascii: "|")) {
      append(plain(rest[..<bar]), line: line, &builder)
      rest = rest[(bar + 1)...]
    }
    append(plain(rest), line: line, &builder)
  }

  /// Adds the cue so far to the transcript.
  ///
  /// - Parameter nextStart: when the next one begins, which ends this one if it has no end of its own.
  mutating func finish(nextStart: Int? = nil, _ builder: inout TranscriptBuilder) {
    guard let times else { return }
    builder.line = line
    let end = times.end ?? nextStart.flatMap { $0 < times.start ? nil : $0 }
    let count = builder.cueCount
    text.write(start: times.start, end: end, to: &builder)
    // Formats without ends tell them by cues without text.
    if builder.cueCount == count, times.end != nil { builder.noteEmptyCue() }
    self.times = nil
  }
}
