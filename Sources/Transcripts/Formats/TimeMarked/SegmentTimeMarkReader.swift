/// STM, NIST's segments with times, in which speech corpora such as AISHELL-4 have their transcripts:
/// `file channel speaker start end <label> text`.
///
/// Words are joined by the rules of `WordSpacing`: characters of Han have no space between them. Of alternatives
/// `{ a / b }` the first is read, words in angle brackets are none, and a segment that is not scored has no text.
/// Cues are in the order of their starts, recording by recording.
struct SegmentTimeMarkReader: TranscriptReader {
  let format = TranscriptFormat(
    "stm", "STM, segments with times of speech corpora", extensions: ["stm"],
    keeps: [.times, .speakers])

  func claim(on file: SourceFile) -> FormatClaim {
    var lines = TimeMarkLines(file.head)
    return lines.next() && Segment(lines, recording: 0) != nil ? .possible : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    let bytes = file.text.bytes
    var lines = TimeMarkLines(bytes)
    var segments: [Segment] = []
    var recordings = Recordings()
    while lines.next() {
      guard var segment = Segment(lines, recording: 0) else {
        builder.line = lines.number
        builder.noteStrayLine()
        continue
      }
      if segment.isIgnored(in: bytes) { continue }
      segment.recording = recordings.number(of: bytes[lines.field(0)])
      segments.append(segment)
    }
    if recordings.count > 1 { builder.warn(.severalRecordings(count: recordings.count)) }
    Self.write(segments, of: bytes, into: &builder)
  }

  private static func write(
    _ segments: [Segment], of bytes: [UInt8], into builder: inout TranscriptBuilder
  ) {
    var text: [UInt8] = []
    for index in order(of: segments) {
      let segment = segments[index]
      builder.line = segment.line
      text.removeAll(keepingCapacity: true)
      segment.appendWords(of: bytes, to: &text)
      if text.isEmpty { builder.noteEmptyCue() }
      builder.append(
        text[...], start: segment.start, end: segment.end, speaker: bytes[segment.speaker].string)
    }
  }

  /// The numbers of the segments by their starts, recording by recording.
  private static func order(of segments: [Segment]) -> [Int] {
    let isSorted = zip(segments, segments.dropFirst()).allSatisfy {
      ($0.recording, $0.start) <= ($1.recording, $1.start)
    }
    if isSorted { return Array(segments.indices) }
    return segments.indices.sorted {
      (segments[$0].recording, segments[$0].start, $0)
        < (segments[$1].recording, segments[$1].start, $1)
    }
  }
}

/// Numbers recordings in the order in which they are met.
private struct Recordings {
  private var numbers: [ArraySlice<UInt8>: Int] = [:]
  private var last: (name: ArraySlice<UInt8>, number: Int)?

  var count: Int { numbers.count }

  mutating func number(of name: ArraySlice<UInt8>) -> Int {
    if let last, last.name == name { return last.number }
    let number = numbers[name] ?? numbers.count
    numbers[name] = number
    last = (name, number)
    return number
  }
}

/// A line of STM.
private struct Segment {
  var recording: Int
  let start: Int
  let end: Int
  let line: Int
  let speaker: Range<Int>
  private let text: Range<Int>

  init?(_ line: TimeMarkLines, recording: Int) {
    guard let start = line.seconds(3), let end = line.seconds(4) else { return nil }
    speaker = line.field(2)
    (self.recording, self.start, self.end, self.line) = (recording, start, end, line.number)
    var text = line.bytes[line.field(4).upperBound..<line.text.upperBound].trimmed
    if text.first == UInt8(ascii: "<"), let close = text.offset(of: UInt8(ascii: ">")),
      text[close...].dropFirst().first ?? 0x20 <= 0x20
    {
      text = text[(close + 1)...].trimmed
    }
    self.text = text.indices
  }

  /// Whether scoring passes the segment over, since nobody transcribed it.
  func isIgnored(in bytes: [UInt8]) -> Bool {
    bytes[text].first == UInt8(ascii: "i")
      && bytes[text].elementsEqual("ignore_time_segment_in_scoring".utf8)
  }

  func appendWords(of bytes: [UInt8], to words: inout [UInt8]) {
    var join = WordJoin()
    var rest = text
    var (isAlternative, isOther) = (false, false)
    while !rest.isEmpty {
      let field = TimeMarkLines.field(of: bytes, in: rest)
      rest = field.upperBound..<rest.upperBound
      let word = bytes[field]
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
