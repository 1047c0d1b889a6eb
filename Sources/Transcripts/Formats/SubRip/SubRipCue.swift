/// The SubRip cue that is being read: its times, and the text up to the next times.
struct SubRipCue {
  /// How a file writes its indices, judged by the first.
  private enum Indices {
    /// There are none.
    case missing
    /// Each stands right before its times.
    case adjacent
    /// Blank lines stand between, as where each line is followed by one.
    case apart
  }

  private var timing: SubRipTiming?
  /// The line of the times; 0 before the first.
  private var line = 0
  private var text = InformalMarkup()
  private var hasText = false
  /// The last line that is not blank, where it is a number: the text of this cue, or the index of the next.
  private var number: (digits: ArraySlice<UInt8>, line: Int)?
  /// Whether no blank line stands behind it.
  private var isAdjacent = false
  private var indices: Indices?
  private var lastIndex = 0

  /// Whether the line before the next one is a number, as an index is.
  var endsInNumber: Bool { number != nil && isAdjacent }

  mutating func begin(_ timing: SubRipTiming?, line: Int) {
    (self.timing, self.line, hasText) = (timing, line, false)
  }

  mutating func append(
    _ line: ArraySlice<UInt8>, number lineNumber: Int, _ builder: inout TranscriptBuilder
  ) {
    let words = line.trimmed
    guard !words.isEmpty else {
      isAdjacent = false
      return
    }
    takeNumberAsText(&builder)
    if SubRipReader.isNumber(words) {
      (number, isAdjacent) = ((words, lineNumber), true)
    } else {
      add(words, number: lineNumber, &builder)
    }
  }

  /// Adds a line to the text; before the first times it belongs to no cue.
  private mutating func add(
    _ words: ArraySlice<UInt8>, number lineNumber: Int, _ builder: inout TranscriptBuilder
  ) {
    hasText = true
    guard line == 0 else { return text.append(words) }
    builder.line = lineNumber
    builder.noteStrayLine()
  }

  private mutating func takeNumberAsText(_ builder: inout TranscriptBuilder) {
    guard let number else { return }
    self.number = nil
    add(number.digits, number: number.line, &builder)
  }

  /// Adds the cue to the transcript.
  ///
  /// - Parameter isLast: whether no times follow, so that no index can stand at the end.
  mutating func finish(_ builder: inout TranscriptBuilder, isLast: Bool) {
    if !isLast { dropIndex() }
    takeNumberAsText(&builder)
    guard line > 0 else { return }
    builder.line = line
    let count = builder.cueCount
    text.write(start: timing?.start, end: timing?.end, to: &builder)
    if builder.cueCount == count { builder.noteEmptyCue() }
  }

  /// Forgets the last number if it is the index of the next cue.
  private mutating func dropIndex() {
    let value = number.flatMap { TimeCode.digits($0.digits) }
    if indices == nil { indices = value == nil ? .missing : isAdjacent ? .adjacent : .apart }
    guard let value, isIndex(value) else { return }
    (lastIndex, number) = (value, nil)
  }

  private func isIndex(_ value: Int) -> Bool {
    guard isAdjacent else { return indices == .apart }
    // Right behind times it may be the text of theirs, before which no index is left.
    if !hasText, line > 0 { return value == lastIndex + 1 }
    return indices != .missing || hasText
  }
}
