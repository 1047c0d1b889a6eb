/// Reads the blocks of `TurnBlocks`: a turn is a cue, and has the time of its block.
struct TurnBlockReader {
  private let shape: TurnBlocks.Shape
  private var turn = TurnCollector()
  private var preamble = MeetingPreamble()
  private var unit = TimeColumn()
  private var stamp: BlockStamp?
  /// Whether the next line is a name, after a time.
  private var awaitsName = false
  private var hasBegun = false
  /// The line that may be the name above a time.
  private var pending: ArraySlice<UInt8>?

  init(_ shape: TurnBlocks.Shape) { self.shape = shape }

  mutating func read(_ bytes: [UInt8], into builder: inout TranscriptBuilder) {
    noteUnits(of: bytes)
    var lines = LineScanner(bytes)
    while let line = lines.next()?.trimmed {
      if !line.isEmpty { read(line, number: lines.line, &builder) }
    }
    takePending(&builder)
    turn.finish(&builder)
  }

  private mutating func noteUnits(of bytes: [UInt8]) {
    guard shape == .rangeThenName || shape == .rangeThenWords else { return }
    var lines = LineScanner(bytes)
    while let line = lines.next() {
      guard let stamp = BlockStamp(line) else { continue }
      unit.note(stamp.start)
      if let end = stamp.end { unit.note(end) }
    }
  }

  private mutating func read(
    _ line: ArraySlice<UInt8>, number: Int, _ builder: inout TranscriptBuilder
  ) {
    if shape == .words {
      readPlain(line, number, &builder)
    } else if shape == .labels {
      if let label = TurnBlocks.label(line) {
        begin(speaker: label, number, &builder)
      } else {
        append(line, &builder)
      }
    } else if let stamp = BlockStamp(line), (stamp.end == nil) == isOfClocks {
      begin(stamp, number, &builder)
    } else {
      readWords(line, number, &builder)
    }
  }

  /// Each line below the heading is a cue.
  private mutating func readPlain(
    _ line: ArraySlice<UInt8>, _ number: Int, _ builder: inout TranscriptBuilder
  ) {
    if hasBegun {
      builder.line = number
      builder.append(line)
    } else if TurnBlocks.isHeading(line) {
      hasBegun = true
    } else {
      preamble.read(line, &builder.metadata)
    }
  }

  private var isOfClocks: Bool { shape == .nameThenTime || shape == .timeThenTurns }

  private mutating func begin(
    _ stamp: BlockStamp, _ number: Int, _ builder: inout TranscriptBuilder
  ) {
    self.stamp = stamp
    switch shape {
    case .nameThenTime:
      let name = pending
      pending = nil
      begin(speaker: name, number, &builder)
    case .rangeThenName, .timeThenTurns:
      turn.finish(&builder)
      (awaitsName, hasBegun) = (shape == .rangeThenName, true)
    case .rangeThenWords, .labels, .words: begin(speaker: nil, number, &builder)
    }
  }

  private mutating func begin(
    speaker: ArraySlice<UInt8>?, _ number: Int, _ builder: inout TranscriptBuilder
  ) {
    turn.begin(
      start: stamp.flatMap { unit.milliseconds($0.start, unit: nil) },
      end: stamp?.end.flatMap { unit.milliseconds($0, unit: nil) }, speaker: speaker?.string,
      line: number, &builder)
    hasBegun = true
  }

  private mutating func readWords(
    _ line: ArraySlice<UInt8>, _ number: Int, _ builder: inout TranscriptBuilder
  ) {
    if awaitsName {
      awaitsName = false
      begin(speaker: line, number, &builder)
    } else if shape == .timeThenTurns, hasBegun, let prefix = SpeakerPrefix(line) {
      begin(speaker: prefix.name, number, &builder)
      turn.append(line[prefix.end...])
    } else if shape == .nameThenTime {
      takePending(&builder)
      pending = line
    } else {
      append(line, &builder)
    }
  }

  private mutating func takePending(_ builder: inout TranscriptBuilder) {
    if let pending { append(pending, &builder) }
    pending = nil
  }

  private mutating func append(_ line: ArraySlice<UInt8>, _ builder: inout TranscriptBuilder) {
    if hasBegun { turn.append(line) } else { preamble.read(line, &builder.metadata) }
  }
}
