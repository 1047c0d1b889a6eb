/// CTM, NIST's words with times, as recognisers write them: `file channel start duration word [confidence
/// [type [speaker]]]`.
///
/// Words make cues by the rules of `WordCues`; a cue also ends where the recording or the channel changes. Marks
/// in angle brackets such as `<eps>` are no words, and neither are noises.
struct WordTimeMarkReader: TranscriptReader {
  let format = TranscriptFormat(
    "ctm", "CTM, words of recognisers", extensions: ["ctm"], keeps: [.times, .speakers])

  private static let noises: Set<String> = ["noise", "non-speech", "misc", "fp", "frag"]

  func claim(on file: SourceFile) -> FormatClaim {
    var lines = TimeMarkLines(Array(file.head))
    return lines.next().flatMap { Word($0.text) } == nil ? .none : .possible
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = TimeMarkLines(file.text.bytes)
    var cues = WordCues()
    var source: [UInt8] = []
    while let line = lines.next() {
      builder.line = line.number
      guard let word = Word(line.text) else {
        builder.noteStrayLine()
        continue
      }
      if !word.source.elementsEqual(source) {
        cues.endTurn(into: &builder)
        source = Array(word.source)
      }
      if !word.isSpoken { continue }
      word.text.withUnsafeBufferPointer { text in
        cues.append(
          text, start: word.start, end: word.start + word.length, speaker: word.speaker,
          into: &builder)
      }
    }
    cues.flush(into: &builder)
  }

  private struct Word {
    /// Recording and channel.
    let source: ArraySlice<UInt8>
    let start, length: Int
    let text: ArraySlice<UInt8>
    let speaker: String?
    let isSpoken: Bool

    init?(_ line: ArraySlice<UInt8>) {
      var rest = line
      _ = TimeMarkLines.field(&rest)
      source = line[..<(TimeMarkLines.field(&rest).endIndex)]
      let times = [TimeMarkLines.field(&rest), TimeMarkLines.field(&rest)].map(
        TimeMarkLines.seconds)
      text = TimeMarkLines.field(&rest)
      guard let start = times[0], let length = times[1], !text.isEmpty else { return nil }
      (self.start, self.length) = (start, length)
      _ = TimeMarkLines.field(&rest)
      let type = TimeMarkLines.field(&rest).string
      let speaker = TimeMarkLines.field(&rest).string
      self.speaker = speaker.isEmpty || speaker == "NA" || speaker == "unknown" ? nil : speaker
      let isMark = text.first == UInt8(ascii: "<") && text.last == UInt8(ascii: ">")
      isSpoken = !isMark && !WordTimeMarkReader.noises.contains(type)
    }
  }
}
