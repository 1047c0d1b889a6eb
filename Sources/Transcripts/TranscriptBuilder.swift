/// Collects the cues of one transcript.
struct TranscriptBuilder {
  private let source: SourceText
  private var text: [UInt8] = []
  private var cues: [Cue] = []
  private var speakers: [String] = []
  private var speakerNumbers: [String: Int] = [:]
  private var warnings: [TranscriptWarning]
  /// How many times are later than fit in milliseconds of 32 bits: `TimeCode` makes them the latest.
  private var lateTimes = 0

  init(source: SourceText) {
    self.source = source
    warnings = source.warnings
    text.reserveCapacity(source.bytes.count)
  }

  /// Adds a cue unless it holds nothing but white space.
  ///
  /// Line breaks inside the text become single spaces. An end before the start is taken as the
  /// start; times that are too late to be stored are unknown.
  mutating func append(
    _ words: ArraySlice<UInt8>, start: Int32? = nil, end: Int32? = nil, speaker: String? = nil
  ) {
    let words = words.trimmed
    guard !words.isEmpty else { return }
    let (start, end) = (known(start), known(end))
    let first = text.count
    if words.hasControl { appendRepaired(words) } else { text += words }
    cues.append(
      Cue(
        text: first..<text.count, start: start, end: end.map { max($0, start ?? $0) },
        speaker: speaker.flatMap { number(of: $0) }))
    text.append(0x0A)
  }

  /// A time, unless it is later than can be told.
  private mutating func known(_ time: Int32?) -> Int32? {
    guard time == .max else { return time }
    lateTimes += 1
    return nil
  }

  private mutating func appendRepaired(_ words: ArraySlice<UInt8>) {
    for byte in words {
      switch byte {
      case 0x00: text += "\u{FFFD}".utf8
      case 0x09, 0x0A, 0x0D: text.append(0x20)
      default: text.append(byte)
      }
    }
  }

  /// Notes damage at a position of the source's bytes.
  mutating func warn(_ code: TranscriptWarning.Code, line: Int? = nil, position: Int? = nil) {
    let offset = position.flatMap { source.fileOffset(of: $0) }
    warnings.append(TranscriptWarning(code, byteOffset: offset, line: line))
  }

  private mutating func number(of speaker: String) -> Int? {
    guard !speaker.isEmpty else { return nil }
    if let number = speakerNumbers[speaker] { return number }
    speakers.append(speaker)
    speakerNumbers[speaker] = speakers.count - 1
    return speakers.count - 1
  }

  /// The transcript, with speakers taken from prefixes where the format named none.
  mutating func finish(format: TranscriptFormat) -> Transcript {
    if speakers.isEmpty { takeSpeakerPrefixes() }
    if lateTimes > 0 { warn(.lateTimes(count: lateTimes)) }
    if cues.isEmpty { warn(.noText) }
    return Transcript(
      text: text, cues: cues, speakers: speakers, encoding: source.encoding, format: format,
      warnings: warnings)
  }

  /// Turns `主席：大家好` into a speaker and a cue, if nine cues in ten look like that.
  private mutating func takeSpeakerPrefixes() {
    guard let prefixes = speakerPrefixes() else { return }
    var last: Int?
    for (index, prefix) in prefixes.enumerated() {
      if let prefix {
        last = number(of: prefix.name)
        cues[index].text = prefix.end..<cues[index].text.upperBound
      }
      cues[index].speaker = last
    }
    cues.removeAll { $0.text.isEmpty }
  }

  /// What may be a speaker before the words of each cue; `nil` if too few cues have one.
  private func speakerPrefixes() -> [SpeakerPrefix?]? {
    var prefixes: [SpeakerPrefix?] = []
    var missing = 0
    for cue in cues {
      let prefix = SpeakerPrefix(text[cue.text])
      if prefix == nil { missing += 1 }
      // Most texts are decided by their first lines.
      if missing * 10 > cues.count { return nil }
      prefixes.append(prefix)
    }
    return missing < cues.count ? prefixes : nil
  }
}
