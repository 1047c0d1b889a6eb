/// SubRip (`.srt`), read leniently since it has no normative description.
///
/// A cue is a line with two times and the lines after it, up to the next such line. Indices may
/// be missing or repeated, blank lines may be missing or stand inside a cue.
struct SubRipReader: TranscriptReader {
  let format = TranscriptFormat("srt", "SubRip", extensions: ["srt"], keeps: .times)

  /// A file that begins with an index and times, or with times, is certain; one that has times farther on is
  /// possible, and certain from the second cue on. One that begins as WebVTT is that.
  func claim(on file: SourceFile) -> FormatClaim {
    let claim = claimByTimes(on: file)
    guard claim != .none, !file.isCertain(to: [WebVTTReader()]) else { return .none }
    return TurnBlocks(file.head[...])?.shape == .rangeThenName ? .none : claim
  }

  private func claimByTimes(on file: SourceFile) -> FormatClaim {
    var lines = LineScanner(file.head)
    var (before, found) = (0, 0)
    while let line = lines.next() {
      if SubRipTiming(line) != nil {
        if found == 0, before == 0 { return .certain }
        found += 1
        if found == 2 { return .certain }
      } else if found == 0, !Self.isBlank(line), !Self.isNumber(line) || before > 0 {
        before += 1
      }
    }
    return found > 0 ? .possible : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    var cue = SubRipCue()
    while let line = lines.next() {
      if let timing = SubRipTiming(line) {
        cue.finish(&builder, isLast: false)
        if timing.end < timing.start {
          builder.warn(.cueEndsBeforeStart, line: lines.line, position: line.startIndex)
        }
        cue.begin(timing, line: lines.line)
      } else if line.first ?? 0 <= 0x39, cue.endsInNumber, line.containsArrow() {
        cue.finish(&builder, isLast: false)
        builder.warn(.unreadableTimes, line: lines.line, position: line.startIndex)
        cue.begin(nil, line: lines.line)
      } else {
        cue.append(line, number: lines.line, &builder)
      }
    }
    cue.finish(&builder, isLast: true)
  }

  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.isEmpty || line.first! <= 0x20 && line.trimmed.isEmpty
  }

  static func isNumber(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, first <= 0x39 else { return false }
    return TimeCode.digits(line.trimmed) != nil
  }
}
