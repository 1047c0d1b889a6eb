/// The SubRip cue that is being read: its times, and the lines up to the next times.
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

  var lines: [ArraySlice<UInt8>] = []
  private var timing: SubRipTiming?
  /// The line of the times; 0 before the first.
  private var line = 0
  private var indices: Indices?
  private var lastIndex = 0
  private var text = InformalMarkup()

  /// Whether the line before the next one is a number, as an index is.
  var endsInNumber: Bool { lines.last.map(SubRipReader.isNumber) ?? false }

  mutating func begin(_ timing: SubRipTiming?, line: Int) {
    (self.timing, self.line) = (timing, line)
  }

  /// Adds the cue to the transcript.
  ///
  /// - Parameter isLast: whether no times follow, so that no index can stand at the end.
  mutating func finish(_ builder: inout TranscriptBuilder, isLast: Bool) {
    if !isLast { dropIndex() }
    defer { lines.removeAll(keepingCapacity: true) }
    guard line > 0 else { return noteLinesBeforeFirstCue(&builder) }
    builder.line = line
    let count = builder.cueCount
    for line in lines where !SubRipReader.isBlank(line) { text.append(line.trimmed) }
    text.write(start: timing?.start, end: timing?.end, to: &builder)
    if builder.cueCount == count { builder.noteEmptyCue() }
  }

  private func noteLinesBeforeFirstCue(_ builder: inout TranscriptBuilder) {
    for (offset, line) in lines.enumerated() where !SubRipReader.isBlank(line) {
      builder.line = offset + 1
      builder.noteStrayLine()
    }
  }

  /// Takes the index of the next cue from the end of the lines.
  private mutating func dropIndex() {
    let last = lines.lastIndex { !SubRipReader.isBlank($0) }
    let number = last.flatMap { TimeCode.digits(lines[$0].trimmed) }
    let isAdjacent = last == lines.count - 1
    if indices == nil { indices = number == nil ? .missing : isAdjacent ? .adjacent : .apart }
    guard let last, let number, isIndex(number, at: last, isAdjacent: isAdjacent) else { return }
    lastIndex = number
    lines.removeSubrange(last...)
  }

  /// Whether a number before times is their index, not the text of the cue in front of them.
  private func isIndex(_ number: Int, at place: Int, isAdjacent: Bool) -> Bool {
    guard isAdjacent else { return indices == .apart }
    // Right behind times it may be the text of theirs, before which no index is left.
    if place == 0, line > 0 { return number == lastIndex + 1 }
    return indices != .missing || place > 0
  }
}
