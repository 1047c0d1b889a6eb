public import ICUSupport

/// Converts text to simplified characters exactly as ICU's `Traditional-Simplified` does.
///
/// For showing text to people: case, width and punctuation that ICU leaves stay. At each place the
/// longest of ICU's rules that fits is taken; what a rule made is not looked at again. A value is
/// immutable and may be shared between threads.
public struct SimplifiedConverter: Sendable {
  private let table: SimplificationTable

  /// - Throws: `ICUError` when ICU's data cannot be opened.
  public init() throws(ICUError) {
    table = try SimplificationTable.shared.get()
  }

  /// The simplified form of a text; broken bytes become U+FFFD, one per maximal part.
  ///
  /// - Complexity: O(n) with a factor of the rules that begin with one character, at most some
  ///   dozens.
  public func convert(_ utf8: Span<UInt8>) -> NormalizedText {
    var text = NormalizedText()
    text.bytes.reserveCapacity(utf8.count + 16)
    var position = 0
    while position < utf8.count { position = step(utf8, at: position, &text) }
    return text
  }

  public func convert(_ string: String) -> String {
    String(decoding: convert(Array(string.utf8).span).bytes, as: UTF8.self)
  }

  /// Converts what stands at a position.
  ///
  /// - Returns: the position after it.
  private func step(
    _ utf8: Span<UInt8>, at position: Int, _ text: inout NormalizedText
  ) -> Int {
    let byte = utf8[position]
    if byte < 0x80 {
      text.bytes.append(byte)
      return position + 1
    }
    let scalar = UTF8Scalar.decode(utf8, at: position)
    if !scalar.isValid { text.broken.append(position) }
    let value = table.values[scalar.value]
    if value & 2 != 0, let rule = table.longestRule(value, utf8, after: position + scalar.length) {
      let end = position + scalar.length + rule.rest.count
      append(rule.result, for: position..<end, isAligned: rule.isAligned, &text)
      return end
    }
    let start = text.bytes.count
    text.bytes.append(utf8: value & 1 != 0 ? table.singles[Int(value >> 2)] : scalar.value)
    let form = start..<text.bytes.count
    if form.count != scalar.length {
      text.offsets.edits.append(
        .init(form: form, original: position..<position + scalar.length))
    }
    return position + scalar.length
  }

  private func append(
    _ result: [UInt8], for original: Range<Int>, isAligned: Bool, _ text: inout NormalizedText
  ) {
    let start = text.bytes.count
    text.bytes += result
    guard !isAligned else { return }
    text.offsets.edits.append(.init(form: start..<text.bytes.count, original: original))
  }
}
