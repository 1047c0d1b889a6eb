/// Leads from a normalised text to the original like `OffsetMap`, for ranges in ascending order.
public struct OffsetWalk {
  private let edits: [OffsetMap.Edit]
  /// How many edits start at or before the last position.
  private var passed = 0
  /// The stretch between two edits in which the last range lay: there bytes correspond one to one.
  @usableFromInline private(set) var plainStart, plainEnd: Int
  /// What leads from the stretch to the original.
  @usableFromInline private(set) var shift = 0

  public init(_ map: OffsetMap) {
    edits = map.edits
    (plainStart, plainEnd) = (0, edits.first?.form.lowerBound ?? .max)
  }

  /// The smallest range of the original that covers a range of the normalised text.
  ///
  /// - Parameter form: not empty; it starts where the one before ended, or later.
  /// - Complexity: O(1), amortised over the ranges.
  @inlinable
  public mutating func original(of form: Range<Int>) -> Range<Int> {
    guard form.lowerBound >= plainStart, form.upperBound <= plainEnd else { return find(form) }
    return Range(uncheckedBounds: (form.lowerBound &+ shift, form.upperBound &+ shift))
  }

  @usableFromInline
  mutating func find(_ form: Range<Int>) -> Range<Int> {
    advance(to: form.lowerBound)
    let start = originalStart(of: form.lowerBound)
    advance(to: form.upperBound - 1)
    return start..<originalEnd(of: form.upperBound - 1)
  }

  private func originalStart(of position: Int) -> Int {
    guard position < plainStart else { return position + shift }
    return edits[passed - 1].original.lowerBound
  }

  /// The end, in the original, of what holds the byte at `position`.
  private func originalEnd(of position: Int) -> Int {
    guard position < plainStart else { return position + shift + 1 }
    return edits[passed - 1].original.upperBound
  }

  private mutating func advance(to position: Int) {
    guard position >= plainEnd else { return }
    while passed < edits.count, edits[passed].formStart <= position { passed += 1 }
    let edit = edits[passed - 1]
    plainStart = edit.form.upperBound
    plainEnd = passed < edits.count ? edits[passed].form.lowerBound : .max
    shift = edit.original.upperBound - edit.form.upperBound
  }
}
