/// A time as a field of a table has it, before the unit of its column is known.
enum TimeValue: Hashable {
  /// An empty field, `NA`, and anything else that is none.
  case unknown
  /// In milliseconds.
  case clock(Int)
  /// Whole seconds, and the frame within: `00:00:01:12`.
  case frames(seconds: Int, frame: Int)
  case integer(Double)
  /// A number with a decimal point or an exponent.
  case decimal(Double)

  init(_ field: ArraySlice<UInt8>) {
    let field = field.trimmed
    guard let first = field.first, field.count <= 40,
      ClockStamp.isDigit(first) || first == UInt8(ascii: "-") || first == UInt8(ascii: ".")
    else {
      self = .unknown
      return
    }
    if let integer = TimeCode.digits(field) {
      self = .integer(Double(integer))
    } else if let number = field.withUnsafeBufferPointer(TimeCode.plainNumber),
      number.hasPoint
    {
      self = .decimal(number.value)
    } else if let time = TimeValue.plainClock(field) ?? TimeCode.clock(field) {
      self = .clock(time)
    } else {
      self = TimeValue.frames(field) ?? TimeValue.number(field) ?? .unknown
    }
  }

  /// A field that is a range, `00:00:01 - 00:00:03`, or one time.
  static func range(_ field: ArraySlice<UInt8>) -> (start: TimeValue, end: TimeValue?) {
    let single = TimeValue(field)
    guard single == .unknown, field.count <= 80 else { return (single, nil) }
    let field = field.trimmed
    guard let stamp = ClockStamp(field, at: field.startIndex), stamp.next == field.endIndex else {
      return (single, nil)
    }
    return (.clock(stamp.start), stamp.end.map { .clock($0) })
  }

  /// `h:mm:ss` or `mm:ss` with up to three digits after a point: most times, without an allocation.
  static func plainClock(_ field: ArraySlice<UInt8>) -> Int? {
    var (seconds, number, digits, parts) = (0, 0, 0, 0)
    var index = field.startIndex
    while index < field.endIndex {
      let byte = field[index]
      if ClockStamp.isDigit(byte), digits < 9 {
        (number, digits) = (number * 10 + Int(byte - 0x30), digits + 1)
      } else if byte == UInt8(ascii: ":"), digits > 0, parts < 2 {
        (seconds, number, digits, parts) = (seconds * 60 + number, 0, 0, parts + 1)
      } else {
        break
      }
      index += 1
    }
    guard digits > 0, parts > 0 else { return nil }
    let whole = (seconds * 60 + number) * 1000
    guard index < field.endIndex else { return whole }
    let mark = field[index]
    let fraction = field[(index + 1)...]
    guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ","), (1...3).contains(fraction.count),
      let value = TimeCode.digits(fraction)
    else { return nil }
    return whole + value * [100, 10, 1][fraction.count - 1]
  }

  /// `hh:mm:ss:ff`, or with `;` before the frames, as editing programs write times.
  private static func frames(_ field: ArraySlice<UInt8>) -> TimeValue? {
    let parts = field.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";")
    }
    let numbers = parts.compactMap { TimeCode.digits($0) }
    guard parts.count == 4, numbers.count == 4, numbers[3] < 120 else { return nil }
    return .frames(
      seconds: (numbers[0] * 60 + numbers[1]) * 60 + numbers[2], frame: numbers[3])
  }

  private static func number(_ field: ArraySlice<UInt8>) -> TimeValue? {
    var text = field.string
    let isMilliseconds = text.hasSuffix("ms")
    if isMilliseconds { text.removeLast(2) } else if text.hasSuffix("s") { text.removeLast() }
    let length = text.utf8.count
    // Half of the world writes 1,5.
    if let comma = text.firstIndex(of: ","), !text.contains(".") {
      text.replaceSubrange(comma...comma, with: ".")
    }
    guard let number = Double(text), number.isFinite else { return nil }
    if isMilliseconds { return .clock(TimeCode.milliseconds(number) ?? 0) }
    if length < field.count { return .clock(TimeCode.seconds(number) ?? 0) }
    let isDecimal = text.utf8.contains { [0x2E, 0x65, 0x45].contains($0) }
    return isDecimal ? .decimal(number) : .integer(number)
  }
}

/// What all times of a table tell of their unit.
struct TimeColumn {
  private var hasSeconds = false
  private var hasDecimals = false
  /// Below zero where no time has frames.
  private var lastFrame = -1
  /// The least and the greatest of the whole numbers, and how many there are.
  private var integers: (first: Double, last: Double, count: Int)?

  mutating func note(_ value: TimeValue) {
    switch value {
    case .decimal(let number):
      hasDecimals = true
      if abs(number) >= 1 { hasSeconds = true }
    case .frames(_, let frame): lastFrame = max(lastFrame, frame)
    case .integer(let number):
      let (first, last, count) = integers ?? (number, number, 0)
      integers = (min(first, number), max(last, number), count + 1)
    case .unknown, .clock: break
    }
  }

  /// Whether whole numbers lie so close together as those of cues do in seconds only.
  private var areWholeSeconds: Bool {
    guard let (first, last, count) = integers, count > 1 else { return false }
    return (last - first) / Double(count - 1) < CueTimeUnit.closest
  }

  /// Whether one more time tells nothing new.
  func holds(for value: TimeValue) -> Bool {
    switch value {
    case .decimal(let number): hasDecimals && (hasSeconds || abs(number) < 1)
    case .frames(_, let frame): frame <= lastFrame
    case .unknown, .clock, .integer: true
    }
  }

  /// The usual rates above all frame numbers: the lowest is taken. The table does not tell it.
  private var frameRate: Int { [25, 30, 50, 60].first { $0 > lastFrame } ?? lastFrame + 1 }

  /// A time in milliseconds; `nil` where it is unknown.
  ///
  /// Numbers with a decimal point are seconds if one of them is 1 or more, else fractions of a day, as
  /// spreadsheets save times; integers beside them have their unit, and alone are milliseconds, unless they lie
  /// less than fifty apart on the average.
  ///
  /// - Parameter unit: what the name of the column tells.
  func milliseconds(_ value: TimeValue, unit: Columns.Unit?) -> Int? {
    switch value {
    case .unknown: nil
    case .clock(let time): time
    case .frames(let seconds, let frame):
      seconds * 1000 + (frame * 2000 + frameRate) / (frameRate * 2)
    case .integer(let number), .decimal(let number): milliseconds(number, unit: unit)
    }
  }

  private func milliseconds(_ number: Double, unit: Columns.Unit?) -> Int? {
    switch unit {
    case .milliseconds: TimeCode.milliseconds(number)
    case .seconds: TimeCode.seconds(number)
    case nil where hasSeconds: TimeCode.seconds(number)
    case nil where hasDecimals: TimeCode.seconds(number * 86_400)
    case nil where areWholeSeconds: TimeCode.seconds(number)
    case nil: TimeCode.milliseconds(number)
    }
  }
}
