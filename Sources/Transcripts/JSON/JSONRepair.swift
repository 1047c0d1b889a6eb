/// Takes out of a text what programs write as JSON though it is none: Python's `NaN` and `Infinity`, numbers
/// that no `Double` holds, and escapes that are half of a character.
struct JSONRepair {
  private let bytes: [UInt8]
  private var repaired: [UInt8] = []
  private var isChanged = false
  private var position = 0

  /// The text with `null` and `\ufffd` in their places; `nil` where there are none.
  ///
  /// - Complexity: O(n).
  static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
    var repair = JSONRepair(bytes)
    repair.run()
    return repair.isChanged ? repair.repaired : nil
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    repaired.reserveCapacity(bytes.count + 16)
  }

  private mutating func run() {
    var isString = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") { isString.toggle() }
      if isString, byte == UInt8(ascii: "\\") {
        escape()
      } else if isString || !number() {
        copy(1)
      }
    }
  }

  private mutating func copy(_ count: Int) {
    let end = min(position + count, bytes.count)
    repaired += bytes[position..<end]
    position = end
  }

  private mutating func replace(_ count: Int, by text: String) {
    repaired += text.utf8
    position += count
    isChanged = true
  }

  /// Passes an escape in a string; a surrogate without its other half becomes U+FFFD.
  private mutating func escape() {
    switch unit(at: position) {
    case .some(0xD800..<0xDC00):
      let isPair = unit(at: position + 6).map { (0xDC00..<0xE000).contains($0) } ?? false
      if isPair { copy(12) } else { replace(6, by: "\\ufffd") }
    case .some(0xDC00..<0xE000): replace(6, by: "\\ufffd")
    default: copy(2)
    }
  }

  /// The code unit of `\uXXXX`.
  private func unit(at place: Int) -> Int? {
    guard place + 6 <= bytes.count, bytes[place...].starts(with: "\\u".utf8) else { return nil }
    return Int(bytes[place + 2..<place + 6].string, radix: 16)
  }

  /// Bytes that numbers are made of, and words that are meant as numbers.
  private static let numberBytes = Set("+-.0123456789eEINafinty".utf8)

  /// Passes a number, or replaces what is none.
  private mutating func number() -> Bool {
    guard "NI-0123456789".utf8.contains(bytes[position]) else { return false }
    let word = bytes[position...].prefix { Self.numberBytes.contains($0) }
    if Double(word.string).map(\.isFinite) ?? false {
      copy(word.count)
    } else {
      replace(word.count, by: "null")
    }
    return true
  }
}
