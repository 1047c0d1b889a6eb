/// A map from offsets in a normalised text to offsets in the original.
///
/// Only the places where lengths change are stored; between them bytes correspond one to one. A text whose
/// characters keep their lengths (軟 → 软) has no entries.
public struct OffsetMap: Hashable, Sendable {
  /// A place where the length changes.
  public struct Edit: Hashable, Sendable {
    let formStart, formCount, originalStart, originalCount: UInt32

    init(form: Range<Int>, original: Range<Int>) {
      formStart = UInt32(truncatingIfNeeded: form.lowerBound)
      formCount = UInt32(truncatingIfNeeded: form.count)
      originalStart = UInt32(truncatingIfNeeded: original.lowerBound)
      originalCount = UInt32(truncatingIfNeeded: original.count)
    }

    /// The range in the normalised text, in bytes; empty if something was removed.
    public var form: Range<Int> { Int(formStart)..<Int(formStart) + Int(formCount) }

    /// The range in the original text, in bytes.
    public var original: Range<Int> {
      Int(originalStart)..<Int(originalStart) + Int(originalCount)
    }
  }

  /// The places where lengths change, in ascending order, without overlap.
  public internal(set) var edits: [Edit] = []

  package init() {}

  /// Whether all offsets are equal in both texts.
  public var isIdentity: Bool { edits.isEmpty }

  /// Returns the smallest range of the original that covers a range of the normalised text.
  ///
  /// - Parameter form: the range, in UTF-8 bytes, on boundaries of code points.
  /// - Returns: the range in the original, in UTF-8 bytes; empty for an empty range.
  /// - Complexity: O(log n) in the number of edits.
  public func original(of form: Range<Int>) -> Range<Int> {
    let start = originalStart(of: form.lowerBound)
    guard !form.isEmpty else { return start..<start }
    return start..<originalEnd(of: form.upperBound - 1)
  }

  /// Returns whether an offset lies inside the expansion of one original character, and so has no equal in
  /// the original.
  ///
  /// - Parameter position: the offset in the normalised text, in UTF-8 bytes.
  /// - Complexity: O(log n) in the number of edits.
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
