/// SubRip (`.srt`), read leniently since it has no normative description.
///
/// A cue is a line with two times and the lines after it, up to the next such line. Indices may
/// be missing or repeated, times may have `,` or `.` before the milliseconds, blank lines may be
/// missing or stand inside a cue.
struct SubRipReader: TranscriptReader {
  let format = TranscriptFormat("srt", "SubRip", extensions: ["srt"], keeps: .times)

  func claim(on file: SourceFile) -> FormatClaim {
    var lines = LineScanner(Array(file.head))
    while let line = lines.next() {
      if line.containsArrow(), TimeCode.arrow(line) != nil { return .certain }
    }
    return .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    var cue: PendingCue?
    while let line = lines.next() {
      guard line.containsArrow(), let times = TimeCode.arrow(line) else {
        cue?.lines.append(line)
        continue
      }
      cue?.finish(&builder, beforeAnother: true)
      if times.end < times.start {
        builder.warn(.cueEndsBeforeStart, line: lines.line, position: line.startIndex)
      }
      cue = PendingCue(start: times.start, end: times.end, line: lines.line)
    }
    cue?.finish(&builder, beforeAnother: false)
  }

  private struct PendingCue {
    let start: Int
    let end: Int
    let line: Int
    var lines: [ArraySlice<UInt8>] = []

    mutating func finish(_ builder: inout TranscriptBuilder, beforeAnother: Bool) {
      // A number right before the next cue's times is that cue's index.
      if beforeAnother, let last = lines.last?.trimmed, TimeCode.digits(last) != nil {
        lines.removeLast()
      }
      let text = Array(lines.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: [0x20]))
      builder.line = line
      if text.isEmpty { builder.noteEmptyCue() }
      for voice in CueMarkup(.subRip).voices(in: text) {
        builder.append(voice.text[...], start: start, end: end, speaker: voice.speaker)
      }
    }
  }
}
