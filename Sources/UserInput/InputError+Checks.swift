extension InputError {
  /// Refuses a value of a request that is outside its range.
  package static func check(
    _ value: Int, _ name: String, in range: ClosedRange<Int>
  ) throws(InputError) {
    guard !range.contains(value) else { return }
    throw InputError(.outOfRange(name: name, value: value, range: range))
  }

  /// Refuses a number of rows, hits or cues that is below 0; `Int.max` is all of them.
  package static func check(rows: Int, _ name: String) throws(InputError) {
    guard rows < 0 else { return }
    throw InputError(.negative(name: name, value: rows))
  }
}
