/// The times of lyrics: `[01:02.50]` before lines, `<01:02.50>` before words.
struct LRCStamp {
  /// In milliseconds.
  let time: Int
  /// Whether it has minutes, seconds and a fraction, as only lyrics write them.
  let isUsual: Bool

  /// Parses a stamp between two brackets, if one begins here.
  ///
  /// - Parameter hasHundredths: whether the last of three numbers without a point, `[01:02:50]`, are hundredths of
  ///   a second, as old lyrics have them, and not seconds.
  init?(_ cursor: inout ByteCursor, _ open: UInt8, _ close: UInt8, hasHundredths: Bool) {
    var ahead = cursor
    guard ahead.take(open) else { return nil }
    let first = ahead.digits()
    guard 1...4 ~= first.count, ahead.take(UInt8(ascii: ":")), let second = Self.pair(&ahead) else {
      return nil
    }
    var (seconds, fraction) = (first.value * 60 + second, Int?.none)
    let third = ahead.take(UInt8(ascii: ":")) ? Self.digits(&ahead) : nil
    let hasPoint = ahead.take(UInt8(ascii: ".")) || ahead.take(UInt8(ascii: ","))
    if hasPoint { fraction = Self.thousandths(Self.digits(&ahead)) }
    if let third {
      if hasPoint || !hasHundredths {
        guard let value = TimeCode.digits(third), third.count == 2, value < 60 else { return nil }
        seconds = seconds * 60 + value
      } else {
        fraction = Self.thousandths(third)
      }
    }
    guard ahead.take(close), !hasPoint || fraction != nil else { return nil }
    (time, isUsual) = (seconds * 1000 + (fraction ?? 0), third == nil && hasPoint)
    cursor = ahead
  }

  private static func pair(_ cursor: inout ByteCursor) -> Int? {
    let digits = cursor.digits()
    return 1...2 ~= digits.count && digits.value < 60 ? digits.value : nil
  }

  private static func digits(_ cursor: inout ByteCursor) -> ArraySlice<UInt8> {
    let start = cursor.position
    _ = cursor.digits()
    return cursor.bytes[start..<cursor.position]
  }

  /// The digits of a fraction; `nil` if there are none or too many.
  private static func thousandths(_ digits: ArraySlice<UInt8>) -> Int? {
    guard 1...6 ~= digits.count, let value = TimeCode.digits(digits.prefix(3)) else { return nil }
    return value * [100, 10, 1][min(digits.count, 3) - 1]
  }
}
