/// A character reference of HTML: `&amp;`, `&#20013;`, `&#x4E2D;`.
struct CharacterReference {
  /// What it stands for, in UTF-8.
  let text: [UInt8]
  /// How many bytes it is long.
  let length: Int

  /// Parses the reference that begins with the first byte, an `&`.
  ///
  /// - Parameter needsSemicolon: whether those that HTML reads without a semicolon too, such as `&amp` and
  ///   `&copy`, are text.
  /// - Complexity: O(m) in the length of the reference.
  init?(_ bytes: ArraySlice<UInt8>, needsSemicolon: Bool) {
    let found =
      bytes.dropFirst().first == UInt8(ascii: "#")
      ? Self.numeric(bytes, needsSemicolon) : Self.named(bytes, needsSemicolon)
    guard let found else { return nil }
    (text, length) = found
  }

  private static func named(
    _ bytes: ArraySlice<UInt8>, _ needsSemicolon: Bool
  ) -> (text: [UInt8], length: Int)? {
    let name = bytes.dropFirst().prefix(NamedCharacterReferences.longestName)
      .prefix { isAlphanumeric($0) }
    let isClosed = name.endIndex < bytes.endIndex && bytes[name.endIndex] == UInt8(ascii: ";")
    if isClosed, let entry = NamedCharacterReferences.entry(of: name) {
      return (entry.text, name.count + 2)
    }
    guard !needsSemicolon else { return nil }
    let longest = min(name.count, NamedCharacterReferences.longestOpenName)
    for length in (0...longest).reversed() {
      guard let entry = NamedCharacterReferences.entry(of: name.prefix(length)) else { continue }
      if entry.mayBeOpen { return (entry.text, length + 1) }
    }
    return nil
  }

  private static func numeric(
    _ bytes: ArraySlice<UInt8>, _ needsSemicolon: Bool
  ) -> (text: [UInt8], length: Int)? {
    var cursor = ByteCursor(bytes.dropFirst(2))
    let isHexadecimal = cursor.take(UInt8(ascii: "x")) || cursor.take(UInt8(ascii: "X"))
    let digits = cursor.rest.prefix { digit($0, isHexadecimal) != nil }
    let isClosed = digits.endIndex < bytes.endIndex && bytes[digits.endIndex] == UInt8(ascii: ";")
    guard !digits.isEmpty, isClosed || !needsSemicolon else { return nil }
    let value = digits.reduce(0) { value, byte in
      min(value * (isHexadecimal ? 16 : 10) + (digit(byte, isHexadecimal) ?? 0), 0x11_0000)
    }
    let text = Array(String(Character(scalar(value))).utf8)
    return (text, digits.endIndex - bytes.startIndex + (isClosed ? 1 : 0))
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46 where isHexadecimal: Int(byte) - 0x37
    case 0x61...0x66 where isHexadecimal: Int(byte) - 0x57
    default: nil
    }
  }

  /// The character of a number, as HTML has it: U+FFFD for what is none, and those of windows-1252 for the
  /// controls behind ASCII.
  private static func scalar(_ value: Int) -> Unicode.Scalar {
    let value = 0x80...0x9F ~= value ? windows1252[value - 0x80] ?? value : value
    guard value != 0, let scalar = Unicode.Scalar(UInt32(value)) else { return "\u{FFFD}" }
    return scalar
  }

  private static let windows1252: [Int?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, nil, 0x017D, nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, nil, 0x017E, 0x0178,
  ]

  /// The text with its references replaced.
  ///
  /// - Complexity: O(n).
  static func replaced(in bytes: ArraySlice<UInt8>, needsSemicolon: Bool) -> [UInt8] {
    var text: [UInt8] = []
    var position = bytes.startIndex
    while let mark = bytes[position...].offset(of: UInt8(ascii: "&")) {
      text += bytes[position..<mark]
      let reference = CharacterReference(bytes[mark...], needsSemicolon: needsSemicolon)
      text += reference?.text ?? [UInt8(ascii: "&")]
      position = mark + (reference?.length ?? 1)
    }
    return text + bytes[position...]
  }
}
