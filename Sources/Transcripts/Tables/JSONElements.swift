/// Cuts JSON Lines, or one list, into its elements, without parsing them.
struct JSONElements {
  let bytes: [UInt8]
  private var position = 0
  /// Whether the elements are those of a list, with commas between them.
  private let isList: Bool

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    isList = position < bytes.count && bytes[position] == UInt8(ascii: "[")
    if isList { position += 1 }
  }

  /// The range of the next element, up to the end of the text where it is cut off; `nil` after the last one.
  ///
  /// - Complexity: O(bytes of the element).
  mutating func next() -> Range<Int>? {
    skipSpace()
    guard position < bytes.count, !isList || bytes[position] != UInt8(ascii: "]") else {
      return nil
    }
    let start = position
    position = isList ? endOfElement() : endOfLine()
    return start..<position
  }

  private mutating func skipSpace() {
    while position < bytes.count,
      bytes[position] <= 0x20 || isList && bytes[position] == UInt8(ascii: ",")
    { position += 1 }
  }

  private func endOfLine() -> Int {
    bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  /// Where brackets are closed again, strings aside.
  private func endOfElement() -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var (index, depth, isString) = (position, 0, false)
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\\") where isString: index += 1
        case UInt8(ascii: "\""): isString.toggle()
        case UInt8(ascii: "{"), UInt8(ascii: "["): if !isString { depth += 1 }
        case UInt8(ascii: "]") where !isString && depth == 0: return index
        // A brace that closes nothing is part of what is no JSON.
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if !isString, depth > 0 {
            depth -= 1
            if depth == 0 { return index + 1 }
          }
        case UInt8(ascii: ","): if !isString, depth == 0 { return index }
        default: break
        }
        index += 1
      }
      return bytes.count
    }
  }
}
