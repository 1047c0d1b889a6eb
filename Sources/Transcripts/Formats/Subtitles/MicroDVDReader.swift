/// MicroDVD (`.sub`): `{24}{84}text`, in frames, with `|` for line breaks.
struct MicroDVDReader: TranscriptReader {
  let format = TranscriptFormat("microdvd", "MicroDVD", extensions: ["sub"], keeps: .times)

  /// What VLC and pycaption assume, in millionths of a frame a second.
  private static let assumedRate = 25_000_000

  private struct Line {
    let start: Int
    let end: Int?
    let text: ArraySlice<UInt8>
  }

  /// The first line has two frames, or the defaults.
  func claim(on file: SourceFile) -> FormatClaim {
    var lines = LineScanner(file.head)
    while let line = lines.next() {
      guard !line.trimmed.isEmpty, !Self.isDefaults(line) else { continue }
      return Self.line(line) == nil ? .none : .certain
    }
    return .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    var cue = SubtitleCue()
    var rate: Int?
    while let bytes = lines.next() {
      guard let line = Self.line(bytes) else {
        if !Self.isDefaults(bytes) { cue.append(bytes, line: lines.line, &builder) }
        continue
      }
      if rate == nil {
        rate = Self.rate(line)
        if rate != nil { continue }
        rate = Self.assumedRate
        builder.warn(.assumedFrameRate("25"), line: lines.line)
      }
      let known = rate ?? Self.assumedRate
      cue.begin(
        start: Self.milliseconds(line.start, rate: known),
        end: line.end.map { Self.milliseconds($0, rate: known) }, line: lines.line, &builder)
      cue.append(lines: line.text, line: lines.line, &builder, plain: Self.words)
    }
    cue.finish(&builder)
  }

  /// `{DEFAULT}{…}`
  private static func isDefaults(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "{") && line.prefix(9).string.uppercased() == "{DEFAULT}"
  }

  /// `{24}{84}text` or `{24}{}text`.
  private static func line(_ line: ArraySlice<UInt8>) -> Line? {
    var cursor = ByteCursor(line)
    cursor.skipSpaces()
    guard cursor.take(UInt8(ascii: "{")) else { return nil }
    let start = cursor.digits()
    guard 1...9 ~= start.count, cursor.take("}{") else { return nil }
    let end = cursor.digits()
    guard end.count <= 9, cursor.take(UInt8(ascii: "}")) else { return nil }
    return Line(
      start: start.value, end: end.count == 0 ? nil : end.value, text: cursor.rest)
  }

  /// The frame rate that a first line such as `{1}{1}23.976` tells, in millionths of a frame a second.
  private static func rate(_ line: Line) -> Int? {
    guard line.start <= 1, line.end ?? 0 <= 1 else { return nil }
    var cursor = ByteCursor(line.text.trimmed)
    let whole = cursor.digits()
    guard 1...3 ~= whole.count else { return nil }
    var rate = whole.value * 1_000_000
    if cursor.take(UInt8(ascii: ".")) || cursor.take(UInt8(ascii: ",")) {
      var unit = 1_000_000
      for digit in cursor.rest.prefix(while: { 0x30...0x39 ~= $0 }) {
        unit /= 10
        rate += Int(digit - 0x30) * unit
      }
      _ = cursor.digits()
    }
    cursor.skipSpaces()
    let unit = cursor.rest.prefix(4).string.lowercased()
    return rate > 0 && (unit.isEmpty || unit == "fps") ? rate : nil
  }

  /// When a frame begins, rounded half up.
  private static func milliseconds(_ frame: Int, rate: Int) -> Int {
    (2 * frame * 1_000_000_000 + rate) / (2 * rate)
  }

  /// A line of text without its control codes: `{y:i}`, `{c:$0000ff}`.
  private static func words(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while rest.first == UInt8(ascii: "{"), rest.count > 2,
      rest[rest.startIndex + 2] == UInt8(ascii: ":"),
      let close = rest.offset(of: UInt8(ascii: "}"))
    {
      rest = rest[(close + 1)...]
    }
    return rest
  }
}
