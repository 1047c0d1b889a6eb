import ICUSupport

extension ArraySlice<UInt8> {
  /// Whether all of a text in UTF-8 is White_Space.
  var isWhiteSpace: Bool {
    var position = 0
    while position < count {
      let scalar = UTF8Scalar.decode(span, at: position)
      guard CharacterProperties.isWhiteSpace(scalar.value) else { return false }
      position += scalar.length
    }
    return true
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmingWhiteSpace: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
