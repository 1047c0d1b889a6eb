/// The unit in which a column of a table writes times.
enum TimeColumn {
  /// `h:mm:ss` throughout, integers being milliseconds.
  case clock
  /// Numbers with a decimal point that are seconds.
  case seconds
  /// Numbers with a decimal point that are fractions of a day, as spreadsheets save times.
  case days

  /// Tells seconds from days: all decimals of a column of days are below 1.
  static func unit(of fields: some Sequence<[UInt8]>) -> TimeColumn {
    var unit = TimeColumn.clock
    for field in fields {
      guard let number = decimal(field[...]) else { continue }
      if number >= 1 { return .seconds }
      unit = .days
    }
    return unit
  }

  /// The time in milliseconds; `nil` for an empty field, `NA` and anything else unreadable.
  func milliseconds(_ field: ArraySlice<UInt8>) -> Int? {
    let field = field.trimmed
    if let time = TimeCode.clock(field) { return time }
    guard let number = Self.number(field) else { return nil }
    switch self {
    // Beside decimals integers have the decimals' unit.
    case .days: return TimeCode.seconds(number * 86_400)
    case .seconds: return TimeCode.seconds(number)
    case .clock: return TimeCode.seconds(number / 1000)
    }
  }

  /// A number with a decimal point or an exponent.
  private static func decimal(_ field: ArraySlice<UInt8>) -> Double? {
    let marks = [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")]
    return field.contains(where: marks.contains) ? number(field.trimmed) : nil
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Double? {
    guard let first = field.first, (0x2E...0x39).contains(first) else { return nil }
    guard let number = Double(field.string), number.isFinite else { return nil }
    return number
  }
}
