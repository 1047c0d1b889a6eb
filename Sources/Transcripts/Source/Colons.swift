/// Colons of ASCII and of full width, as they part names and times from words.
extension ArraySlice<UInt8> {
  /// How many bytes the colon has that stands first, if there is one.
  var leadingColon: Int? {
    if first == UInt8(ascii: ":") { return 1 }
    return first == 0xEF && isWideColon(at: startIndex) ? 3 : nil
  }

  /// How many bytes the colon has that stands last, if there is one.
  var trailingColon: Int? {
    if last == UInt8(ascii: ":") { return 1 }
    return last == 0x9A && count >= 3 && isWideColon(at: endIndex - 3) ? 3 : nil
  }

  /// Whether `：` stands at a place.
  func isWideColon(at place: Int) -> Bool {
    endIndex - place >= 3 && self[place] == 0xEF && self[place + 1] == 0xBC
      && self[place + 2] == 0x9A
  }
}
