/// Reads the time expressions of TTML by the parameters of a document, in milliseconds (TTML 2, 12.3 and appendix
/// I: time expression semantics).
struct TimedTextClock {
  private var frameRate = 30.0
  private var effectiveRate = 30.0
  private var subFrameRate = 1.0
  private var tickRate = 1.0
  /// Clock times count frames, as time codes of SMPTE do, and not seconds.
  private var countsFrames = false
  private var drop = Drop.none

  /// Which numbers of frames are left out so that time codes keep up with the clock.
  private enum Drop { case none, ntsc, pal }

  init() {}

  /// Takes the parameters from the first element.
  init(_ root: MarkupElement) {
    let rate = Self.positive(root["frameRate"])
    frameRate = rate ?? 30
    subFrameRate = Self.positive(root["subFrameRate"]) ?? 1
    effectiveRate = frameRate * Self.ratio(root["frameRateMultiplier"])
    tickRate = Self.positive(root["tickRate"]) ?? rate.map { $0 * subFrameRate } ?? 1
    countsFrames = root["timeBase"] == "smpte"
    drop = ["dropNTSC": .ntsc, "dropPAL": .pal][root["dropMode"] ?? ""] ?? .none
  }

  /// A time or a duration: `00:00:01.5`, `00:00:01:12.1`, `1.5s`, `36f`, `15000t`; seconds without a unit.
  func milliseconds(_ expression: String?) -> Double? {
    guard let expression else { return nil }
    let text = Array(expression.utf8)[...].trimmed
    return text.contains(UInt8(ascii: ":")) ? clock(text) : offset(text)
  }

  private func offset(_ text: ArraySlice<UInt8>) -> Double? {
    let unit = text.reversed().prefix { $0 >= UInt8(ascii: "a") }.count
    guard let value = Self.decimal(text.dropLast(unit)) else { return nil }
    switch text.suffix(unit).string {
    case "h": return value * 3_600_000
    case "m": return value * 60_000
    case "s", "": return value * 1000
    case "ms": return value
    case "f": return value * 1000 / effectiveRate
    case "t": return value * 1000 / tickRate
    default: return nil
    }
  }

  private func clock(_ text: ArraySlice<UInt8>) -> Double? {
    let parts = text.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";")
    }
    guard (2...4).contains(parts.count) else { return nil }
    var seconds = 0.0
    for part in parts.prefix(3) {
      guard let value = Self.decimal(part) else { return nil }
      seconds = seconds * 60 + value
    }
    guard let frames = parts.count == 4 ? self.frames(parts[3]) : 0 else { return nil }
    guard countsFrames else { return seconds * 1000 + frames * 1000 / effectiveRate }
    let counted = seconds * frameRate - dropped(seconds: seconds)
    return (counted + frames) * 1000 / effectiveRate
  }

  /// Frames, with a part of one after the point, which counts and is no fraction.
  private func frames(_ text: ArraySlice<UInt8>) -> Double? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let frames = parts.first.flatMap(TimeCode.digits) else { return nil }
    guard parts.count == 2 else { return Double(frames) }
    return TimeCode.digits(parts[1]).map { Double(frames) + Double($0) / subFrameRate }
  }

  private func dropped(seconds: Double) -> Double {
    let minutes = (seconds / 60).rounded(.down)
    switch drop {
    case .none: return 0
    case .ntsc: return (minutes - (minutes / 10).rounded(.down)) * 2
    case .pal: return ((minutes / 2).rounded(.down) - (minutes / 20).rounded(.down)) * 4
    }
  }

  /// Digits with a fraction, of which the first nine digits count.
  private static func decimal(_ text: ArraySlice<UInt8>) -> Double? {
    let point = text.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    guard let whole = TimeCode.digits(text[..<(point ?? text.endIndex)]) else { return nil }
    guard let point else { return Double(whole) }
    let fraction = text[(point + 1)...].prefix(9)
    guard let digits = TimeCode.digits(fraction) else { return nil }
    let scale = (0..<fraction.count).reduce(1.0) { scale, _ in scale * 10 }
    return (Double(whole) * scale + Double(digits)) / scale
  }

  private static func positive(_ text: String?) -> Double? {
    text.flatMap(Double.init).flatMap { $0 > 0 && $0 < 1e9 ? $0 : nil }
  }

  /// `1000 1001`, or with a colon as early drafts have it.
  private static func ratio(_ text: String?) -> Double {
    let parts = (text ?? "").split { $0 == " " || $0 == ":" }.map { positive(String($0)) }
    guard parts.count == 2, let over = parts[0], let under = parts[1] else { return 1 }
    return over / under
  }
}
