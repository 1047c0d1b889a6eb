import ICUSupport

/// The characters of an original text that can be seen: what an exact query compares.
///
/// White space is left out, as matching in search form has compared it already; so are characters that
/// have no form of their own, such as the zero-width space. All others are compared code point by code
/// point: a composed é and e with a combining accent are two spellings.
struct OriginalSpelling: Hashable, Sendable {
  /// UTF-8.
  private let bytes: [UInt8]

  init(_ text: some Sequence<UInt8>) {
    var bytes: [UInt8] = []
    for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars
    where Self.isVisible(scalar) {
      bytes.append(utf8: scalar.value)
    }
    self.bytes = bytes
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
  }
}
