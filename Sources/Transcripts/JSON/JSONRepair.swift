/// Reads a text that the parser refused: finds the place where it stops being JSON, or replaces what programs
/// write as JSON though it is none.
///
/// Replaced are `NaN` and `Infinity` (Python), `nan` and `inf` (C), numbers that no `Double` holds: `null`;
/// integers of more than 64 bits: with a decimal point; escapes that are half of a character: U+FFFD; control
/// characters in strings: escapes.
struct JSONRepair {
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []
  /// What stands before has been copied to `output`.
  private var copied = 0
  private var containers = JSONNesting()
  private(set) var brokenEscapes: (count: Int, first: Int)?

  /// The text with the replacements; `nil` if there is nothing to replace.
  var repaired: [UInt8]? { copied == 0 ? nil : output + bytes[copied...] }

  /// - Throws: `JSONFault` with the first place that cannot be read.
  /// - Complexity: O(n).
  init(_ bytes: [UInt8]) throws(JSONFault) {
    self.bytes = bytes
    while let byte = next() { try token(byte) }
    if let inside = containers.open { throw .cutOff(inside: inside, position: bytes.count) }
  }

  /// The next byte that is no white space.
  private mutating func next() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return nil
  }

  private mutating func token(_ byte: UInt8) throws(JSONFault) {
    guard containers.allows(byte) else { throw unexpected() }
    switch byte {
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]"),
      UInt8(ascii: ":"), UInt8(ascii: ","):
      position += 1
    default: try word()
    }
    containers.take(byte)
  }

  private func unexpected() -> JSONFault {
    guard position < bytes.count else {
      return .cutOff(inside: "a string", position: bytes.count)
    }
    let scalar = String(decoding: bytes[position...].prefix(4), as: UTF8.self).unicodeScalars.first
    return .unexpected("“\(scalar.map(String.init) ?? "")”", position: position)
  }

  private mutating func replace(_ count: Int, by text: String) {
    output += bytes[copied..<position]
    output += text.utf8
    position += count
    copied = position
  }

  // MARK: Strings

  private mutating func string() throws(JSONFault) {
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20: replace(1, by: Self.escapes[Int(bytes[position])])
      default: skipPlainText()
      }
    }
    throw .cutOff(inside: "a string", position: bytes.count)
  }

  /// Passes the bytes of a string that stand for themselves.
  private mutating func skipPlainText() {
    position = bytes.withUnsafeBufferPointer { bytes in
      var place = position
      while place < bytes.count, bytes[place] >= 0x20, bytes[place] != UInt8(ascii: "\""),
        bytes[place] != UInt8(ascii: "\\")
      {
        place += 1
      }
      return place
    }
  }

  private static let escapes = (0..<32).map { code in
    "\\u00" + (code < 16 ? "0" : "") + String(code, radix: 16)
  }

  /// Passes an escape; a surrogate without its other half becomes U+FFFD.
  private mutating func escape() throws(JSONFault) {
    guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u") else {
      return try simpleEscape()
    }
    guard let unit = unit(at: position) else {
      throw position + 6 > bytes.count
        ? .cutOff(inside: "a string", position: bytes.count) : unexpected()
    }
    let low = unit >> 10 == 0x36 ? self.unit(at: position + 6) : nil
    if let low, low >> 10 == 0x37 {
      position += 12
    } else if unit >> 11 == 0x1B {
      brokenEscapes = ((brokenEscapes?.count ?? 0) + 1, brokenEscapes?.first ?? position)
      replace(6, by: "\\ufffd")
    } else {
      position += 6
    }
  }

  private mutating func simpleEscape() throws(JSONFault) {
    position += 1
    guard position < bytes.count, "\"\\/bfnrt".utf8.contains(bytes[position]) else {
      throw unexpected()
    }
    position += 1
  }

  /// The code unit of `\uXXXX`.
  private func unit(at place: Int) -> Int? {
    guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit = 0
    for byte in bytes[place + 2..<place + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  // MARK: Numbers and names

  /// Passes a number, `true`, `false` or `null`, or replaces what is meant as a number.
  private mutating func word() throws(JSONFault) {
    let word = bytes[position...].prefix { byte in
      byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    switch JSONNumber(word) {
    case .fine: position += word.count
    case .long: replace(word.count, by: word.string + ".0")
    case .unknown: replace(word.count, by: "null")
    case nil where ["true", "false", "null"].contains(word.string): position += word.count
    case nil:
      throw position + word.count == bytes.count && !word.isEmpty
        ? .cutOff(inside: "a value", position: bytes.count) : unexpected()
    }
  }
}
