/// Tells the readings above characters from the characters, as HTML does: `</rt>` may be missing before
/// the next part of a ruby, and `<rt>` outside of a ruby means nothing.
struct RubyReadings {
  private var isInside = false
  private(set) var isReading = false

  /// - Parameter name: of a tag, in lower case.
  mutating func meet(_ name: String, isEnd: Bool) {
    switch name {
    case "ruby": (isInside, isReading) = (!isEnd, false)
    case "rt", "rp", "rtc": isReading = isInside && !isEnd
    case "rb": isReading = false
    default: break
    }
  }
}
