/// CTM, NIST's words with times, as recognisers write them: `file channel start duration word [confidence
/// [type [speaker]]]`.
///
/// Words make cues by the rules of `WordCues`; a cue also ends where the recording or the channel changes. Marks
/// in angle brackets such as `<eps>` are no words, and neither are noises.
struct WordTimeMarkReader: TranscriptReader {
  let format = TranscriptFormat(
    "ctm", "CTM, words with times from speech recognisers", extensions: ["ctm"],
    keeps: [.times, .speakers, .words])

  private static let noises: Set<String> = ["noise", "non-speech", "misc", "fp", "frag"]

  func claim(on file: SourceFile) -> FormatClaim {
    var lines = TimeMarkLines(file.head)
    return lines.next() && Word(lines) != nil ? .possible : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = TimeMarkLines(file.text.bytes)
    var cues = WordCues()
    var source = 0..<0
    while lines.next() {
      builder.line = lines.number
      guard let word = Word(lines) else {
        builder.noteStrayLine()
        continue
      }
      if lines.bytes[word.source] != lines.bytes[source] {
        cues.endTurn(into: &builder)
        source = word.source
      }
      if !word.isSpoken { continue }
      lines.bytes[word.text].withUnsafeBufferPointer { text in
        cues.append(
          text, start: word.start, end: word.start + word.length, speaker: word.speaker,
          into: &builder)
      }
    }
    cues.flush(into: &builder)
  }

  private struct Word {
    /// Recording and channel.
    let source: Range<Int>
    let start, length: Int
    let text: Range<Int>
    let speaker: String?
    let isSpoken: Bool

    init?(_ line: TimeMarkLines) {
      text = line.field(4)
      guard !text.isEmpty, let start = line.seconds(2), let length = line.seconds(3) else {
        return nil
      }
      source = line.text.lowerBound..<line.field(1).upperBound
      (self.start, self.length) = (start, length)
      let speaker = line.bytes[line.field(7)].string
      self.speaker = speaker.isEmpty || speaker == "NA" || speaker == "unknown" ? nil : speaker
      let type = line.field(6)
      let isNoise =
        !type.isEmpty && WordTimeMarkReader.noises.contains(line.bytes[type].string)
      isSpoken = !isNoise && !Self.isMark(line.bytes[text])
    }

    /// Whether a word stands in angle brackets.
    private static func isMark(_ word: ArraySlice<UInt8>) -> Bool {
      word.first == UInt8(ascii: "<") && word.last == UInt8(ascii: ">")
    }
  }
}
