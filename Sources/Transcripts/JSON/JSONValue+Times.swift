/// The ways in which JSON writes times; all results are milliseconds.
extension JSONValue {
  /// Whether it is a string with a time such as `00:00:01.5`.
  var isClock: Bool {
    guard let bytes, bytes.count <= 40 else { return false }
    return TimeCode.clock(Array(bytes)[...]) != nil
  }

  var seconds: Int? { TimeCode.seconds(number) }
  var milliseconds: Int? { TimeCode.milliseconds(number) }
  var microseconds: Int? { TimeCode.seconds(number.map { $0 / 1e6 }) }
  /// Ticks of 100 nanoseconds.
  var ticks: Int? { TimeCode.seconds(number.map { $0 / 1e7 }) }

  /// A duration: of ISO 8601 (`PT1M2.5S`), of Google's JSON (`62.500s`), or `seconds` and `nanos`.
  var duration: Int? {
    if kind == .object {
      let nanoseconds = self["nanos"]?.number ?? 0
      return TimeCode.seconds((self["seconds"]?.number ?? 0) + nanoseconds / 1e9)
    }
    guard let text = string, text.utf8.count < 40 else { return nil }
    return text.hasPrefix("PT")
      ? Self.duration(ofISO8601: text.dropFirst(2))
      : text.hasSuffix("s") ? TimeCode.seconds(Double(text.dropLast())) : nil
  }

  private static func duration(ofISO8601 text: Substring) -> Int? {
    let units: [Character: Double] = ["H": 3600, "M": 60, "S": 1]
    var (total, rest) = (0.0, text)
    while let place = rest.firstIndex(where: { units[$0] != nil }) {
      guard let number = Double(rest[..<place]) else { return nil }
      total += number * units[rest[place]]!
      rest = rest[rest.index(after: place)...]
    }
    return rest.isEmpty ? TimeCode.seconds(total) : nil
  }
}
