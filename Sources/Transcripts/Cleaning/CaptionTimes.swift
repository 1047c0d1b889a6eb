/// How captions stand to one another in time.
enum CaptionTimes {
  /// Programs that count in frames or hundredths move edges by so many milliseconds.
  private static let slack: Int32 = 20
  /// A caption that holds a line until the next one comes lasts 10 ms; in frames, up to 42.
  private static let longestHold: Int32 = 42

  /// Whether a cue begins where another one ends.
  static func touch(_ earlier: Cue, _ later: Cue) -> Bool {
    guard let end = earlier.end, let start = later.start else { return false }
    return abs(Int(start) - Int(end)) <= Int(slack)
  }

  /// Whether a cue is too short for anything to be read.
  static func isHold(_ cue: Cue) -> Bool {
    guard let start = cue.start, let end = cue.end else { return false }
    return end - start <= longestHold
  }
}
