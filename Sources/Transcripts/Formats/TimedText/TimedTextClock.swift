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
  /// Whether the times of elements inside others count from zero, too, as in what Apple writes for songs and podcasts.
  private(set) var countsFromZero = false

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
    countsFromZero = root["timing"] != nil
    drop = ["dropNTSC": .ntsc, "dropPAL": .pal][root["dropMode"] ?? ""] ?? .none
  }

  /// A time or a duration: `00:00:01.5`, `00:00:01:12.1`, `1.5s`, `36f`, `15000t`; seconds without a unit.
  func milliseconds(_ expression: UnsafeBufferPointer<UInt8>?) -> Double? {
    guard let expression else { return nil }
    var cursor = Cursor(expression)
    guard let first = cursor.decimal() else { return nil }
    return cursor.takeColon() ? clock(first, &cursor) : offset(first, cursor.rest)
  }

  private func offset(_ value: Double, _ unit: ArraySlice<UInt8>) -> Double? {
    switch unit.string {
    case "h": value * 3_600_000
    case "m": value * 60_000
    case "s", "": value * 1000
    case "ms": value
    case "f": value * 1000 / effectiveRate
    case "t": value * 1000 / tickRate
    default: nil
    }
  }

  /// The rest of a clock time, of which the first part was read.
  private func clock(_ first: Double, _ cursor: inout Cursor) -> Double? {
    guard var seconds = cursor.decimal().map({ first * 60 + $0 }) else { return nil }
    var frames = 0.0
    if cursor.takeColon() {
      guard let last = cursor.decimal() else { return nil }
      seconds = seconds * 60 + last
    }
    if cursor.takeColon() {
      guard let whole = cursor.digits() else { return nil }
      frames = Double(whole)
      if cursor.takePoint() {
        guard let part = cursor.digits() else { return nil }
        frames += Double(part) / subFrameRate
      }
    }
    guard cursor.isAtEnd else { return nil }
    guard countsFrames else { return seconds * 1000 + frames * 1000 / effectiveRate }
    return (seconds * frameRate - dropped(seconds: seconds) + frames) * 1000 / effectiveRate
  }

  private func dropped(seconds: Double) -> Double {
    let minutes = (seconds / 60).rounded(.down)
    switch drop {
    case .none: return 0
    case .ntsc: return (minutes - (minutes / 10).rounded(.down)) * 2
    case .pal: return ((minutes / 2).rounded(.down) - (minutes / 20).rounded(.down)) * 4
    }
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

  /// Walks the bytes of a time expression.
  private struct Cursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      (self.bytes, end) = (bytes, bytes.count)
      while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
      while position < end, bytes[position] <= 0x20 { position += 1 }
    }

    var isAtEnd: Bool { position == end }
    var rest: ArraySlice<UInt8> { Array(bytes[position..<end])[...] }

    /// Up to nine digits.
    mutating func digits() -> Int? {
      let start = position
      var value = 0
      while position < end, 0x30...0x39 ~= bytes[position], position < start + 10 {
        value = value * 10 + Int(bytes[position] - 0x30)
        position += 1
      }
      return (1...9).contains(position - start) ? value : nil
    }

    /// Digits with a fraction, of which the first nine digits count.
    mutating func decimal() -> Double? {
      guard let whole = digits() else { return nil }
      guard takePoint() else { return Double(whole) }
      let start = position
      var (value, scale) = (Double(whole), 1.0)
      while position < end, 0x30...0x39 ~= bytes[position] {
        if position < start + 9 {
          value = value * 10 + Double(bytes[position] - 0x30)
          scale *= 10
        }
        position += 1
      }
      return position > start ? value / scale : nil
    }

    /// Frames are set off by a semicolon too, where numbers of them are dropped.
    mutating func takeColon() -> Bool { take(UInt8(ascii: ":")) || take(UInt8(ascii: ";")) }

    mutating func takePoint() -> Bool { take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")) }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard position < end, bytes[position] == byte else { return false }
      position += 1
      return true
    }
  }
}
