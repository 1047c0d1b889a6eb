extension ZimuError {
  /// Refuses a value of a request that is outside its range.
  package static func check(
    _ value: Int, _ name: String, in range: ClosedRange<Int>
  ) throws(ZimuError) {
    guard !range.contains(value) else { return }
    throw ZimuError(.outOfRange(name: name, value: value, range: range))
  }

  /// Refuses a number of rows, hits or cues that is below 0; `Int.max` is all of them.
  package static func check(rows: Int, _ name: String) throws(ZimuError) {
    guard rows < 0 else { return }
    throw ZimuError(.negative(name: name, value: rows))
  }
}
