/// Which containers of a JSON text are open, and what may come next.
struct JSONNesting {
  private enum Expected { case value, firstElement, firstKey, key, colon, separator, nothing }

  /// The open containers, the innermost one last: whether each is an object.
  private var isObject: [Bool] = []
  private var expected = Expected.value

  /// What is open, in words; `nil` at the end of a document.
  var open: String? {
    guard let isObject = isObject.last else { return expected == .value ? "nothing" : nil }
    return isObject ? "an object" : "a list"
  }

  /// Whether a token may come next that begins with a byte.
  func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "}"): expected == .firstKey || expected == .separator && isObject.last == true
    case UInt8(ascii: "]"):
      expected == .firstElement || expected == .separator && isObject.last == false
    case UInt8(ascii: ","): expected == .separator
    case UInt8(ascii: ":"): expected == .colon
    case UInt8(ascii: "\""):
      expected == .value || expected == .firstElement || expected == .key || expected == .firstKey
    default: expected == .value || expected == .firstElement
    }
  }

  /// Takes a token that is allowed.
  mutating func take(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"):
      isObject.append(true)
      expected = .firstKey
    case UInt8(ascii: "["):
      isObject.append(false)
      expected = .firstElement
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      isObject.removeLast()
      endValue()
    case UInt8(ascii: ","): expected = isObject.last == true ? .key : .value
    case UInt8(ascii: ":"): expected = .value
    default: if expected == .key || expected == .firstKey { expected = .colon } else { endValue() }
    }
  }

  private mutating func endValue() { expected = isObject.isEmpty ? .nothing : .separator }
}
