extension ArraySlice<UInt8> {
  /// Whether the bytes are those of a word in lower case, letters of ASCII being in any case.
  func isCaselessly(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && startsCaselessly(with: word)
  }

  /// Whether the bytes begin with a word in lower case, letters of ASCII being in any case.
  func startsCaselessly(with word: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard count >= word.count else { return false }
    return withUnsafeBufferPointer { bytes in
      word.indices.allSatisfy { index in
        let byte = bytes[index]
        return (0x41...0x5A ~= byte ? byte | 0x20 : byte) == word[index]
      }
    }
  }
}
