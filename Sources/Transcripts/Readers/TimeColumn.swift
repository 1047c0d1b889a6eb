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
  func milliseconds(_ field: ArraySlice<UInt8>) -> Int32? {
    let field = field.trimmed
    if let integer = TimeCode.digits(field) { return TimeCode.clamped(integer) }
    if let time = TimeCode.clock(field) { return time }
    guard let number = Self.decimal(field) else { return nil }
    return TimeCode.seconds(self == .days ? number * 86_400 : number)
  }

  private static func decimal(_ field: ArraySlice<UInt8>) -> Double? {
    guard field.contains(UInt8(ascii: ".")), !field.contains(UInt8(ascii: ":")) else { return nil }
    guard let number = Double(field.trimmed.string), number >= 0, number.isFinite else {
      return nil
    }
    return number
  }
}
