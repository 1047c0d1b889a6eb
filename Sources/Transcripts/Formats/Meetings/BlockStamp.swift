/// A line that is the time of a block and nothing else.
struct BlockStamp {
  enum Form {
    /// `00:05:00`.
    case clock
    /// `0:0:1.5 --> 0:0:3.20`, numbers as long as they are: Teams, until 2022.
    case looseRange
    /// `00:00:01:12 - 00:00:03:00`, perhaps in brackets, with frames: Premiere and DaVinci Resolve.
    case frames
  }

  let form: Form
  let start: TimeValue
  let end: TimeValue?

  /// The longest such line, in bytes.
  private static let longest = 40

  /// `nil` where the line is none.
  init?(_ line: ArraySlice<UInt8>) {
    var line = line.trimmed
    guard line.count <= Self.longest, let first = line.first, let last = line.last,
      ClockStamp.isDigit(first) || first == UInt8(ascii: "["),
      ClockStamp.isDigit(last) || last == UInt8(ascii: "]")
    else { return nil }
    if first == UInt8(ascii: "["), last == UInt8(ascii: "]") { line = line.dropFirst().dropLast() }
    if let range = Self.range(line) {
      self = range
    } else if let stamp = ClockStamp(line, at: line.startIndex), stamp.next == line.endIndex,
      stamp.date == nil, stamp.end == nil
    {
      (form, start, end) = (.clock, .clock(stamp.start), nil)
    } else {
      return nil
    }
  }

  private init(form: Form, start: TimeValue, end: TimeValue) {
    (self.form, self.start, self.end) = (form, start, end)
  }

  private static func range(_ line: ArraySlice<UInt8>) -> BlockStamp? {
    let parts = line.split(separator: 0x20)
    guard parts.count == 3, ["-", "-->", "–"].contains(parts[1].string) else { return nil }
    switch (TimeValue(parts[0]), TimeValue(parts[2])) {
    case (let start, let end) where start.isFrames && end.isFrames:
      return BlockStamp(form: .frames, start: start, end: end)
    case (.clock(let start), .clock(let end)) where isLoose(parts[0]) && isLoose(parts[2]):
      return BlockStamp(form: .looseRange, start: .clock(start), end: .clock(end))
    default: return nil
    }
  }

  /// Whether the hours have one digit.
  private static func isLoose(_ time: ArraySlice<UInt8>) -> Bool {
    let numbers = time.split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    return numbers.count == 4 && numbers[0].count == 1
  }
}

extension TimeValue {
  fileprivate var isFrames: Bool {
    if case .frames = self { true } else { false }
  }
}
