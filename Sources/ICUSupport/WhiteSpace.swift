extension ArraySlice<UInt8> {
  /// Whether all of a text in UTF-8 is White_Space.
  package var isWhiteSpace: Bool {
    var position = 0
    while position < count {
      let scalar = UTF8Scalar.decode(span, at: position)
      guard CharacterProperties.isWhiteSpace(scalar.value) else { return false }
      position += scalar.length
    }
    return true
  }
}
