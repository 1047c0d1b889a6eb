import CICU

/// ICU's word break iterator: where the words of a text end, and what ICU calls them.
///
/// Opening one reads rules and dictionary, so open one per worker and keep it. A value must not
/// be used by two threads at a time.
///
/// ICU's answer for some unusual kana strings depends on what the process segmented before. What
/// counts here is the warm answer, after some Han text: `init` segments a little to reach it.
public final class WordBreaks {
  private let iterator: OpaquePointer

  /// - Throws: `ICUError` when ICU's data cannot be opened.
  public init() throws(ICUError) {
    let call = "ubrk_open(UBRK_WORD)"
    iterator = try unwrapped(try checked(call) { cicu_ubrk_openWord("", &$0) }, call)
    try warmUp()
  }

  deinit { cicu_ubrk_close(iterator) }

  /// Lists the segments of a text, which together cover all of it.
  ///
  /// - Parameters:
  ///   - units: the text in UTF-16.
  ///   - ends: replaced by the end of every segment, in code units.
  ///   - statuses: replaced by ICU's rule status of every segment: below 100 none, below 200
  ///     number, below 300 letters, below 400 kana, below 500 Han or other dictionary words.
  /// - Complexity: O(n), about 120 ns a Han character.
  public func segment(
    _ units: [UInt16], ends: inout [Int32], statuses: inout [Int32]
  ) throws(ICUError) {
    ends.removeAll(keepingCapacity: true)
    statuses.removeAll(keepingCapacity: true)
    guard !units.isEmpty else { return }
    var status: Int32 = 0
    units.withUnsafeBufferPointer { buffer in
      // ICU keeps the pointer, so everything happens before the buffer is given back.
      cicu_ubrk_setText(iterator, buffer.baseAddress!, Int32(buffer.count), &status)
      guard status <= 0 else { return }
      _ = cicu_ubrk_first(iterator)
      var end = cicu_ubrk_next(iterator)
      while end != CICU_DONE {
        ends.append(end)
        statuses.append(cicu_ubrk_getRuleStatus(iterator))
        end = cicu_ubrk_next(iterator)
      }
    }
    try check(status, "ubrk_setText")
  }

  /// The rules as ICU compiled them.
  func binaryRules() throws(ICUError) -> [UInt8] {
    let call = "ubrk_getBinaryRules"
    let count = Int(try checked(call) { cicu_ubrk_getBinaryRules(iterator, nil, 0, &$0) })
    var bytes = [UInt8](repeating: 0, count: count)
    _ = try checked(call) { status in
      bytes.withUnsafeMutableBufferPointer { buffer in
        cicu_ubrk_getBinaryRules(iterator, buffer.baseAddress!, Int32(count), &status)
      }
    }
    return bytes
  }

  private func warmUp() throws(ICUError) {
    var ends: [Int32] = []
    var statuses: [Int32] = []
    try segment([0x4E2D, 0x6587], ends: &ends, statuses: &statuses)
  }
}
