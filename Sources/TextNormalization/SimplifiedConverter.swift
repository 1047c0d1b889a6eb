public import ICUSupport

/// Converts text to simplified characters as ICU's `Traditional-Simplified` does, but for words in which 乾 is
/// read qián and stays (乾隆), of which ICU makes 干.
///
/// For showing text to people: case, width and punctuation that ICU leaves stay. At each place the
/// longest rule that fits is taken; what a rule made is not looked at again. A value is
/// immutable and may be shared between threads.
public struct SimplifiedConverter: Sendable {
  private let table: SimplificationTable

  /// - Throws: `ICUError` when ICU's data cannot be opened.
  public init() throws(ICUError) {
    table = try SimplificationTable.shared.get()
  }

  init(_ table: SimplificationTable) { self.table = table }

  /// The simplified form of a text; broken bytes become U+FFFD, one per maximal part.
  ///
  /// - Complexity: O(n) with a factor of the rules that begin with one character, at most some
  ///   dozens.
  public func convert(_ utf8: Span<UInt8>) -> NormalizedText {
    var run = Run(table: table)
    run.bytes.reserveCapacity(utf8.count + 16)
    var position = 0
    while position < utf8.count { position = run.step(utf8, at: position) }
    return NormalizedText(run.bytes, offsets: run.offsets, broken: run.broken)
  }

  public func convert(_ string: String) -> String {
    String(decoding: convert(Array(string.utf8).span).bytes, as: UTF8.self)
  }

  /// One pass over a text, and what came out so far.
  private struct Run {
    let table: SimplificationTable
    var bytes: [UInt8] = []
    var offsets = OffsetMap()
    var broken: [Int] = []

    /// Converts what stands at a position.
    ///
    /// - Returns: the position after it.
    mutating func step(_ utf8: Span<UInt8>, at position: Int) -> Int {
      let byte = utf8[position]
      if byte < 0x80 {
        bytes.append(byte)
        return position + 1
      }
      let scalar = UTF8Scalar.decode(utf8, at: position)
      let next = position + scalar.length
      if !scalar.isValid { broken.append(position) }
      let value = table.values[scalar.value]
      let start = bytes.count
      if value & 2 != 0, let rule = table.longestRule(value, utf8, after: next) {
        bytes += rule.result
        let end = next + rule.rest.count
        if !rule.isAligned { note(start, position..<end) }
        return end
      }
      bytes.append(utf8: value & 1 != 0 ? table.singles[Int(value >> 2)] : scalar.value)
      if bytes.count - start != scalar.length { note(start, position..<next) }
      return next
    }

    private mutating func note(_ start: Int, _ original: Range<Int>) {
      offsets.edits.append(.init(form: start..<bytes.count, original: original))
    }
  }
}
