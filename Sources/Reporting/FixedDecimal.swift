/// Prints numbers with a fixed number of decimals, without Foundation.
public enum FixedDecimal {
  /// Rounds half away from zero at the last decimal.
  ///
  /// Numbers that have no more than their whole digits anyway are written as Swift does (`1e+17`).
  ///
  /// - Parameter places: from 0 to 9.
  public static func format(_ value: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    // Beyond this not every integer is a `Double`; NaN and infinity are no less.
    guard value.magnitude * scale < 0x1p53 else { return "\(value)" }
    let scaled = Int((value.magnitude * scale).rounded(.toNearestOrAwayFromZero))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(scaled)" }
    let (whole, fraction) = scaled.quotientAndRemainder(dividingBy: Int(scale))
    let digits = String(fraction)
    return "\(sign)\(whole)." + String(repeating: "0", count: places - digits.count) + digits
  }

  /// A count for people: `12,345`.
  public static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var result = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
