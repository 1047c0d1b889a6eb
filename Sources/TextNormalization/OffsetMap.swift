/// The way back from a normalised text to the original bytes.
///
/// Only the places where lengths change are stored; between them bytes correspond one to one. An
/// unchanged text costs nothing, a text whose characters only change (軟 → 软) neither.
public struct OffsetMap: Hashable, Sendable {
  /// A stretch whose bytes do not correspond one to one.
  public struct Edit: Hashable, Sendable {
    let formStart, formCount, originalStart, originalCount: UInt32

    init(form: Range<Int>, original: Range<Int>) {
      formStart = UInt32(truncatingIfNeeded: form.lowerBound)
      formCount = UInt32(truncatingIfNeeded: form.count)
      originalStart = UInt32(truncatingIfNeeded: original.lowerBound)
      originalCount = UInt32(truncatingIfNeeded: original.count)
    }

    /// Bytes of the normalised text; empty where something was dropped.
    public var form: Range<Int> { Int(formStart)..<Int(formStart) + Int(formCount) }

    /// Bytes of the original text.
    public var original: Range<Int> {
      Int(originalStart)..<Int(originalStart) + Int(originalCount)
    }
  }

  /// The places where lengths change, in ascending order, without overlap.
  public internal(set) var edits: [Edit] = []

  public init() {}

  /// Whether every byte stands where it stood.
  public var isIdentity: Bool { edits.isEmpty }

  /// The smallest range of the original that covers a range of the normalised text.
  ///
  /// - Parameter form: UTF-8 byte offsets on boundaries of code points.
  /// - Returns: UTF-8 byte offsets into the original; empty for an empty range.
  /// - Complexity: O(log *e*) in the number of length changes.
  public func original(of form: Range<Int>) -> Range<Int> {
    let start = originalStart(of: form.lowerBound)
    guard !form.isEmpty else { return start..<start }
    return start..<originalEnd(of: form.upperBound - 1)
  }

  /// Whether a position of the normalised text lies inside what came of one original character,
  /// so that it has no place of its own in the original.
  public func isInsideExpansion(_ position: Int) -> Bool {
    guard let edit = lastEdit(atOrBefore: position) else { return false }
    return position > edit.form.lowerBound && position < edit.form.upperBound
  }

  private func originalStart(of position: Int) -> Int {
    guard let edit = lastEdit(atOrBefore: position) else { return position }
    guard position >= edit.form.upperBound else { return edit.original.lowerBound }
    return edit.original.upperBound + position - edit.form.upperBound
  }

  /// The end, in the original, of what holds the byte at `position`.
  private func originalEnd(of position: Int) -> Int {
    guard let edit = lastEdit(atOrBefore: position) else { return position + 1 }
    guard position >= edit.form.upperBound else { return edit.original.upperBound }
    return edit.original.upperBound + position - edit.form.upperBound + 1
  }

  private func lastEdit(atOrBefore position: Int) -> Edit? {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].formStart <= position { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : edits[low - 1]
  }
}
