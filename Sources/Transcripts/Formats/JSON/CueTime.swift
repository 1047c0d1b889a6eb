/// A time of a cue before its unit is known, which takes all of them.
enum CueTime {
  case milliseconds(Int)
  /// A number whose unit nothing tells.
  case number(Double, isDecimal: Bool)

  /// - Parameter isMilliseconds: whether numbers are known to be that.
  /// - Returns: `nil` for what is no time.
  init?(_ value: JSONValue, isMilliseconds: Bool) {
    if let number = value.number {
      let isDecimal = value.isDecimal || value.bytes?.contains(UInt8(ascii: ".")) ?? false
      self =
        isMilliseconds
        ? .milliseconds(TimeCode.milliseconds(number) ?? 0) : .number(number, isDecimal: isDecimal)
    } else if let bytes = value.bytes, bytes.count < 40,
      let time = TimeCode.clock(Array(bytes)[...])
    {
      self = .milliseconds(time)
    } else {
      return nil
    }
  }
}

/// Collects what tells whether the numbers of a file are seconds or milliseconds.
///
/// One with a decimal point are seconds. Integers are milliseconds if cues are on the average a hundred and
/// more apart, which no cue is in seconds.
struct CueTimeUnit {
  private var hasDecimals = false
  private var first, last: Double?
  private var count = 0

  mutating func note(_ time: CueTime?) {
    guard case .number(let number, let isDecimal) = time else { return }
    hasDecimals = hasDecimals || isDecimal
    first = min(first ?? number, number)
    last = max(last ?? number, number)
    count += 1
  }

  /// A time in milliseconds, when all were noted.
  func milliseconds(_ time: CueTime?) -> Int? {
    switch time {
    case .milliseconds(let time): time
    case .number(let number, _):
      areSeconds ? TimeCode.seconds(number) : TimeCode.milliseconds(number)
    case nil: nil
    }
  }

  private var areSeconds: Bool {
    guard !hasDecimals, let first, let last else { return true }
    return (last - first) / Double(max(count - 1, 1)) < 50
  }
}
