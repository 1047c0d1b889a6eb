/// Leads from a normalised text to the original like `OffsetMap`, for ranges in ascending order.
public struct OffsetWalk {
  private let edits: [OffsetMap.Edit]
  /// How many edits start at or before the last position.
  private var passed = 0

  public init(_ map: OffsetMap) {
    edits = map.edits
  }

  /// The smallest range of the original that covers a range of the normalised text.
  ///
  /// - Parameter form: not empty; it starts where the one before ended, or later.
  /// - Complexity: O(1), amortised over the ranges.
  public mutating func original(of form: Range<Int>) -> Range<Int> {
    guard !edits.isEmpty else { return form }
    advance(to: form.lowerBound)
    let start: Int
    if passed == 0 {
      start = form.lowerBound
    } else {
      let edit = edits[passed - 1]
      start =
        form.lowerBound < edit.form.upperBound
        ? edit.original.lowerBound
        : edit.original.upperBound + form.lowerBound - edit.form.upperBound
    }
    let last = form.upperBound - 1
    advance(to: last)
    guard passed > 0 else { return start..<form.upperBound }
    let edit = edits[passed - 1]
    return
      start..<(last < edit.form.upperBound
      ? edit.original.upperBound
      : edit.original.upperBound + form.upperBound - edit.form.upperBound)
  }

  private mutating func advance(to position: Int) {
    while passed < edits.count, edits[passed].formStart <= position { passed += 1 }
  }
}
