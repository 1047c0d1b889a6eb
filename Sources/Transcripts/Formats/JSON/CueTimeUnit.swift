/// Collects what tells whether the numbers of a file are seconds or milliseconds.
///
/// One with a decimal point are seconds. Integers are milliseconds if cues are on the average fifty and more
/// apart, which no cues are in seconds.
struct CueTimeUnit {
  /// How far apart cues are at least, on the average, in milliseconds.
  static let closest = 50.0

  private var column = TimeColumn()
  private var hasDecimals = false
  private var first, last: Double?
  private var count = 0

  mutating func note(_ time: CueKeys.Time) {
    column.note(time.value)
    guard time.unit == nil else { return }
    switch time.value {
    case .decimal(let number):
      hasDecimals = true
      extend(to: number)
    case .integer(let number): extend(to: number)
    case .unknown, .clock, .frames: break
    }
  }

  private mutating func extend(to number: Double) {
    (first, last) = (min(first ?? number, number), max(last ?? number, number))
    count += 1
  }

  /// A time in milliseconds, when all were noted.
  func milliseconds(_ time: CueKeys.Time) -> Int? {
    column.milliseconds(time.value, unit: time.unit ?? (areSeconds ? .seconds : .milliseconds))
  }

  /// Whether numbers of no other unit are seconds, by what was noted so far.
  var areSeconds: Bool {
    guard !hasDecimals, let first, let last else { return true }
    return (last - first) / Double(max(count - 1, 1)) < Self.closest
  }
}
