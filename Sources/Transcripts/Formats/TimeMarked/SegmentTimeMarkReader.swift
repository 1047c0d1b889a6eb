/// STM, NIST's segments with times, in which speech corpora such as AISHELL-4 have their transcripts:
/// `file channel speaker start end <label> text`.
///
/// Words are joined by the rules of `WordSpacing`: characters of Han have no space between them. Of alternatives
/// `{ a / b }` the first is read, words in angle brackets are none, and a segment that is not scored has no text.
/// Cues are in the order of their starts, recording by recording.
struct SegmentTimeMarkReader: TranscriptReader {
  let format = TranscriptFormat(
    "stm", "STM, segments of speech corpora", extensions: ["stm"], keeps: [.times, .speakers])

  func claim(on file: SourceFile) -> FormatClaim {
    var lines = TimeMarkLines(Array(file.head))
    return lines.next().flatMap { Segment($0) } == nil ? .none : .possible
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = TimeMarkLines(file.text.bytes)
    var segments: [Segment] = []
    while let line = lines.next() {
      guard let segment = Segment(line) else {
        builder.line = line.number
        builder.noteStrayLine()
        continue
      }
      if !segment.isIgnored { segments.append(segment) }
    }
    write(segments, into: &builder)
  }

  private func write(_ segments: [Segment], into builder: inout TranscriptBuilder) {
    var recordings: [ArraySlice<UInt8>: Int] = [:]
    let numbers = segments.map { segment in
      recordings[segment.recording] ?? recordings.insert(recordings.count, for: segment.recording)
    }
    let order = segments.indices.sorted {
      (numbers[$0], segments[$0].start, $0) < (numbers[$1], segments[$1].start, $1)
    }
    if recordings.count > 1 { builder.warn(.severalRecordings(count: recordings.count)) }
    var text: [UInt8] = []
    for index in order {
      let segment = segments[index]
      builder.line = segment.line
      text.removeAll(keepingCapacity: true)
      segment.appendWords(to: &text)
      if text.isEmpty { builder.noteEmptyCue() }
      builder.append(text[...], start: segment.start, end: segment.end, speaker: segment.speaker)
    }
  }
}

extension Dictionary {
  fileprivate mutating func insert(_ value: Value, for key: Key) -> Value {
    self[key] = value
    return value
  }
}

/// A line of STM.
private struct Segment {
  let recording: ArraySlice<UInt8>
  let speaker: String
  let start: Int
  let end: Int
  let line: Int
  private let text: ArraySlice<UInt8>

  init?(_ line: TimeMarkLines.Line) {
    var rest = line.text
    let fields = (0..<5).map { _ in TimeMarkLines.field(&rest) }
    guard let start = TimeMarkLines.seconds(fields[3]), let end = TimeMarkLines.seconds(fields[4])
    else {
      return nil
    }
    recording = fields[0]
    speaker = fields[2].string
    (self.start, self.end, self.line) = (start, end, line.number)
    var text = rest.trimmed
    if text.first == UInt8(ascii: "<"), let close = text.offset(of: UInt8(ascii: ">")),
      text[close...].dropFirst().first ?? 0x20 <= 0x20
    {
      text = text[(close + 1)...].trimmed
    }
    self.text = text
  }

  /// Whether scoring passes the segment over, since nobody transcribed it.
  var isIgnored: Bool {
    text.elementsEqual("ignore_time_segment_in_scoring".utf8)
  }

  func appendWords(to words: inout [UInt8]) {
    var join = WordJoin()
    var rest = text
    var (isAlternative, isOther) = (false, false)
    while !rest.isEmpty {
      let word = TimeMarkLines.field(&rest)
      switch (word.first, word.count) {
      case (UInt8(ascii: "{"), 1): (isAlternative, isOther) = (true, false)
      case (UInt8(ascii: "}"), 1): (isAlternative, isOther) = (false, false)
      case (UInt8(ascii: "/"), 1) where isAlternative: isOther = true
      case (UInt8(ascii: "<"), _) where word.last == UInt8(ascii: ">"): break
      case _ where isOther: break
      default: word.withUnsafeBufferPointer { join.join($0, to: &words) }
      }
    }
  }
}
