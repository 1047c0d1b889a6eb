public import ICUSupport

/// Converts text to simplified characters exactly as ICU's `Traditional-Simplified` does.
///
/// For showing text to people: case, width and punctuation stay. Opening a converter compiles
/// ICU's rules, so keep one. A value must not be used by two threads at a time.
public final class SimplifiedConverter {
  private let transliterator: Transliterator
  private var text = UTF16Text()

  /// - Throws: `ICUError` when ICU's data cannot be opened.
  public init() throws(ICUError) {
    transliterator = try Transliterator("Traditional-Simplified")
  }

  /// The simplified form of one line; broken bytes become U+FFFD, one per maximal part.
  public func convert(_ utf8: Span<UInt8>) throws(ICUError) -> [UInt8] {
    text.replace(utf8: utf8)
    var units = text.units
    if units.contains(where: { $0 >= 0x80 }) { try transliterator.transliterate(&units) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  public func convert(_ string: String) throws(ICUError) -> String {
    String(decoding: try convert(Array(string.utf8).span), as: UTF8.self)
  }
}
